// SPDX-License-Identifier: Apache-2.0
/// How far a pair is ahead of what either of its documents could be paired with instead.
#pragma once

#include <cstddef>
#include <vector>

#include "document_note.hpp"
#include "pair_by_content.hpp"

namespace weft {

/// A pair's lead over its rivals, in gaps that chance usually leaves between the best two.
struct Lead {
  double least = 0;  ///< on the side where it is less; below 0: that side has a better one
  double mean = 0;   ///< of both sides
};

/// Candidates of one pair of languages, seen from either side. Near-duplicates of a partner are
/// never its rivals.
class Rivals {
 public:
  /// Both must outlive this.
  Rivals(const std::vector<DocumentNote>& notes, const std::vector<ContentPair>& pairs);

  [[nodiscard]] Lead lead(const ContentPair& pair) const;

 private:
  struct Two {
    double first = 0;  // what nothing in common scores
    double second = 0;
    std::size_t count = 0;
  };
  /// The two best scores that a document reaches with others than `partner`.
  [[nodiscard]] Two rivals(std::size_t document, std::size_t partner) const;
  [[nodiscard]] double find_usual_gap() const;
  [[nodiscard]] std::size_t other(std::size_t pair, std::size_t document) const {
    return pairs_[pair].a == document ? pairs_[pair].b : pairs_[pair].a;
  }

  const std::vector<DocumentNote>& notes_;
  const std::vector<ContentPair>& pairs_;
  std::vector<std::vector<std::size_t>> of_;  ///< by document its pairs, best first
  double usual_gap_;
};

}  // namespace weft
