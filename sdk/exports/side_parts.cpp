// SPDX-License-Identifier: Apache-2.0
/// Refusing names that would not tell the files apart.
#include "weft/exports/side_parts.hpp"

#include "weft/error.hpp"

namespace weft {

SideParts side_parts(const PairFilter& filter, const LanguageMap& languages,
                     std::string_view plugin) {
  const auto refuse = [&](const std::string& why) {
    throw Error(WEFT_E_CONFIG, std::string(plugin) + ": " + why);
  };
  const auto part_of = [&](const char* option, const std::string& range) {
    if (range == "*")
      refuse(std::string("a file has one language; name it in ") + option + " instead of '*'");
    return languages(range);
  };
  SideParts out{part_of("source", filter.source_range()), part_of("target", filter.target_range())};
  if (out.source == out.target)
    refuse("both files would be called '" + out.source +
           "'; let source, target and lang-map name two languages");
  return out;
}

}  // namespace weft
