// SPDX-License-Identifier: Apache-2.0
/// The bytes of an input: mapped, not copied, and hashed once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace weft {

/// A file mapped read-only. A file that shrinks while it is mapped ends the process, so small files
/// (up to 1 MiB, most of a corpus) are read instead.
class SourceFile {
 public:
  /// Throws Error(WEFT_E_INPUT) when the file cannot be read, Error(WEFT_E_LIMIT) when it is larger
  /// than `cap`.
  static std::shared_ptr<const SourceFile> open(const std::filesystem::path& path,
                                                std::uint64_t cap);

  ~SourceFile();
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  SourceFile() = default;
  std::string copy_;
  void* mapping_ = nullptr;
  std::string_view bytes_;
};

/// XXH3-128 in its canonical form, 32 lower-case hex digits.
std::string content_hash(std::string_view bytes);

}  // namespace weft
