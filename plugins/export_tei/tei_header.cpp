// SPDX-License-Identifier: Apache-2.0
/// Elements in the order that TEI wants; a clock is never asked.
#include "tei_header.hpp"

#include <algorithm>

#include "weft/exports/pair_reader.hpp"
#include "weft/exports/xml_text.hpp"

namespace weft {
namespace {

/// All values of the document's own metadata under a key, one line each, none twice.
std::vector<std::string> values_of(const Document& document, weft_id key) {
  std::vector<std::string> out;
  for (const weft_attr& attribute : document.attributes()) {
    if (attribute.owner_kind != WEFT_ON_DOCUMENT || attribute.key != key ||
        attribute.value.kind != WEFT_VALUE_STRING)
      continue;
    std::string value = clean_line(to_view(attribute.value.as.string));
    if (!value.empty() && std::find(out.begin(), out.end(), value) == out.end())
      out.push_back(std::move(value));
  }
  return out;
}

void append_element(std::string& out, std::string_view open, std::string_view name,
                    std::string_view text) {
  ((out += '<') += open) += '>';
  append_escaped(out, text);
  ((out += "</") += name) += ">\n";
}

void append_publication(std::string& out) {
  out += "<publicationStmt>\n<p>Made by weft";
  const std::string date = extended_date(build_seconds());
  if (!date.empty()) {
    out += ", <date";
    append_attribute(out, "when", date);
    out += "/>";
  }
  out += "</p>\n</publicationStmt>\n";
}

void append_encoding(std::string& out, const MadeBy& made_by) {
  out += "<encodingDesc>\n<appInfo>\n<application ident=\"weft\"";
  append_attribute(out, "version", made_by.version);
  out += ">\n";
  append_element(out, "label", "label", "weft " + made_by.version);
  if (!made_by.pipeline.empty())
    append_element(out, "desc", "desc", "pipeline " + clean_line(made_by.pipeline));
  if (!made_by.pipeline_hash.empty())
    append_element(out, "desc", "desc", "pipeline hash " + made_by.pipeline_hash);
  out += "</application>\n</appInfo>\n</encodingDesc>\n";
}

}  // namespace

TeiHeader::TeiHeader()
    : title_(name(WEFT_KEY_TITLE)),
      fields_{{title_, "title", "title"},
              {name(WEFT_KEY_AUTHOR), "author", "author"},
              {name(WEFT_KEY_TRANSLATOR), "editor role=\"translator\"", "editor"},
              {name(WEFT_KEY_PUBLISHER), "publisher", "publisher"},
              {name(WEFT_KEY_DATE_PUBLISHED), "date type=\"published\"", "date"},
              {name(WEFT_KEY_SITE), "note type=\"site\"", "note"},
              {name(WEFT_KEY_LICENSE), "note type=\"license\"", "note"},
              {name(WEFT_KEY_URL), "idno type=\"url\"", "idno"},
              {name(WEFT_KEY_TRANSLATION_OF), "idno type=\"translation-of\"", "idno"},
              {name(WEFT_KEY_RECORD_ID), "idno type=\"record\"", "idno"}} {}

void TeiHeader::append_corpus(std::string& out, const MadeBy& made_by) {
  out += "<teiHeader>\n<fileDesc>\n<titleStmt>\n";
  append_element(out, "title", "title",
                 made_by.pipeline.empty() ? "Parallel corpus" : clean_line(made_by.pipeline));
  out += "</titleStmt>\n";
  append_publication(out);
  out += "<sourceDesc>\n<p>Each text has its own.</p>\n</sourceDesc>\n</fileDesc>\n";
  append_encoding(out, made_by);
  out += "</teiHeader>\n";
}

void TeiHeader::append_source(std::string& out, const Document& document) const {
  out += "<sourceDesc>\n<bibl>\n";
  for (const Field& field : fields_) {
    for (const std::string& value : values_of(document, field.key))
      append_element(out, field.open, field.name, value);
  }
  append_element(out, "idno type=\"document\"", "idno", clean_line(document.id()));
  for (std::size_t i = 0; i < document.source_count(); ++i)
    append_element(out, "idno type=\"file\"", "idno", clean_line(to_view(document.source(i).uri)));
  out += "</bibl>\n</sourceDesc>\n";
}

void TeiHeader::append_document(std::string& out, const Document& document,
                                const std::vector<std::string>& languages,
                                const MadeBy* made_by) const {
  out += "<teiHeader>\n<fileDesc>\n<titleStmt>\n";
  const std::vector<std::string> titles = values_of(document, title_);
  append_element(out, "title", "title",
                 titles.empty() ? clean_line(document.id()) : titles.front());
  out += "</titleStmt>\n";
  append_publication(out);
  append_source(out, document);
  out += "</fileDesc>\n";
  if (made_by != nullptr) append_encoding(out, *made_by);
  out += "<profileDesc>\n<langUsage>\n";
  for (const std::string& language : languages) {
    out += "<language";
    append_attribute(out, "ident", language);
    out += "/>\n";
  }
  out += "</langUsage>\n</profileDesc>\n</teiHeader>\n";
}

}  // namespace weft
