// SPDX-License-Identifier: Apache-2.0
/// Puts pairs of documents together to groups of one document a language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Documents of one text.
struct FoundGroup {
  std::vector<std::size_t> members;  ///< positions in the corpus, in the order of the ranges
  double score = 1;                  ///< of its weakest pair
};

/// Takes pairs from the surest on. Two documents of one language never come together.
class Grouping {
 public:
  /// ranges[i]: position of document i's language in the ranges.
  explicit Grouping(std::vector<std::uint8_t> ranges);

  /// True when the two belong to one group from now on or did before; false when their groups have
  /// a language in common.
  bool join(std::size_t a, std::size_t b, double score);

  /// All groups of two or more, by their first member's position.
  [[nodiscard]] std::vector<FoundGroup> groups() const;

 private:
  std::vector<std::uint8_t> ranges_;
  std::vector<std::size_t> root_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<double> score_;
};

/// A name for a document made of several: the first one's folder, the stems of all, the first one's
/// ending ("a/one+two.txt"), records behind it ("a.jsonl#3+7").
std::string joined_id(const std::vector<std::string_view>& ids);

}  // namespace weft
