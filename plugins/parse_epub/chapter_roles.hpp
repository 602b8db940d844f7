// SPDX-License-Identifier: Apache-2.0
/// What epub:type, role, class and guide say about parts of a book.
#pragma once

#include <weft/zip/blocks.hpp>
#include <weft/zip/xml.hpp>

#include <string_view>

namespace weft {

/// What an element is beyond its name.
struct ElementRole {
  bool skipped = false;   ///< hidden, a page number, a way to a note or back
  bool is_note = false;   ///< the body of a note
  bool is_quote = false;  ///< an epigraph
  bool is_title_page = false;
  std::string_view reason = {};  ///< boilerplate, of static storage
};

/// By epub:type, DPUB-ARIA role, the attributes hidden and style, and the classes of pandoc.
ElementRole role_of(const XmlElement& element);

/// The reason for which a whole chapter of a role (guide, landmarks) is boilerplate; empty for
/// content. Of static storage.
std::string_view reason_of_role(std::string_view role);

/// The block that a class of this name makes of a paragraph; type empty when it says nothing.
BlockKind kind_of_classes(std::string_view classes, bool title_page);

/// True for "1", "[12]", "*", "†", "①", "注1": the mark of a note. `raised`: it stands in <sup>,
/// without which bare numbers and letters are text.
bool is_note_mark(std::string_view text, bool raised);

}  // namespace weft
