// SPDX-License-Identifier: Apache-2.0
/// Runs of a block in another language than it: quotations, titles of works, a translated half.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "weft/text/language.hpp"

namespace weft {

/// Bytes [begin, end) of the block.
struct ForeignRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  LanguageGuess guess;
};

/// Runs in another script than the block's language is written in, from first letter to last: 30
/// letters or 8 Han characters, and of a language that is sure and another. O(text).
std::vector<ForeignRun> find_foreign_runs(std::string_view text, std::string_view block_language);

}  // namespace weft
