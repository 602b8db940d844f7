// SPDX-License-Identifier: Apache-2.0
/// Exact keys first, then ranges.
#include "weft/exports/language_map.hpp"

#include <cstddef>
#include <utility>

#include "weft/text/language.hpp"

namespace weft {

LanguageMap::LanguageMap(std::vector<std::string> pairs, std::string_view plugin)
    : pairs_(std::move(pairs)) {
  for (std::size_t i = 0; i + 1 < pairs_.size(); i += 2) {
    const std::string& tag = pairs_[i + 1];
    if (is_well_formed_tag(tag)) continue;
    throw Error(WEFT_E_CONFIG, std::string(plugin) + ": lang-map gives '" + tag +
                                   "', which is no language tag (BCP 47); write zh-CN");
  }
}

std::string LanguageMap::operator()(std::string_view tag) const {
  const std::string* best = nullptr;
  std::size_t longest = 0;
  for (std::size_t i = 0; i + 1 < pairs_.size(); i += 2) {
    const std::string& range = pairs_[i];
    // Only the tag itself is taken by a range of its own length, so the longest is the exact one.
    if (!matches_range(tag, range) || (best != nullptr && range.size() <= longest)) continue;
    best = &pairs_[i + 1];
    longest = range.size();
  }
  if (best != nullptr) return *best;
  std::string out = canonical_tag(tag);
  return out.empty() ? "und" : out;
}

Param LanguageMap::param() {
  return {.name = "lang-map",
          .type = WEFT_TYPE_MAP,
          .doc = "Language tags to write in place of others, as in zh-Hans=zh-CN."};
}

}  // namespace weft
