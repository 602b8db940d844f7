// SPDX-License-Identifier: Apache-2.0
/// The beads of a document as exporters of bitext see them: two texts and where they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// Any text as the texts of pairs are: one line, fit for XML (clean_for_xml, fold_space). Pure.
std::string clean_line(std::string_view text);

/// One language of a pair. Text, uri and what is said of a pair are one line each, fit for XML but
/// not escaped (clean_for_xml, fold_space).
struct PairSide {
  std::string language;    ///< BCP 47, of the view
  std::string text;        ///< the sentences, joined as their script does
  std::string source_uri;  ///< empty when the text has no origin
  std::string ranges;      ///< bytes of that source, "764-803 804-886", one range a sentence
  std::vector<const weft_span*> sentences;  ///< in text order; good as long as the document
  std::vector<std::pair<std::size_t, std::size_t>> places;  ///< bytes of text that each of them is

  /// The text of one sentence, a part of `text`.
  [[nodiscard]] std::string_view sentence_text(std::size_t number) const {
    const auto& place = places[number];
    return std::string_view(text).substr(place.first, place.second - place.first);
  }
  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// One bead.
struct Pair {
  weft_id link = 0;
  PairSide source;
  PairSide target;
  double score = kNoScore;
  std::string_view method;
  /// What was found wrong with it (values of the attribute `finding`), in the order they were set.
  std::vector<std::string> findings;
  /// Why it should not be used (attribute `reject`); empty where nothing is against it.
  std::string reject;
  /// What the file it was read from said of it (attribute `state`); empty where it said nothing.
  std::string_view state;
  /// What a reviewer said of it (attribute `review`): WEFT_REVIEW_ACCEPTED, or empty.
  std::string_view review;

  [[nodiscard]] bool is_null() const { return source.empty() || target.empty(); }
  /// All findings in one line, "; " between them.
  [[nodiscard]] std::string findings_line() const;
};

/// Reads the links of type "bead" of one document, in the order of the document. Made for one call
/// of an exporter; borrows the document.
class PairReader {
 public:
  /// RFC 4647 ranges; a view belongs to the first that takes its language. "*" as source takes
  /// whatever the target does not.
  PairReader(const Document& document, std::string_view source_range,
             std::string_view target_range);

  /// Sides by the roles of the ends, whatever their languages: for formats that name both.
  explicit PairReader(const Document& document);

  /// The pair of a link. Empty for links of other types, and for beads with ends in neither
  /// language or in others (of neither role). Linear in the bead.
  [[nodiscard]] std::optional<Pair> read(const weft_link& link) const;
  /// The side that a bead of these sentences has; they are put in text order. Linear in them.
  [[nodiscard]] PairSide side(std::vector<const weft_span*> sentences) const;
  /// Characters that were replaced or left out so far, because XML or a line forbids them.
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  enum class SideOf : std::uint8_t { kNeither, kSource, kTarget };

  [[nodiscard]] SideOf side_of(const weft_end& end, const weft_span& span) const;
  void read_attributes(Pair& pair) const;

  const Document& document_;
  std::vector<SideOf> sides_;              // by view id; empty: by role
  std::vector<std::string> uris_;          // by source id
  std::vector<const weft_attr*> by_link_;  // attributes of links, by link
  weft_id bead_ = name(WEFT_LINK_BEAD);
  weft_id source_role_ = name(WEFT_ROLE_SOURCE);
  weft_id target_role_ = name(WEFT_ROLE_TARGET);
  weft_id method_ = name(WEFT_KEY_METHOD);
  weft_id finding_ = name(WEFT_KEY_FINDING);
  weft_id reject_ = name(WEFT_KEY_REJECT);
  weft_id state_ = name(WEFT_KEY_STATE);
  weft_id review_ = name(WEFT_KEY_REVIEW);
  mutable std::uint64_t replaced_ = 0;
};

}  // namespace weft
