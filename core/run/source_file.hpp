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
  /// Throws Error(WEFT_E_INPUT) when the file cannot be read.
  static std::shared_ptr<const SourceFile> open(const std::filesystem::path& path);

  ~SourceFile();
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// Gives back the memory of what was read of a mapped file; it is read again where it is needed.
  void release() const;

 private:
  SourceFile() = default;
  std::string copy_;
  void* mapping_ = nullptr;
  std::string_view bytes_;
};

/// Throws Error(WEFT_E_LIMIT) when the file is larger than `cap`.
void check_size(const std::filesystem::path& path, const SourceFile& file, std::uint64_t cap);

/// XXH3-128 in its canonical form, 32 lower-case hex digits.
std::string content_hash(std::string_view bytes);
/// The same of a file, without leaving a large one in memory.
std::string content_hash(const SourceFile& file);

}  // namespace weft
