// SPDX-License-Identifier: Apache-2.0
/// Documents for tests: made through the same checked transactions as in a run, and read back as
/// plain strings.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/stored_document.hpp"
#include "weft/vocabulary.h"

namespace weft::test {

/// Builds a document step by step. Anything invalid throws, as it would for a plugin.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string_view id = "test.txt");

  /// Adds a source with these bytes (kept by the builder's document). Returns its id.
  weft_id source(std::string_view uri, std::string_view bytes);
  /// Adds a view whose text is copied 1:1 from source 1 where that has the same bytes. Returns its
  /// id.
  weft_id view(std::string_view name, std::string_view lang, std::string_view text);
  /// Adds a view derived from another: runs as given.
  weft_id derived_view(std::string_view name, std::string_view lang, std::string_view text,
                       weft_id parent, const std::vector<weft_run>& runs);
  weft_id span(std::string_view type, weft_id view, std::size_t begin, std::size_t end,
               weft_id parent = 0);
  /// The span of the first occurrence of `text` in the view, at or behind the end of the span added
  /// last there.
  weft_id span(std::string_view type, weft_id view, std::string_view text, weft_id parent = 0);
  weft_id link(std::string_view type, const std::vector<std::pair<weft_id, std::string>>& ends,
               double score);
  void attribute(std::uint32_t owner_kind, weft_id owner, std::string_view key,
                 std::string_view value);
  void metadata(std::string_view key, std::string_view value) {
    attribute(WEFT_ON_DOCUMENT, 0, key, value);
  }

  /// The document; the builder is empty afterwards.
  StoredDocument build() { return std::move(document_); }
  StoredDocument& document() { return document_; }

 private:
  StoredDocument document_;
  std::vector<std::uint32_t> reached_;  ///< by view
};

/// One view named "text" of paragraphs with a blank line between them, a paragraph span on each,
/// lang set.
StoredDocument plain_document(std::string_view id, std::string_view lang,
                              const std::vector<std::string>& paragraphs);

/// Texts of the spans of a type in text order, of all views or of the named one.
std::vector<std::string> texts_of(const StoredDocument& document, std::string_view type,
                                  std::string_view view = {});
/// "type: text" of every span but containers', in text order: a whole parse at a glance.
std::vector<std::string> outline(const StoredDocument& document);
std::string text_of(const StoredDocument& document, const weft_span& span);
/// String values of an attribute; integers are written in digits, reals with %g.
std::vector<std::string> values_of(const StoredDocument& document, std::string_view key,
                                   std::uint32_t owner_kind = WEFT_ON_DOCUMENT, weft_id owner = 0);
/// The first of them, or "".
std::string value_of(const StoredDocument& document, std::string_view key,
                     std::uint32_t owner_kind = WEFT_ON_DOCUMENT, weft_id owner = 0);
/// "role text | role text" of every link of the type, in order.
std::vector<std::string> links_of(const StoredDocument& document, std::string_view type);
/// "[begin,end)" of the source bytes behind a span, through all parent views.
std::pair<std::uint64_t, std::uint64_t> source_range(const StoredDocument& document,
                                                     const weft_span& span);

}  // namespace weft::test
