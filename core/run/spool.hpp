// SPDX-License-Identifier: Apache-2.0
/// Documents waiting at a barrier: images in an unlinked file, so that memory does not grow with
/// the corpus.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Append from one thread, then read from many.
class Spool {
 public:
  /// Makes the file in `directory`; it has no name there and is gone with this object.
  explicit Spool(const std::filesystem::path& directory);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Returns the position of the image, 0, 1, ... Throws Error(WEFT_E_CONFIG) when the disk is
  /// full.
  std::size_t append(std::string_view image);
  [[nodiscard]] std::string read(std::size_t position) const;
  [[nodiscard]] std::uint64_t size_of(std::size_t position) const {
    return entries_.at(position).size;
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint64_t offset;
    std::uint64_t size;
  };
  int fd_ = -1;
  std::uint64_t end_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace weft
