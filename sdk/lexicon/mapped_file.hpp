// SPDX-License-Identifier: Apache-2.0
/// The bytes of a file, mapped read-only, or a copy of bytes in memory at an aligned place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Pages are shared with every process that maps the same file.
class MappedFile {
 public:
  /// Throws Error(WEFT_E_CONFIG) naming the file.
  static MappedFile open(const std::string& path);
  static MappedFile copy(std::string_view bytes);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  /// Begins at a multiple of 8.
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
  std::vector<std::uint64_t> copy_;
};

}  // namespace weft
