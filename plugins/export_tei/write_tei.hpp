// SPDX-License-Identifier: Apache-2.0
/// The markup of TEI behind the header: links in <standOff>, texts in a <group>.
#pragma once

#include <string>
#include <string_view>

#include "weft/exports/side_text.hpp"

namespace weft {

/// Opens <TEI>; inside a corpus it has the namespace already.
void open_document(std::string& out, bool in_corpus);
void close_document(std::string& out);
/// A document without a text, for a corpus that would have none.
void append_empty_document(std::string& out);

/// Opens the group of texts that close_document closes.
void open_texts(std::string& out);
/// One view: a block an element, a sentence an <s> with its id.
void append_text(std::string& out, std::string_view language, const SideText& text);

/// The links of one document, and what is said of them.
class TeiLinks {
 public:
  /// `targets` are pointers to the sentences of both sides, the source's first.
  void add(const std::string& id, std::string_view targets, const Pair& pair);
  /// Nothing where there is no link.
  void append_to(std::string& out) const;

 private:
  void add_note(std::string_view type, const std::string& link, std::string_view text);

  std::string links_;
  std::string notes_;
};

}  // namespace weft
