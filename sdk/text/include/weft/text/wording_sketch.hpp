// SPDX-License-Identifier: Apache-2.0
/// A sketch of a text's wording, by which near-duplicates are known.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace weft {

using Sketch = std::array<std::uint8_t, 128>;

/// The sketch of blocks of valid UTF-8: the least hash of their pieces of five letters in each of
/// 128 classes (one-permutation hashing: Li, Owen, Zhang 2012), one byte of each. Digits count,
/// case, space and marks do not. Any thread.
Sketch sketch_of(const std::vector<std::string_view>& blocks);

/// The share of equal bytes, an estimate of the share of pieces that two texts have in common
/// (Jaccard), 0 .. 1, about .04 off. Classes that are empty in both do not count.
double likeness(const Sketch& a, const Sketch& b);

/// Same wording but for small edits: a dropped sentence, another number.
inline bool is_near(const Sketch& a, const Sketch& b) {
  constexpr double kNear = 0.6;
  return likeness(a, b) >= kNear;
}

}  // namespace weft
