// SPDX-License-Identifier: Apache-2.0
/// The beads of a document as a translation memory sees them: two texts and where they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// One language of a pair.
struct PairSide {
  std::string language;    ///< of the view
  std::string text;        ///< one line, fit for XML but not escaped
  std::string source_uri;  ///< empty when the text has no origin
  std::string ranges;      ///< bytes of that source, "764-803 804-886", one range a sentence

  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// One bead.
struct PairTexts {
  weft_id link = 0;
  PairSide source;
  PairSide target;
  double score = kNoScore;
  std::string_view method;
  std::string_view reject;                 ///< why it is no pair; empty for most
  std::vector<std::string_view> findings;  ///< what is to be looked at, "number: 2021 / 2001"
};

/// Attribute keys of beads that are read; made once.
struct BeadKeys {
  weft_id method = name(WEFT_KEY_METHOD);
  weft_id reject = name(WEFT_KEY_REJECT);
  weft_id finding = name(WEFT_KEY_FINDING);
};

/// Reads the links of type "bead" of one document. Made for one call.
class BeadReader {
 public:
  /// `ranges` are RFC 4647 ranges; a view belongs to the first that takes its language.
  BeadReader(const Document& document, std::string_view source_range,
             std::string_view target_range);

  /// The pair of a bead link, its sides by language and not by role; empty when it has ends in
  /// neither language or in others.
  [[nodiscard]] std::optional<PairTexts> read(const weft_link& link, const BeadKeys& keys) const;
  /// Characters that were replaced or left out so far, because XML or a line forbids them.
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  enum class SideOf : std::uint8_t { kNeither, kSource, kTarget };

  [[nodiscard]] PairSide side(std::vector<const weft_span*> sentences) const;

  const Document& document_;
  std::vector<SideOf> sides_;              // by view id
  std::vector<const weft_attr*> by_link_;  // attributes of links, by link
  mutable std::uint64_t replaced_ = 0;
};

}  // namespace weft
