// SPDX-License-Identifier: Apache-2.0
/// zlib and libbz2 behind one function.
#include "unpack.hpp"

#include <bzlib.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "weft/error.hpp"

namespace weft {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 32U;
constexpr std::size_t kStep = std::size_t{1} << 18U;

[[noreturn]] void broken(const std::string& path, const char* kind) {
  throw Error(WEFT_E_INPUT, path + ": its " + kind + " data is damaged or cut off; fetch it again");
}

/// Makes room for another step; `used` bytes of it hold output.
void grow(std::string& out, std::size_t used, const std::string& path) {
  if (used > kMost) {
    throw Error(WEFT_E_LIMIT, path + ": is larger than 4 GiB unpacked; give a part of it");
  }
  out.resize(used + kStep);
}

std::string gunzip(std::string_view bytes, const std::string& path) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;
  if (inflateInit2(&stream, kGzip) != Z_OK) throw Error(WEFT_E_INTERNAL, "zlib does not start");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> close(&stream, inflateEnd);
  std::string out;
  std::size_t used = 0;
  std::size_t taken = 0;
  while (true) {
    if (out.size() - used < kStep / 2) grow(out, used, path);
    const std::size_t piece = std::min(bytes.size() - taken, kStep);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + taken));
    stream.avail_in = static_cast<uInt>(piece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + used);
    stream.avail_out = static_cast<uInt>(out.size() - used);
    const int status = inflate(&stream, Z_NO_FLUSH);
    taken += piece - stream.avail_in;
    used = out.size() - stream.avail_out;
    const bool more = taken < bytes.size();
    if (status == Z_STREAM_END) {
      if (!more || bytes[taken] != '\x1F') break;  // what follows the last member may be padding
      inflateReset(&stream);
    } else if (status != Z_OK || (!more && stream.avail_out > 0)) {
      broken(path, "gzip");
    }
  }
  out.resize(used);
  return out;
}

std::string bunzip(std::string_view bytes, const std::string& path) {
  bz_stream stream{};
  if (BZ2_bzDecompressInit(&stream, 0, 0) != BZ_OK)
    throw Error(WEFT_E_INTERNAL, "libbz2 does not start");
  const std::unique_ptr<bz_stream, int (*)(bz_stream*)> close(&stream, BZ2_bzDecompressEnd);
  std::string out;
  std::size_t used = 0;
  std::size_t taken = 0;
  while (true) {
    if (out.size() - used < kStep / 2) grow(out, used, path);
    const std::size_t piece = std::min(bytes.size() - taken, kStep);
    stream.next_in = const_cast<char*>(bytes.data() + taken);
    stream.avail_in = static_cast<unsigned>(piece);
    stream.next_out = out.data() + used;
    stream.avail_out = static_cast<unsigned>(out.size() - used);
    const int status = BZ2_bzDecompress(&stream);
    taken += piece - stream.avail_in;
    used = out.size() - stream.avail_out;
    if (status == BZ_STREAM_END) break;
    if (status != BZ_OK || (taken == bytes.size() && stream.avail_out > 0)) broken(path, "bzip2");
  }
  out.resize(used);
  return out;
}

}  // namespace

std::string read_whole_file(const std::string& path) {
  if (std::filesystem::is_directory(path))
    throw Error(WEFT_E_CONFIG, path + ": is a folder; give the files of a dictionary");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(WEFT_E_CONFIG, path + ": cannot read: " + std::strerror(errno));
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) throw Error(WEFT_E_CONFIG, path + ": cannot read: " + std::strerror(errno));
  return bytes;
}

std::string unpack(std::string bytes, const std::string& path) {
  if (bytes.starts_with("\x1F\x8B")) return gunzip(bytes, path);
  if (bytes.starts_with("BZh")) return bunzip(bytes, path);
  return bytes;
}

}  // namespace weft
