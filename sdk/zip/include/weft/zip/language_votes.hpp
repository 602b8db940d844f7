// SPDX-License-Identifier: Apache-2.0
/// The language of a block whose runs are tagged one by one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace weft {

/// Office formats note two languages for every run: one for East Asian characters, one for others.
/// Each run votes with its letters, and only where tag and script go together.
class LanguageVotes {
 public:
  /// Tags may be empty or malformed: then the letters count for nobody.
  void add(std::string_view text, std::string_view latin_tag, std::string_view asian_tag);
  /// The tag of more than two thirds of the letters, or empty.
  [[nodiscard]] std::string winner() const;

 private:
  std::uint64_t letters_ = 0;
  std::map<std::string, std::uint64_t, std::less<>> by_tag_;
};

}  // namespace weft
