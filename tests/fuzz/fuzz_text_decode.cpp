// SPDX-License-Identifier: Apache-2.0
/// Fuzzes decoding: the first byte picks a declared label, the rest is the source. Checks that the
/// text is UTF-8 without NUL, that every byte of it is traced in order to bytes of the source, and
/// that repairs are counted.
#include <weft/offset_map.hpp>
#include <weft/text/decode.hpp>
#include <weft/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

constexpr std::array<std::string_view, 12> kLabels = {
    "",       "utf-8",       "gb18030",    "big5",     "shift_jis",    "euc-jp",
    "euc-kr", "iso-2022-jp", "hz-gb-2312", "utf-16le", "windows-1252", "iso-8859-16"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const weft::Decoded decoded = weft::decode(bytes, kLabels.at(data[0] % kLabels.size()));
  require(weft::find_invalid_utf8(decoded.text) == std::string_view::npos);
  require(decoded.text.find('\0') == std::string_view::npos);
  require(weft::encoding_of_label(decoded.encoding) == decoded.encoding);
  std::uint64_t here = 0;
  std::uint64_t there = 0;
  for (const weft_run& run : decoded.runs) {
    require(run.here == here && run.there >= there);
    here += std::uint64_t{run.count} * run.here_unit;
    there = run.there + std::uint64_t{run.count} * run.there_unit;
    require(there <= bytes.size());
  }
  require(here == decoded.text.size());
  std::uint64_t replaced = 0;
  for (std::size_t at = decoded.text.find("\xEF\xBF\xBD"); at != std::string::npos;
       at = decoded.text.find("\xEF\xBF\xBD", at + 3))
    ++replaced;
  require(decoded.repaired <= replaced);
  return 0;
}
