// SPDX-License-Identifier: Apache-2.0
/// zlib, and seven bits a character.
#include "packed.hpp"

#include <zlib.h>

#include <cstddef>
#include <limits>

#include "weft/error.hpp"

namespace weft {
namespace {

/// The characters that do not stand for themselves: NUL, CR and "<" by the rules of HTML.
constexpr std::string_view kEscaped("\0\r<~", 4);
constexpr char kEscape = '~';

}  // namespace

std::string deflated(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max())
    throw Error(WEFT_E_LIMIT, "a block of 4 GiB is more than deflate takes at once");
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error(WEFT_E_LIMIT, "zlib has no memory for a block");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib's input is not const by declaration only.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw Error(WEFT_E_INTERNAL, "zlib did not finish a block");
  return out;
}

std::string as_page_text(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() / 7 * 8 + bytes.size() / 20 + 8);
  const auto put = [&](unsigned seven) {
    const auto character = static_cast<char>(seven);
    const std::size_t place = kEscaped.find(character);
    if (place == std::string_view::npos) {
      out += character;
    } else {
      out += kEscape;
      out += static_cast<char>('0' + place);
    }
  };
  unsigned bits = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(byte);
    for (held += 8; held >= 7; held -= 7)
      put((bits >> (held - 7)) & 127U);
  }
  if (held > 0) put((bits << (7 - held)) & 127U);
  return out;
}

}  // namespace weft
