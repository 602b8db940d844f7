// SPDX-License-Identifier: Apache-2.0
/// Archives by libzip.
#include "weft/zip/zip_writer.hpp"

#include <zip.h>

#include <memory>

#include "weft/error.hpp"

namespace weft {
namespace {

constexpr zip_uint16_t kDate = (1U << 5U) | 1U;  // 1 January 1980, as DOS counts

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail(const char* reason) {
  throw Error(WEFT_E_INTERNAL, std::string("cannot make a zip archive: ") + reason);
}

void add(zip_t* archive, const ZipMember& member) {
  zip_source_t* source =
      zip_source_buffer(archive, member.content.data(), member.content.size(), 0);
  if (source == nullptr) fail(zip_strerror(archive));
  const zip_int64_t at = zip_file_add(archive, member.path.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  const auto index = static_cast<zip_uint64_t>(at);
  const zip_int32_t method = member.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, index, method, 0) != 0 ||
      zip_file_set_dostime(archive, index, 0, kDate, 0) != 0)
    fail(zip_strerror(archive));
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0)
    fail(zip_error_strerror(zip_source_error(source)));
  std::string out(about.size, '\0');
  const zip_int64_t size = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (size < 0 || static_cast<zip_uint64_t>(size) != about.size) fail("its bytes are gone");
  return out;
}

}  // namespace

std::string zip_archive(const std::vector<ZipMember>& members) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> bytes(
      zip_source_buffer_create(nullptr, 0, 0, &error));
  if (bytes == nullptr) fail(zip_error_strerror(&error));
  std::unique_ptr<zip_t, Discard> archive(
      zip_open_from_source(bytes.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (archive == nullptr) fail(zip_error_strerror(&error));
  zip_source_keep(bytes.get());  // once for the archive, once for us
  for (const ZipMember& member : members)
    add(archive.get(), member);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return bytes_of(bytes.get());
}

}  // namespace weft
