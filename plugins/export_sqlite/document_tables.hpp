// SPDX-License-Identifier: Apache-2.0
/// Documents as rows of the tables of schema.sql.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "database.hpp"
#include "search_text.hpp"
#include "weft/document.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/exports/made_by.hpp"
#include "weft/exports/pair_reader.hpp"
#include "weft/keep.hpp"

namespace weft {

/// One database from the first document to finish(). One thread at a time.
class DocumentTables {
 public:
  DocumentTables(const std::string& path, const MadeBy& made_by, const LanguageMap& languages);

  /// The document whole, with the pairs that are wanted of it. Memory by the document, not by what
  /// was written before.
  void add(const Document& document, const std::vector<Pair>& pairs);
  /// What undo() goes back to is what there is now.
  void mark();
  /// Deletes the rows written since mark(): those of one document.
  void undo();
  /// Indexes, and the commit.
  void finish();

 private:
  void add_document(const Document& document);
  void add_sources(const Document& document);
  void add_views(const Document& document);
  void add_spans(const Document& document);
  void add_links(const Document& document);
  void add_attributes(const Document& document);
  void add_pairs(const std::vector<Pair>& pairs);
  void undo_search();
  [[nodiscard]] std::int64_t owner_of(const weft_attr& attribute) const;
  [[nodiscard]] std::string_view first(const Document& document, weft_id key) const;
  [[nodiscard]] Keep keep(weft_id type);

  Database database_;
  LanguageMap languages_;
  Insert document_;
  Insert source_;
  Insert view_;
  Insert span_;
  Insert link_;
  Insert end_;
  Insert attribute_;
  Insert pair_;
  Insert search_;
  SearchText search_text_;
  std::int64_t id_ = 0;  // of the document
  /// Rows of document, span, link, attribute and pair at the mark.
  std::array<std::int64_t, 5> marked_at_{};
  std::vector<std::int64_t> searched_;  // rows that search has since then
  std::unordered_map<weft_id, std::int64_t> span_ids_;
  std::unordered_map<weft_id, std::int64_t> link_ids_;
  std::unordered_map<weft_id, Keep> keep_;
  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id language_ = name(WEFT_KEY_LANGUAGE);
  weft_id published_ = name(WEFT_KEY_DATE_PUBLISHED);
};

}  // namespace weft
