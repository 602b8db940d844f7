// SPDX-License-Identifier: Apache-2.0
/// Hashes of pairs in two forms.
#include "seen_pairs.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <string>

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Letters only, one zero for each number.
void append_wording(std::string_view folded, std::string& out) {
  bool number = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    const Script script = script_of(next_code_point(folded, at));
    if (script == Script::kDigit && !number) out += '0';
    // "1,000" and "1.5" are one number each.
    const bool inside = number && script == Script::kNone && at == here + 1 &&
                        (folded[here] == ',' || folded[here] == '.');
    number = script == Script::kDigit || inside;
    if (script != Script::kDigit && script != Script::kNone) out += folded.substr(here, at - here);
  }
}

std::pair<std::uint64_t, std::uint64_t> key_of(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.high64, hash.low64};
}

}  // namespace

std::string_view SeenPairs::see(const BeadPair& bead) {
  const std::string source = comparison_key(bead.source.text);
  const std::string target = comparison_key(bead.target.text);
  const std::string both = source + '\0' + target;
  std::string wording;
  append_wording(source, wording);
  wording += '\0';
  append_wording(target, wording);
  const bool fresh = exact_.insert(key_of(both)).second;
  const bool near_fresh = near_.insert(key_of(wording)).second;
  if (!fresh) return "duplicate";
  return near_fresh ? "" : "near-duplicate";
}

}  // namespace weft
