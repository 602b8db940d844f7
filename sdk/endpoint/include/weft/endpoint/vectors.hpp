// SPDX-License-Identifier: Apache-2.0
/// Rows of numbers: one vector for each text.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace weft {

/// `count()` rows of `dimension` numbers behind each other.
struct Vectors {
  std::size_t dimension = 0;
  std::vector<float> values;

  [[nodiscard]] std::size_t count() const { return dimension == 0 ? 0 : values.size() / dimension; }
  /// Row i in 0 .. count() - 1; valid until `values` changes.
  [[nodiscard]] std::span<const float> row(std::size_t i) const {
    return std::span(values).subspan(i * dimension, dimension);
  }
};

}  // namespace weft
