// SPDX-License-Identifier: Apache-2.0
/// What the dynamic loader says, in plain words.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/plugin/scan_result.hpp"
#include "weft/error.hpp"

namespace weft {

/// A library that cannot be loaded: what() is the reason alone, without the file's name.
class ScanError : public Error {
 public:
  ScanError(const std::string& reason, Blame blame) : Error(WEFT_E_CONFIG, reason), blame_(blame) {}

  [[nodiscard]] Blame blame() const noexcept { return blame_; }

 private:
  Blame blame_;
};

/// The reason in a message of dlerror() (glibc's wording, C locale) for loading `file`:
/// "undefined symbol: foo", "needs libbar.so.1, which is not installed". A message of another form
/// is kept, without the file's name.
[[nodiscard]] ScanError loader_error(std::string_view message, const std::filesystem::path& file);

}  // namespace weft
