// SPDX-License-Identifier: Apache-2.0
/// zlib, and seven bits a character.
#include "packed.hpp"

#include <zlib.h>

#include <cstdint>
#include <limits>

#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Hands out bits, up to seven at a time, and zeros behind the end.
class Bits {
 public:
  explicit Bits(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool done() const { return at_ >= bytes_.size() && held_ == 0; }
  unsigned next(unsigned count) {
    if (held_ < count) {
      const bool more = at_ < bytes_.size();
      bits_ = (bits_ << 8U) | (more ? static_cast<unsigned char>(bytes_[at_]) : 0U);
      ++at_;
      held_ += 8;
    }
    held_ -= count;
    const unsigned taken = (bits_ >> held_) & ((1U << count) - 1);
    if (at_ > bytes_.size()) held_ = 0;  // what is left are the zeros that were put there
    return taken;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t bits_ = 0;
  unsigned held_ = 0;
};

/// Its place among the characters that cannot stand for themselves, or 3.
unsigned forbidden(unsigned seven) {
  return seven == 0 ? 0U : seven == '\r' ? 1U : seven == '<' ? 2U : 3U;
}

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
  out.reserve(bytes.size() / 7 * 8 + 8);
  Bits bits(bytes);
  while (!bits.done()) {
    const unsigned seven = bits.next(7);
    const unsigned place = forbidden(seven);
    if (place == 3) {
      out += static_cast<char>(seven);
    } else {
      append_code_point(out, 0xA0 + 32 * place + (bits.done() ? 0U : bits.next(5)));
    }
  }
  return out;
}

}  // namespace weft
