// SPDX-License-Identifier: Apache-2.0
/// What stat says of a file, and the hash of its bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace weft {

/// Size, time and identity of a file, links followed.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  bool regular = false;
};

/// Nothing when there is no such file, or it may not be looked at.
[[nodiscard]] std::optional<FileStamp> file_stamp(const std::filesystem::path& file);

/// XXH3-128 of a file's bytes as 32 lower-case hex digits; empty when it cannot be read.
[[nodiscard]] std::string file_hash(const std::filesystem::path& file);

}  // namespace weft
