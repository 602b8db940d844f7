// SPDX-License-Identifier: Apache-2.0
/// Names of the files of exporters that write one a language.
#pragma once

#include <string>
#include <string_view>

#include "weft/exports/language_map.hpp"
#include "weft/exports/pair_filter.hpp"

namespace weft {

/// What stands for {part} in `to`, by side: the language range as `lang-map` writes it, so that all
/// Chinese of "zh" is one file.
struct SideParts {
  std::string source;
  std::string target;
};

/// Throws Error(WEFT_E_CONFIG) naming the plugin where a range is "*", which names no language, or
/// where both sides would be one file. Any thread.
SideParts side_parts(const PairFilter& filter, const LanguageMap& languages,
                     std::string_view plugin);

}  // namespace weft
