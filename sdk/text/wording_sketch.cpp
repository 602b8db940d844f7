// SPDX-License-Identifier: Apache-2.0
/// One-permutation hashing of pieces of five letters.
#include "weft/text/wording_sketch.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kPiece = 5;

std::u32string letters_of(std::string_view block) {
  const std::string folded = comparison_key(block);
  std::u32string out;
  for (std::size_t next = 0; next < folded.size();) {
    const char32_t point = next_code_point(folded, next);
    if (script_of(point) != Script::kNone) out.push_back(point);
  }
  return out;
}

}  // namespace

Sketch sketch_of(const std::vector<std::string_view>& blocks) {
  std::array<std::uint64_t, std::tuple_size_v<Sketch>> least{};
  least.fill(~std::uint64_t{0});
  for (const std::string_view block : blocks) {
    const std::u32string letters = letters_of(block);
    for (std::size_t i = 0; i + kPiece <= letters.size(); ++i) {
      const std::uint64_t hash = XXH3_64bits(letters.data() + i, kPiece * sizeof(char32_t));
      std::uint64_t& slot = least.at(hash % least.size());
      slot = std::min(slot, hash);
    }
  }
  Sketch out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    // 0 stands for an empty class.
    if (least.at(i) != ~std::uint64_t{0})
      out.at(i) = static_cast<std::uint8_t>(1 + (least.at(i) >> 8U) % 255);
  }
  return out;
}

double likeness(const Sketch& a, const Sketch& b) {
  int same = 0;
  int classes = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a.at(i) == 0 && b.at(i) == 0) continue;
    ++classes;
    same += a.at(i) == b.at(i) ? 1 : 0;
  }
  return classes == 0 ? 0 : static_cast<double>(same) / classes;
}

}  // namespace weft
