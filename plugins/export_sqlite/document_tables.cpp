// SPDX-License-Identifier: Apache-2.0
#include "document_tables.hpp"

#include "schema.hpp"

namespace weft {
namespace {

// Made when the rows are there, which is faster.
constexpr const char* kIndexes =
    "CREATE UNIQUE INDEX span_number ON span(document, number);"
    "CREATE INDEX span_type ON span(type);"
    "CREATE INDEX link_document ON link(document, type);"
    "CREATE INDEX link_end_span ON link_end(span);"
    "CREATE INDEX attribute_owner ON attribute(document, owner_kind, owner);"
    "CREATE INDEX attribute_key ON attribute(key);"
    "CREATE INDEX pair_document ON pair(document);"
    "INSERT INTO search(search) VALUES ('optimize');";

std::string_view owner_word(std::uint32_t kind) {
  switch (kind) {
    case WEFT_ON_DOCUMENT:
      return "document";
    case WEFT_ON_SPAN:
      return "span";
    case WEFT_ON_LINK:
      return "link";
    case WEFT_ON_VIEW:
      return "view";
    case WEFT_ON_SOURCE:
      return "source";
    default:
      return "other";
  }
}

const Database& with_schema(Database& database) {
  database.run(kSchema);
  return database;
}

}  // namespace

DocumentTables::DocumentTables(const std::string& path, const MadeBy& made_by,
                               const LanguageMap& languages)
    : database_(path),
      languages_(languages),
      document_(with_schema(database_),
                "INSERT INTO document(name, title, language, date) VALUES (?, ?, ?, ?)"),
      source_(database_, "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)"),
      view_(database_, "INSERT INTO view VALUES (?, ?, ?, ?, ?, ?)"),
      span_(database_,
            "INSERT INTO span(document, number, view, type, keep, parent, \"begin\", \"end\", "
            "source, source_begin, source_end, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      link_(database_, "INSERT INTO link(document, number, type, score) VALUES (?, ?, ?, ?)"),
      end_(database_, "INSERT INTO link_end VALUES (?, ?, ?, ?)"),
      attribute_(database_,
                 "INSERT INTO attribute(document, owner_kind, owner, key, value, origin, evidence, "
                 "confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      pair_(database_,
            "INSERT INTO pair(document, link, source_language, target_language, source_text, "
            "target_text, score, method, findings, reject, review, source_uri, target_uri, "
            "source_bytes, target_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      search_(database_, "INSERT INTO search(rowid, text, two) VALUES (?, ?, ?)") {
  Insert made(database_, "INSERT INTO made_by VALUES (?, ?)");
  made.text("weft").text(made_by.version).insert();
  if (!made_by.pipeline.empty()) made.text("pipeline").text(made_by.pipeline).insert();
  if (!made_by.pipeline_hash.empty())
    made.text("pipeline-hash").text(made_by.pipeline_hash).insert();
}

void DocumentTables::add(const Document& document, const std::vector<Pair>& pairs) {
  span_ids_.clear();
  link_ids_.clear();
  add_document(document);
  add_sources(document);
  add_views(document);
  add_spans(document);
  add_links(document);
  add_attributes(document);
  add_pairs(pairs);
}

void DocumentTables::mark() {
  marked_at_ = {document_.last(), span_.last(), link_.last(), attribute_.last(), pair_.last()};
  searched_.clear();
}

void DocumentTables::undo() {
  undo_search();
  const auto [document, span, link, attribute, pair] = marked_at_;
  const auto remove = [&](const char* table, const char* key, std::int64_t above) {
    const std::string sql = std::string("DELETE FROM ") + table + " WHERE " + key + " > ?";
    Insert(database_, sql.c_str()).integer(above).insert();
  };
  remove("pair", "id", pair);
  remove("attribute", "id", attribute);
  remove("link_end", "link", link);
  remove("link", "id", link);
  remove("span", "id", span);
  for (const char* table : {"view", "source"})
    remove(table, "document", document);
  remove("document", "id", document);
  document_.go_back(document);
  span_.go_back(span);
  link_.go_back(link);
  attribute_.go_back(attribute);
  pair_.go_back(pair);
}

/// A full text without content is told the words of what it shall forget.
void DocumentTables::undo_search() {
  Insert forget(database_,
                "INSERT INTO search(search, rowid, text, two) VALUES ('delete', ?, ?, ?)");
  Query text_of(database_, "SELECT text FROM span WHERE id = ?");
  for (const std::int64_t row : searched_) {
    search_text_.read(text_of.text(row));
    forget.integer(row).text(search_text_.words).text(search_text_.two).insert();
  }
  searched_.clear();
}

void DocumentTables::finish() {
  database_.run(kIndexes);
  for (Insert* each :
       {&document_, &source_, &view_, &span_, &link_, &end_, &attribute_, &pair_, &search_})
    each->close();
  database_.finish();
}

std::string_view DocumentTables::first(const Document& document, weft_id key) const {
  return document.string(Owner{}, key);
}

Keep DocumentTables::keep(weft_id type) {
  const auto found = keep_.find(type);
  if (found != keep_.end()) return found->second;
  return keep_.emplace(type, keep_of(name_of(type))).first->second;
}

void DocumentTables::add_document(const Document& document) {
  const std::string_view language = first(document, language_);
  const std::string mapped = language.empty() ? std::string() : languages_(language);
  id_ = document_.text(document.id())
            .text_or_null(first(document, title_))
            .text_or_null(mapped)
            .text_or_null(first(document, published_))
            .insert();
}

void DocumentTables::add_sources(const Document& document) {
  for (std::size_t i = 0; i < document.source_count(); ++i) {
    const weft_source& source = document.source(i);
    source_.integer(id_).integer(source.id).text(to_view(source.uri));
    source_.text_or_null(to_view(source.media_type)).text_or_null(to_view(source.encoding));
    source_.text_or_null(to_view(source.hash)).insert();
  }
}

void DocumentTables::add_views(const Document& document) {
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    const weft_view& view = document.view(i);
    const std::string_view language = to_view(view.lang);
    const std::string mapped = language.empty() ? std::string() : languages_(language);
    view_.integer(id_).integer(view.id).text(to_view(view.name)).text_or_null(mapped);
    view_.integer_or_null(view.parent).text(to_view(view.text)).insert();
  }
}

void DocumentTables::add_spans(const Document& document) {
  std::unordered_set<weft_id> with_sentences;
  for (const weft_span& span : document.spans())
    if (keep(span.type) == Keep::kSentence) with_sentences.insert(span.parent);
  // Rows in text order, parents first.
  std::vector<weft_span> spans(document.spans().begin(), document.spans().end());
  Document::sort_in_text_order(spans);
  for (const weft_span& span : spans) {
    const Keep kept = keep(span.type);
    const auto parent = span_ids_.find(span.parent);
    const SourceRange origin = document.trace(span);
    span_.integer(id_).integer(span.id).integer(span.view).text(name_of(span.type));
    span_.text_or_null(keep_name(kept));
    span_.integer_or_null(parent == span_ids_.end() ? 0 : parent->second);
    span_.integer(span.begin).integer(span.end).integer_or_null(origin.source);
    if (origin.source == 0) {
      span_.null().null();
    } else {
      span_.integer(static_cast<std::int64_t>(origin.begin));
      span_.integer(static_cast<std::int64_t>(origin.end));
    }
    const std::string_view text = document.text(span);
    const std::int64_t row = (kept == Keep::kContainer ? span_.null() : span_.text(text)).insert();
    span_ids_.emplace(span.id, row);
    const bool block = kept == Keep::kBody || kept == Keep::kMeta || kept == Keep::kAux;
    const bool whole = kept == Keep::kSentence || (block && with_sentences.count(span.id) == 0);
    if (!whole || !document.is_leaf(span.view)) continue;
    search_text_.read(text);
    searched_.push_back(row);
    search_.integer(row).text(search_text_.words).text(search_text_.two).insert();
  }
}

void DocumentTables::add_links(const Document& document) {
  for (const weft_link& link : document.links()) {
    link_.integer(id_).integer(link.id).text(name_of(link.type)).real(link.score);
    const std::int64_t row = link_.insert();
    link_ids_.emplace(link.id, row);
    std::int64_t position = 0;
    for (const weft_end& end : document.ends(link)) {
      end_.integer(row).integer(position++).text_or_null(name_of(end.role));
      end_.integer(span_ids_.at(end.span)).insert();
    }
  }
}

std::int64_t DocumentTables::owner_of(const weft_attr& attribute) const {
  if (attribute.owner_kind == WEFT_ON_SPAN) return span_ids_.at(attribute.owner);
  if (attribute.owner_kind == WEFT_ON_LINK) return link_ids_.at(attribute.owner);
  return attribute.owner;
}

void DocumentTables::add_attributes(const Document& document) {
  for (const weft_attr& attribute : document.attributes()) {
    attribute_.integer(id_).text(owner_word(attribute.owner_kind));
    attribute_.integer_or_null(owner_of(attribute)).text(name_of(attribute.key));
    switch (attribute.value.kind) {
      case WEFT_VALUE_STRING:
        attribute_.text(to_view(attribute.value.as.string));
        break;
      case WEFT_VALUE_REAL:
        attribute_.real(attribute.value.as.real);
        break;
      case WEFT_VALUE_INTEGER:
        attribute_.integer(attribute.value.as.integer);
        break;
      default:
        attribute_.null();
    }
    const auto evidence = span_ids_.find(attribute.evidence);
    attribute_.text_or_null(attribute.origin == 0 ? std::string_view{} : name_of(attribute.origin));
    attribute_.integer_or_null(evidence == span_ids_.end() ? 0 : evidence->second);
    attribute_.real(attribute.confidence).insert();
  }
}

void DocumentTables::add_pairs(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    const std::string source = pair.source.empty() ? "" : languages_(pair.source.language);
    const std::string target = pair.target.empty() ? "" : languages_(pair.target.language);
    const std::string findings = pair.findings_line();
    pair_.integer(id_).integer(link_ids_.at(pair.link)).text_or_null(source).text_or_null(target);
    pair_.text(pair.source.text).text(pair.target.text).real(pair.score);
    pair_.text_or_null(pair.method).text_or_null(findings).text_or_null(pair.reject);
    pair_.text_or_null(pair.review);
    pair_.text_or_null(pair.source.source_uri).text_or_null(pair.target.source_uri);
    pair_.text_or_null(pair.source.ranges).text_or_null(pair.target.ranges).insert();
  }
}

}  // namespace weft
