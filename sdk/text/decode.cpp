// SPDX-License-Identifier: Apache-2.0
/// The cascade that finds an encoding: marks, shifts, UTF-8, UTF-32, then the likeliest decoding.

#include "weft/text/decode.hpp"

#include <array>

#include "encoding_signs.hpp"
#include "encodings.hpp"
#include "likeliest_encoding.hpp"
#include "transcode.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};

// UTF-32 first: its little-endian mark begins with UTF-16's.
constexpr std::array kMarks = {
    ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"}, ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"}};

const Encoding& find_encoding_of(std::string_view bytes, std::string_view declared_label) {
  if (const Encoding* found = find_seven_bit(bytes)) return *found;
  if (is_utf8(bytes)) return encoding_named("UTF-8");
  if (const Encoding* found = find_utf32(bytes)) return *found;
  return likeliest_encoding(bytes, find_encoding(declared_label));
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared_label) {
  for (const ByteOrderMark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes))
      return transcode(bytes, mark.bytes.size(), encoding_named(mark.encoding));
  }
  return transcode(bytes, 0, find_encoding_of(bytes, declared_label));
}

}  // namespace weft
