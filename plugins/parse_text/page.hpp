// SPDX-License-Identifier: Apache-2.0
/// A text on its way to being understood: its units, what is known of all of them, what was read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fields.hpp"
#include "units.hpp"

namespace weft::plain {

/// One piece of metadata, to become an attribute of the document.
struct Fact {
  std::string_view key;  ///< WEFT_KEY_...
  std::string value;
  std::string_view origin;  ///< "byline-line", "title-line", ...
  std::size_t unit = 0;     ///< the unit it was read from
  double confidence = 0;
};

/// What the passes share. They run in the order of read_text.cpp; each decides only units that no
/// earlier one has.
struct Page {
  std::string_view text;
  std::vector<Unit> units;
  std::vector<Fact> facts;

  std::size_t header_end = 0;     ///< first unit behind the lines above the body
  std::size_t tail_begin = 0;     ///< first unit behind the last paragraph of the body
  std::uint32_t prose_width = 0;  ///< median columns of a paragraph; 0 without prose
  std::size_t prose_count = 0;
  bool blank_separated = false;        ///< paragraphs have blank lines between them
  bool diary = false;                  ///< dates alone on a line head its entries
  bool interleaved = false;            ///< scripts take turns: a bilingual text
  std::vector<std::string> site_keys;  ///< match_key of names of the site found

  [[nodiscard]] std::string_view text_of(const Unit& unit) const {
    return text.substr(unit.begin, unit.end - unit.begin);
  }
  [[nodiscard]] bool has(std::string_view fact_key) const;
  /// A sentence or more, as body paragraphs are.
  [[nodiscard]] bool is_prose(std::size_t i) const;
  /// A short line that does not end like a sentence, of letters: a title or a heading may be one.
  [[nodiscard]] bool is_short_line(std::size_t i) const;

  void mark(std::size_t i, std::string_view kind, std::string_view reason = {});
  void furnish(std::size_t i, std::string_view reason);  ///< marks as boilerplate
  void add_fact(std::string_view key, std::string value, std::string_view origin, std::size_t unit,
                double confidence);
};

/// Takes end marks, rules and glued file names off the units, so that what is left is text.
void cut_marks(Page& page);
/// Two to four Han characters and nothing else: a name, or the shortest of headings.
[[nodiscard]] bool is_short_han(const Shape& shape);
/// Finds the measures of the whole text.
void survey(Page& page);

}  // namespace weft::plain
