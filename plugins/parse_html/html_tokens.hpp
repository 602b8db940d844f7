// SPDX-License-Identifier: Apache-2.0
/// The shallow part of HTML's tokenizer: where tags, comments and raw text begin and end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "html_tags.hpp"

namespace weft {

/// One attribute as it stands in the source: offsets of the whole, its name and its value without
/// quotes.
struct RawAttribute {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;
  std::string_view value;
};

/// A start or end tag as it stands in the source.
struct RawTag {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind '>', or the end of the source when the tag is not closed
  std::size_t name_end = 0;
  std::string_view name;
  Tag tag = Tag::unknown;
  bool is_end = false;
  bool self_closing = false;
  bool complete = false;                 ///< a '>' was found; otherwise HTML drops the whole tag
  std::vector<RawAttribute> attributes;  ///< of start tags
};

/// True when the '<' at `at` opens a start or end tag.
bool opens_tag(std::string_view source, std::size_t at);

/// Reads the tag whose '<' stands at `at`, which opens_tag() said is one, into `tag` (reused to
/// save allocations). Views point into `source`.
void read_tag(std::string_view source, std::size_t at, RawTag& tag);

/// The end of the comment, doctype or processing instruction whose '<' stands at `at` (behind its
/// '>').
std::size_t end_of_comment(std::string_view source, std::size_t at);

/// Where the raw text of `<name>` that begins at `from` ends: the '<' of its end tag, or the end of
/// the source. Script text follows HTML's rule that `<!-- <script>` hides one end tag.
std::size_t end_of_raw_text(std::string_view source, std::size_t from, Tag tag);

/// True for elements whose content is text up to their end tag (script, style, title, textarea,
/// ...).
bool is_raw_text_tag(Tag tag);

/// ASCII case-insensitive equality.
bool equals_ignoring_case(std::string_view a, std::string_view b);

/// The first place at or after `from` where `needle` (lower case) stands in any ASCII case, or
/// npos.
std::size_t find_ignoring_case(std::string_view text, std::string_view needle,
                               std::size_t from = 0);

}  // namespace weft
