// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way of a localization file from arbitrary bytes to units, and checks what it
/// promises.
#include <weft/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_units.hpp"
#include "sniff_xliff.hpp"
#include "xliff_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  weft::fuzz::require(weft::sniff_xliff("", bytes.substr(0, 65536)) >= 0);
  try {
    weft::XliffReader reader(bytes);
    weft::fuzz::check_units(reader, bytes);
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  return 0;
}
