// SPDX-License-Identifier: Apache-2.0
/// A text under repair: passes of replacements, with the map back to the text it began as.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/offset_map.hpp"

namespace weft {

/// What a replacement repairs; kinds are counted apart.
enum class Repair : std::uint8_t {
  kMojibake,     ///< UTF-8 read in another encoding
  kControl,      ///< control characters and noncharacters
  kInvisible,    ///< zero-width characters, soft hyphens, bidirectional controls
  kLineBreak,    ///< CR, VT, FF, NEL, U+2028, U+2029
  kLigature,     ///< typographic ligatures
  kWidth,        ///< full- and half-width forms
  kComposition,  ///< canonical composition
  kConversion,   ///< words between simplified and traditional Chinese
};
inline constexpr std::size_t kRepairs = 8;
using RepairCounts = std::array<std::uint64_t, kRepairs>;

/// Bytes [begin, end) of the text at hand become `text`.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  Repair kind = Repair::kControl;
};

/// Not for sharing between threads.
class Rewrite {
 public:
  explicit Rewrite(std::string_view original) : current_(original) {}

  /// The text as it is now.
  [[nodiscard]] std::string_view text() const { return current_; }
  [[nodiscard]] bool changed() const { return !passes_.empty(); }
  [[nodiscard]] const RepairCounts& counts() const { return counts_; }

  /// Applies replacements, ascending and apart. O(text + edits).
  void apply(const std::vector<Edit>& edits);

  /// Where a range of the original is now. What lay inside a replacement grows to all of it.
  [[nodiscard]] std::size_t begin_of(std::size_t original) const;
  [[nodiscard]] std::size_t end_of(std::size_t original) const;

  /// The offset map from the text as it is now to the original.
  [[nodiscard]] const std::vector<weft_run>& runs() const { return runs_; }

 private:
  /// One replacement of a pass: where it was and where it is.
  struct Moved {
    std::size_t begin, end, new_begin, new_end;
  };
  using Pass = std::vector<Moved>;
  [[nodiscard]] static std::size_t moved(const Pass& pass, std::size_t offset, bool is_end);

  std::string current_;
  std::vector<Pass> passes_;
  std::vector<weft_run> runs_;
  RepairCounts counts_{};
};

}  // namespace weft
