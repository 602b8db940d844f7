// SPDX-License-Identifier: Apache-2.0
/// From spans, links and metadata to what is read.
#include "weft/briefing/briefing.hpp"

#include <algorithm>
#include <unordered_set>

#include "open_document.hpp"
#include "passages.hpp"
#include "summary_points.hpp"

namespace weft {
namespace {

void add_unless_there(std::vector<std::string>& list, std::string line) {
  if (line.empty() || std::find(list.begin(), list.end(), line) != list.end()) return;
  list.push_back(std::move(line));
}

void add_unless_there(std::vector<BriefingLine>& list, std::string line, std::string language) {
  const bool there =
      std::any_of(list.begin(), list.end(), [&](const auto& other) { return other.text == line; });
  if (!line.empty() && !there) list.push_back({std::move(line), std::move(language)});
}

/// The attributes of the document of a key that are text.
std::vector<const weft_attr*> attributes_of(const Document& document, weft_id key) {
  std::vector<const weft_attr*> out;
  for (const weft_attr& attribute : document.attributes()) {
    if (attribute.owner_kind == WEFT_ON_DOCUMENT && attribute.key == key &&
        attribute.value.kind == WEFT_VALUE_STRING)
      out.push_back(&attribute);
  }
  return out;
}

std::vector<std::string> values_of(const OpenDocument& open, weft_id key) {
  std::vector<std::string> out;
  for (const weft_attr* attribute : attributes_of(open.document(), key))
    add_unless_there(out, open.one_line(to_view(attribute->value.as.string)));
  return out;
}

/// Titles and standfirsts that stand in the text; the metadata's where none does.
void read_titles(const OpenDocument& open, Briefing& out) {
  const Document& document = open.document();
  std::vector<weft_span> spans(document.spans().begin(), document.spans().end());
  Document::sort_in_text_order(spans);
  for (const weft_span& span : spans) {
    const auto* type = open.names().type_of(span);
    if (type == nullptr || !open.is_root(span.view)) continue;
    if (type->role == BriefingNames::Role::kTitle)
      add_unless_there(out.titles, open.one_line(document.text(span)), open.language_of(span));
    if (type->role == BriefingNames::Role::kDeck)
      add_unless_there(out.decks, open.one_line(document.text(span)), open.language_of(span));
  }
  const auto first_of = [&](weft_id key, std::vector<BriefingLine>& list) {
    if (!list.empty()) return;
    for (const std::string& value : values_of(open, key)) {
      if (list.empty()) list.push_back({value, {}});
    }
  };
  first_of(open.names().title, out.titles);
  first_of(open.names().deck, out.decks);
  first_of(open.names().headline, out.titles);
  out.id = open.one_line(document.id());
  if (out.titles.empty()) out.titles.push_back({out.id, {}});
}

void read_facts(const OpenDocument& open, Briefing& out) {
  for (const auto& fact : open.names().facts) {
    std::vector<std::string> values = values_of(open, fact.id);
    if (!values.empty()) out.facts.push_back({fact.key, fact.label, std::move(values)});
  }
  for (const weft_id key : open.names().urls) {
    for (const std::string& url : values_of(open, key))
      add_unless_there(out.urls, url);
  }
}

void read_phrases(const OpenDocument& open, PlaceMarks& marks, Briefing& out) {
  std::unordered_set<std::string> seen;
  for (const weft_attr* attribute : attributes_of(open.document(), open.names().keyphrase)) {
    std::string text = open.one_line(to_view(attribute->value.as.string));
    if (text.empty() || !seen.insert(text).second) continue;
    out.phrases.push_back({std::move(text)});
    const weft_span* span = open.document().find_span(attribute->evidence);
    if (span != nullptr)
      marks.add(*span, &BriefingRun::phrase, static_cast<std::uint32_t>(out.phrases.size()));
  }
}

void read_figures(const OpenDocument& open, PlaceMarks& marks, Briefing& out) {
  for (const weft_attr* attribute : attributes_of(open.document(), open.names().key_figure)) {
    KeyFigure figure;
    figure.clause.text = open.one_line(to_view(attribute->value.as.string));
    const weft_span* span = open.document().find_span(attribute->evidence);
    if (span != nullptr) {
      figure.text = open.one_line(open.document().text(*span));
      figure.canonical = open.one_line(open.string(span->id, open.names().canonical));
      figure.clause.language = open.language_of(*span);
    }
    if (figure.clause.text.empty()) continue;
    out.figures.push_back(std::move(figure));
    if (span != nullptr)
      marks.add(*span, &BriefingRun::figure, static_cast<std::uint32_t>(out.figures.size()));
  }
}

/// Sentences and parts of them that say a language of their own.
void read_languages(const OpenDocument& open, PlaceMarks& marks) {
  for (const weft_span& span : open.document().spans()) {
    if (span.type != open.names().sentence && span.type != open.names().foreign) continue;
    const std::string_view language = open.string(span.id, open.names().lang);
    if (!language.empty()) marks.add_language(span, std::string(language));
  }
}

void note_places(const BriefingText& text, Briefing& out) {
  for (const BriefingRun& run : text.runs) {
    if (run.point != 0) out.summary[run.point - 1].placed = true;
    if (run.translation != 0) out.summary[run.translation - 1].translation_placed = true;
    if (run.figure != 0) out.figures[run.figure - 1].placed = true;
    if (run.phrase != 0) out.phrases[run.phrase - 1].placed = true;
  }
}

void note_places(Briefing& out) {
  for (const Passage& passage : out.body) {
    note_places(passage.text, out);
    for (const auto& row : passage.rows) {
      for (const BriefingText& cell : row)
        note_places(cell, out);
    }
  }
}

}  // namespace

BriefingNames::BriefingNames() {
  const auto fact = [this](const char* key, const char* label) {
    facts.push_back({name(key), key, label});
  };
  fact(WEFT_KEY_AUTHOR, "Author");
  fact(WEFT_KEY_TRANSLATOR, "Translator");
  fact(WEFT_KEY_DATE_PUBLISHED, "Published");
  fact(WEFT_KEY_DATE_MODIFIED, "Modified");
  fact(WEFT_KEY_PUBLISHER, "Publisher");
  fact(WEFT_KEY_SITE, "Site");
  fact(WEFT_KEY_LANGUAGE, "Language");
  fact(WEFT_KEY_LICENSE, "License");
  urls = {name(WEFT_KEY_URL), name(WEFT_KEY_TRANSLATION_OF)};
  const auto put = [this](const char* type, Role role, Shape shape = Shape::kParagraph) {
    types[name(type)] = {role, shape};
  };
  put(WEFT_SPAN_TITLE, Role::kTitle);
  put(WEFT_SPAN_DECK, Role::kDeck);
  put(WEFT_SPAN_PARAGRAPH, Role::kBlock);
  put(WEFT_SPAN_HEADING, Role::kBlock, Shape::kHeading);
  put(WEFT_SPAN_LIST_ITEM, Role::kBlock, Shape::kListItem);
  put(WEFT_SPAN_QUOTE, Role::kBlock, Shape::kQuote);
  put(WEFT_SPAN_TABLE_CELL, Role::kBlock, Shape::kTable);
  put(WEFT_SPAN_CODE, Role::kBlock, Shape::kCode);
}

const BriefingNames::Type* BriefingNames::type_of(const weft_span& span) const {
  const auto found = types.find(span.type);
  return found == types.end() ? nullptr : &found->second;
}

std::string BriefingText::plain() const {
  std::string out;
  for (const BriefingRun& run : runs)
    out += run.text;
  return out;
}

std::string Fact::joined() const {
  std::string out;
  for (const std::string& value : values)
    out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::vector<std::string> Briefing::values(std::string_view key) const {
  for (const Fact& fact : facts) {
    if (fact.key == key) return fact.values;
  }
  return {};
}

BriefingReader::BriefingReader() : names_(std::make_unique<BriefingNames>()) {}
BriefingReader::~BriefingReader() = default;

Briefing BriefingReader::read(const Document& document, bool with_body) const {
  Briefing out;
  const OpenDocument open(document, *names_);
  PlaceMarks marks(open);
  read_titles(open, out);
  read_facts(open, out);
  out.summary = read_summary(open, marks);
  read_phrases(open, marks, out);
  read_figures(open, marks, out);
  out.language = out.titles.front().language;
  if (out.language.empty() && !open.blocks().empty())
    out.language = open.language_of(open.blocks().front());
  if (with_body) {
    read_languages(open, marks);
    out.body = read_body(open, marks);
  }
  note_places(out);
  if (open.replaced() > 0)
    document.context().count(names_->replaced, static_cast<double>(open.replaced()));
  return out;
}

}  // namespace weft
