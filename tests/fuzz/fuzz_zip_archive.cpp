// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the zip layer: whatever an archive claims, reading stays within its limits.
#include <weft/error.hpp>
#include <weft/zip/archive.hpp>
#include <weft/zip/properties.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string_view name : weft::zip_names_in(bytes))
    (void)weft::resolve_member(name, name);
  (void)weft::zip_mimetype(bytes);
  (void)weft::plausible_title(bytes.substr(0, 200));
  (void)weft::plausible_people(bytes.substr(0, 200));
  (void)weft::plausible_date(bytes.substr(0, 200));
  constexpr std::uint64_t kTotal = 1U << 20U;
  std::uint64_t read = 0;
  try {
    weft::ZipArchive archive(bytes, {.total = kTotal, .members = 100});
    for (const std::string& name : archive.names()) {
      try {
        read += archive.read(name).size();
      } catch (const weft::Error&) {
        // A refusal with a reason is a fair answer.
      }
    }
  } catch (const weft::Error&) {
    return 0;
  }
  if (read > kTotal) std::abort();
  return 0;
}
