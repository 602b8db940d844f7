// SPDX-License-Identifier: Apache-2.0
/// One-permutation hashing (Li, Owen, Zhang 2012) of four-character pieces into eight slots.
#include "block_key.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Letters only, a zero for each number.
std::u32string wording(std::string_view text) {
  const std::string folded = comparison_key(text);
  std::u32string out;
  for (std::size_t next = 0; next < folded.size();) {
    const char32_t point = next_code_point(folded, next);
    const Script script = script_of(point);
    if (script == Script::kNone) continue;
    if (script != Script::kDigit) {
      out.push_back(point);
    } else if (out.empty() || out.back() != U'0') {
      out.push_back(U'0');
    }
  }
  return out;
}

std::uint64_t hash(const char32_t* first, std::size_t count) {
  return XXH3_64bits(first, count * sizeof(char32_t));
}

}  // namespace

BlockKey key_of(std::string_view text) {
  BlockKey out;
  const ScriptCounts counts = count_scripts(text);
  const std::uint64_t wide = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  const std::uint64_t quarters = wide * 5 / 2 + (counts.letters() - wide) * 4 / 5;
  if (counts.letters() == 0) return out;
  out.words = static_cast<std::uint16_t>(std::min<std::uint64_t>(quarters, 0xFFFF));
  const std::u32string letters = wording(text);
  out.key = std::max<std::uint64_t>(1, hash(letters.data(), letters.size()));
  constexpr std::size_t kPiece = 4;
  std::array<std::uint64_t, 8> least;
  least.fill(~std::uint64_t{0});
  for (std::size_t i = 0; i + kPiece <= letters.size(); ++i) {
    const std::uint64_t value = hash(letters.data() + i, kPiece);
    least.at(value % 8) = std::min(least.at(value % 8), value);
  }
  for (std::size_t i = 0; i < least.size(); ++i)
    out.sketch.at(i) = static_cast<std::uint8_t>(least.at(i) >> 8U);
  return out;
}

bool is_near(const BlockKey& a, const BlockKey& b) {
  int same = 0;
  for (std::size_t i = 0; i < a.sketch.size(); ++i)
    same += a.sketch.at(i) == b.sketch.at(i) ? 1 : 0;
  const double longer = std::max(a.words, b.words);
  const double shorter = std::min(a.words, b.words);
  return same >= 7 && shorter >= 0.8 * longer;
}

}  // namespace weft
