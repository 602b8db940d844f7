// SPDX-License-Identifier: Apache-2.0
/// The beads of a document with their texts, in the order of the document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// One language of a bead.
struct BeadSide {
  weft_id view = 0;                  // 0: no sentence
  std::string_view language;         // of the view
  std::vector<weft_span> sentences;  // in text order
  std::string text;                  // of all of them, joined by a line feed
  bool boilerplate = false;          // a sentence lies in a block of that type

  [[nodiscard]] bool empty() const { return sentences.empty(); }
};

struct BeadPair {
  weft_id link = 0;
  BeadSide source;
  BeadSide target;

  /// A sentence stands on both sides.
  [[nodiscard]] bool whole() const { return !source.empty() && !target.empty(); }
};

/// A place in a view: bytes [begin, end) of a sentence.
struct Place {
  weft_id view = 0;
  weft_id sentence = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What one check found in one bead.
struct Finding {
  std::string_view kind;      // number, date, amount, unit, name, quote, negation
  std::string text;           // "2021 / 2001"
  std::vector<Place> places;  // on both sides
};

/// The place of bytes [begin, end) of side.text.
Place place_of(const BeadSide& side, std::size_t begin, std::size_t end);

/// Names that reading beads needs; made once.
struct BeadNames {
  weft_id bead = name(WEFT_LINK_BEAD);
  weft_id source = name(WEFT_ROLE_SOURCE);
  weft_id target = name(WEFT_ROLE_TARGET);
  weft_id boilerplate = name(WEFT_SPAN_BOILERPLATE);
};

/// All links of type bead. The views live as long as `document`.
std::vector<BeadPair> read_beads(const Document& document, const BeadNames& names);

/// True for tags of that language: zh for zh-Hans.
bool is_language(std::string_view tag, std::string_view language);

}  // namespace weft
