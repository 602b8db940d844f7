// SPDX-License-Identifier: Apache-2.0
/// A logarithm that is fast, and the same on every machine.
#pragma once

#include <bit>
#include <cstdint>

namespace weft {

/// The natural logarithm of a positive normal number, within 1e-4: the exponent, and a polynomial
/// for the rest, fitted on [1, 2] for the least greatest error.
inline float fast_log(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const auto exponent = static_cast<std::int32_t>(bits >> 23U) - 127;
  const float m = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U);
  const float rest =
      -1.7417939F + (2.8212026F + (-1.4699568F + (0.44717955F - 0.056570851F * m) * m) * m) * m;
  return rest + static_cast<float>(exponent) * 0.69314718F;
}

}  // namespace weft
