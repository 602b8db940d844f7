// SPDX-License-Identifier: Apache-2.0
/// sdk/text reads the tags; what pipeline files may not say is refused here.
#include "core/plugin/language_tag.hpp"

#include <algorithm>

#include "weft/text/language.hpp"

namespace weft {

std::optional<std::string> canonical_language(std::string_view tag) {
  if (tag == "*") return "*";
  constexpr std::size_t kLongestLanguage = 3;
  const std::string_view language = tag.substr(0, tag.find('-'));
  if (language.size() > kLongestLanguage || !is_well_formed_tag(tag)) return std::nullopt;
  return canonical_tag(tag);
}

std::string likely_language(std::string_view tag) {
  std::string dashes(tag.substr(0, tag.find_first_of(".@")));  // "zh_CN.UTF-8" of POSIX
  std::ranges::replace(dashes, '_', '-');
  if (dashes.ends_with("-*")) dashes.resize(dashes.size() - 2);  // a range takes longer tags anyway
  return canonical_language(dashes).value_or("");
}

}  // namespace weft
