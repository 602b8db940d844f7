// SPDX-License-Identifier: Apache-2.0
/// Sentences in a row as one text, and their vectors.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vector_source.hpp"
#include "weft/align/bead_types.hpp"
#include "weft/endpoint/vectors.hpp"

namespace weft {

/// Sentences [begin, end) belong together; windows do not reach across.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Texts of all windows of a side: of one sentence, of two in a row, up to kLongestBead.
class WindowTexts {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// `longest`: sentences of the longest window that has a text. Longer texts than `most_bytes` are
  /// cut there, at a character. Appends to `texts`, where several sides may stand behind each
  /// other.
  WindowTexts(std::span<const std::string_view> sentences, std::span<const Stretch> stretches,
              std::size_t longest, std::size_t most_bytes, std::vector<WindowText>& texts);

  /// The position in `texts` of the window of `count` sentences that ends before sentence `end`, or
  /// kNone where it reaches out of its stretch, has no text or is longer than wanted.
  [[nodiscard]] std::uint32_t at(std::size_t end, std::size_t count) const {
    return places_[count - 1][end - 1];
  }
  [[nodiscard]] std::size_t sentences() const { return places_[0].size(); }

 private:
  std::array<std::vector<std::uint32_t>, kLongestBead> places_;
};

/// Vectors of the windows of a side, of length 1 each, or zero where there is no text.
class WindowVectors {
 public:
  WindowVectors() = default;
  /// `all` are the vectors of the texts. Windows without one of their own are the sum of their
  /// sentences', weighed by length. `beside` are further vectors by sentence, summed for windows:
  /// they have `share` (0..1) of the similarity; empty for none.
  WindowVectors(const WindowTexts& texts, const Vectors& all, std::span<const Stretch> stretches,
                std::span<const std::uint32_t> bytes, const Vectors& beside, double share);

  /// Vectors of the single sentences of a stretch only.
  [[nodiscard]] WindowVectors singles(Stretch stretch) const;
  /// Single sentences only, neighbours summed two by two: for a coarse look.
  [[nodiscard]] WindowVectors halved() const;

  [[nodiscard]] std::size_t sentences() const { return sentences_; }
  [[nodiscard]] std::size_t dimension() const { return dimension_; }
  /// 1 where only single sentences have vectors, else kLongestBead.
  [[nodiscard]] std::size_t longest() const { return rows_[1].empty() ? 1 : kLongestBead; }
  /// The window of `count` sentences that ends before sentence `end`.
  [[nodiscard]] const float* row(std::size_t end, std::size_t count) const {
    return rows_[count - 1].data() + (end - 1) * dimension_;
  }

 private:
  float* row(std::size_t end, std::size_t count) {
    return rows_[count - 1].data() + (end - 1) * dimension_;
  }
  void sum_up(std::size_t end, std::size_t count, std::span<const std::uint32_t> bytes,
              std::size_t width);
  void put_beside(std::size_t end, std::size_t count, const Vectors& beside, double share,
                  std::size_t offset);

  std::size_t sentences_ = 0;
  std::size_t dimension_ = 0;  // with room to a multiple of kLanes
  std::array<std::vector<float>, kLongestBead> rows_;
};

/// The sum of products; `size` is a multiple of kLanes.
inline constexpr std::size_t kLanes = 16;
float dot(const float* a, const float* b, std::size_t size);

}  // namespace weft
