// SPDX-License-Identifier: Apache-2.0
/// zlib's stream, wrapped.
#include "inflater.hpp"

#include <weft/error.hpp>

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace weft::warc {
namespace {

int window_bits(Wrapping wrapping) {
  constexpr int kGzip = 16;
  switch (wrapping) {
    case Wrapping::gzip:
      return MAX_WBITS + kGzip;
    case Wrapping::zlib:
      return MAX_WBITS;
    default:
      return -MAX_WBITS;
  }
}

}  // namespace

struct Inflater::Stream {
  z_stream raw{};
};

Inflater::Inflater(Wrapping wrapping) : stream_(std::make_unique<Stream>()) {
  if (inflateInit2(&stream_->raw, window_bits(wrapping)) != Z_OK)
    throw Error(WEFT_E_LIMIT, "zlib cannot begin: out of memory");
}

Inflater::~Inflater() {
  inflateEnd(&stream_->raw);
}

void Inflater::restart() {
  inflateReset(&stream_->raw);
  reason_ = {};
}

Inflater::State Inflater::step(std::string_view& in, std::string& out, std::size_t most) {
  z_stream& raw = stream_->raw;
  const std::size_t before = out.size();
  out.resize(before + most);
  const auto given =
      static_cast<uInt>(std::min<std::size_t>(in.size(), std::numeric_limits<uInt>::max()));
  // zlib's interface is not const, but it does not write to its input.
  raw.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  raw.avail_in = given;
  raw.next_out = reinterpret_cast<Bytef*>(out.data() + before);
  raw.avail_out = static_cast<uInt>(most);
  const int result = inflate(&raw, Z_NO_FLUSH);
  in.remove_prefix(given - raw.avail_in);
  out.resize(out.size() - raw.avail_out);
  if (result == Z_STREAM_END) return State::ended;
  if (result == Z_OK || result == Z_BUF_ERROR) return State::more;
  reason_ = raw.msg != nullptr ? std::string_view(raw.msg) : std::string_view("not deflated data");
  return State::damaged;
}

Inflated inflate_all(std::string_view in, Wrapping wrapping, std::size_t cap) {
  constexpr std::size_t kInflateStep = 65536;
  Inflater inflater(wrapping);
  Inflated out;
  while (true) {
    const std::size_t size = out.bytes.size();
    const std::size_t left = in.size();
    const Inflater::State state = inflater.step(in, out.bytes, kInflateStep);
    out.too_large = out.bytes.size() > cap;
    out.damaged = state == Inflater::State::damaged;
    if (state != Inflater::State::more || out.too_large) return out;
    if (out.bytes.size() == size && in.size() == left) {
      out.complete = false;
      return out;
    }
  }
}

}  // namespace weft::warc
