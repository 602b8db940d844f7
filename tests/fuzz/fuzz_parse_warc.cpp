// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way from an archive's bytes to records and their contents, and checks what it
/// promises.
#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "archive.hpp"
#include "content_of.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

constexpr std::size_t kCap = 4096;

void check(const weft::warc::Record& record, std::size_t size) {
  require(record.offset <= size);
  require(record.too_large ? record.block.empty() : record.block.size() == record.size);
  const weft::warc::Content content = weft::warc::content_of(record, {{"2xx"}, {"text/*"}, kCap});
  require(weft::find_invalid_utf8(content.uri) == std::string_view::npos);
  require(weft::find_invalid_utf8(content.media_type) == std::string_view::npos);
  // What is not inflated is as large as it was sent; what is has a cap.
  require(content.bytes().size() <= kCap || content.bytes().size() <= record.block.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  weft::warc::Archive archive(bytes, kCap);
  // A record takes 27 bytes at least, and a byte of a member inflates to 1032 at most.
  for (std::size_t calls = 0;; ++calls) {
    require(calls <= 64 * (size + 1));
    try {
      const auto record = archive.next();
      if (!record) return 0;
      check(*record, size);
    } catch (const weft::Error& error) {
      require(error.status() == WEFT_E_INPUT);
    }
  }
}
