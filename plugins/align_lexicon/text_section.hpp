// SPDX-License-Identifier: Apache-2.0
/// A stretch of both sides that is aligned on its own.
#pragma once

#include <cstddef>
#include <cstdint>

namespace weft {

/// Sentences [source_begin, source_end) belong to [target_begin, target_end); either may be empty.
struct TextSection {
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_end = 0;

  [[nodiscard]] std::size_t rows() const { return source_end - source_begin + std::size_t{1}; }
  [[nodiscard]] std::size_t columns() const { return target_end - target_begin + std::size_t{1}; }
};

}  // namespace weft
