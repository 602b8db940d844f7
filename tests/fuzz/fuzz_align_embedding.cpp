// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the reader of .npy files.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read_npy.hpp"
#include "weft/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const weft::Vectors read =
        weft::read_npy({reinterpret_cast<const char*>(data), size}, "fuzz.npy");
    if (read.values.size() != read.count() * read.dimension) std::abort();
    // A number takes two bytes or more.
    if (read.values.size() * 2 > size) std::abort();
    for (const float value : read.values) {
      if (!std::isfinite(value)) std::abort();
    }
  } catch (const weft::Error&) {
  }
  return 0;
}
