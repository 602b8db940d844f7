// SPDX-License-Identifier: Apache-2.0
/// The passes that give units their kind, in the order they run; see read_text.cpp.
#pragma once

#include <cstddef>

#include "fields.hpp"
#include "page.hpp"

namespace weft::plain {

/// Furniture known by its wording anywhere in the text, with the lines that hang on it (the
/// sentence under a sign-up heading, the title under a video heading, the list under "Related").
void mark_furniture(Page& page);

/// The names, times, numbers and buttons around the posts of a thread.
void mark_thread(Page& page);

/// In the dump of a whole web page, marks the menus above the article as navigation and returns the
/// first unit of the article's own header; 0 for any other text.
std::size_t skip_page_head(Page& page);

/// Title, deck, byline, date, source and translator lines above the body, and the site's name and
/// slogan over them.
void read_header(Page& page);

/// Metadata, biographies and site furniture below the body.
void read_tail(Page& page);

/// Captions among the paragraphs, with the credits in them.
void mark_captions(Page& page);

/// Lists, quotations, headings; everything that is left is a paragraph.
void mark_body(Page& page);

/// Marks unit i by what its fields are, and turns them into facts.
void mark_fields(Page& page, std::size_t i, const FieldLine& line, double confidence);

/// A caption, a table's heading or its rows stand right above unit i.
[[nodiscard]] bool under_figure(const Page& page, std::size_t i);

/// Unit i names the people again whom a line in the other script of a bilingual text has named.
[[nodiscard]] bool repeats_authors(const Page& page, std::size_t i);

}  // namespace weft::plain
