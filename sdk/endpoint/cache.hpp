// SPDX-License-Identifier: Apache-2.0
/// Answers kept on disk by the content of what was asked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace weft {

/// A folder of one file an entry, named by the hash of the question. The file holds the question
/// too and is used only when that is the same, byte for byte. Any number of threads and processes
/// may share a folder: files appear whole, and which of two equal ones stays does not matter.
class Cache {
 public:
  /// Makes the folder when it is absent; throws Error(WEFT_E_CONFIG) when it cannot be used. Where
  /// its entries hold more than `most_bytes` (0: no cap) the oldest go. `age` in seconds, 0: any.
  Cache(const std::string& directory, std::uint64_t most_bytes, double age);

  /// The answer, or nothing when it is not there, too old or damaged.
  [[nodiscard]] std::optional<std::string> find(std::string_view question) const;
  /// False when it could not be written: a full disk costs money and no result.
  [[nodiscard]] bool keep(std::string_view question, std::string_view answer) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(std::string_view question) const;
  void prune(std::uint64_t most_bytes) const;

  std::filesystem::path directory_;
  double age_;
};

}  // namespace weft
