// SPDX-License-Identifier: Apache-2.0
/// One output file: written under a temporary name beside its place, there whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "weft/abi.h"

namespace weft {

/// Folders made for outputs: what is still empty at the end was made for nothing and goes again.
class MadeFolders {
 public:
  MadeFolders() = default;
  ~MadeFolders();
  MadeFolders(const MadeFolders&) = delete;
  MadeFolders& operator=(const MadeFolders&) = delete;

  /// Makes a folder and those above it; `error` says why that failed.
  void make(const std::filesystem::path& folder, std::error_code& error);

 private:
  std::set<std::filesystem::path> made_;
};

/// Owns the temporary file; destroying it without commit() removes it. One thread at a time.
class OutputFile {
 public:
  /// Makes the folders above `path` and the temporary file. Throws Error(WEFT_E_CONFIG) naming the
  /// path. `folders` outlives the file; null where folders may stay.
  explicit OutputFile(std::filesystem::path path, MadeFolders* folders = nullptr);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  /// Hands the temporary file to a plugin that writes it by itself; append is not allowed from then
  /// on.
  [[nodiscard]] std::string hand_over();
  /// Flushes, syncs to the disk and renames into place. Throws Error(WEFT_E_TRANSIENT) where that
  /// or an append fails, as on a full disk.
  void commit();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Bytes appended; after commit the size of the file.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  void flush();
  [[noreturn]] void fail(weft_status status, const char* what) const;

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::string buffer_;
  std::uint64_t size_ = 0;
  int fd_ = -1;
  bool handed_over_ = false;
  bool committed_ = false;
};

}  // namespace weft
