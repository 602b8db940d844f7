// SPDX-License-Identifier: Apache-2.0
/// What decisions make of the pairs of a document, before any link is touched.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decisions.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {

/// A pair as it is to be: sentences, and what a person said of them.
struct ReviewPart {
  std::vector<const weft_span*> source;  ///< in text order
  std::vector<const weft_span*> target;
  std::vector<std::size_t> pairs;  ///< of the document: those that it has sentences of
  bool whole = true;               ///< no sentence of those lies in another part
  std::optional<Verdict> verdict;  ///< of the last decision; none: nothing was decided
  bool gone = false;               ///< rejected, and not to be marked only

  bool operator==(const ReviewPart&) const = default;
};

/// Neighbouring pairs of the document, first to first + count, and what became of them.
struct ReviewUnit {
  std::size_t first = 0;
  std::size_t count = 1;
  std::vector<ReviewPart> parts;

  bool operator==(const ReviewUnit&) const = default;
  /// True where the bead can stay.
  [[nodiscard]] bool is_one_pair() const { return count == 1 && parts.size() == 1; }
};

/// Applies decisions one by one; of two on the same sentences the later holds. A round may speak of
/// the pairs as an earlier round left them or as an earlier page had them: what was done to these
/// since is undone then. Borrows reader and pairs. One thread.
class ReviewUnits {
 public:
  enum class Answer {
    kApplied,
    kOverruled,     ///< applied, and an earlier decision no longer holds
    kUnmatched,     ///< its pairs are not there, or its cuts do not fit them
    kNoNeighbours,  ///< what it would merge does not stand side by side
  };

  /// `mark`: rejected pairs stay.
  ReviewUnits(const PairReader& reader, const std::vector<Pair>& pairs, std::string_view document,
              bool mark);

  /// Rounds of decisions ascend.
  Answer decide(const Decision& decision);

  /// All pairs of the document in order, each in one unit.
  [[nodiscard]] const std::vector<ReviewUnit>& units() const { return units_; }

 private:
  struct Place {
    std::size_t unit = 0;
    std::size_t part = 0;
  };
  /// The units as a page showed them, and the keys that it gave their parts.
  struct Page {
    std::vector<ReviewUnit> units;
    std::map<std::string, Place, std::less<>> by_key;
  };
  using Places = std::vector<Place>;

  [[nodiscard]] Page page_of_now() const;
  [[nodiscard]] Places look_up(const Page& page, const Decision& decision) const;
  [[nodiscard]] Places places_now(const Page& page, const Places& places) const;
  void undo_since(const Page& page, const Places& places);
  Answer apply(const Page& page, const Places& places, const Decision& decision);
  void judge(const Places& places, const Decision& decision);
  void reshape(const Places& places, const Decision& decision);
  [[nodiscard]] std::vector<ReviewPart> cut(ReviewPart whole, const Decision& decision) const;

  const PairReader& reader_;
  const std::vector<Pair>& pairs_;
  std::string document_;
  bool mark_;
  std::vector<ReviewUnit> units_;
  std::vector<Page> pages_;  // before the first round, before the next, ...
  std::size_t round_ = 0;
};

}  // namespace weft
