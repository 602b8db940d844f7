// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_text: scraped plain text becomes one view with typed blocks and metadata.

#include <weft/plugin.hpp>
#include <weft/text/decode.hpp>

#include <string>
#include <utility>
#include <vector>

#include "read_text.hpp"
#include "sentence_lines.hpp"
#include "sniff.hpp"

namespace weft {
namespace {

/// Names used for spans, keys and origins, interned once: interning takes a lock.
class Names {
 public:
  Names() {
    for (const char* text : {WEFT_SPAN_TITLE,
                             WEFT_SPAN_DECK,
                             WEFT_SPAN_BYLINE,
                             WEFT_SPAN_DATE,
                             WEFT_SPAN_SOURCE,
                             WEFT_SPAN_TRANSLATOR,
                             WEFT_SPAN_PARAGRAPH,
                             WEFT_SPAN_HEADING,
                             WEFT_SPAN_LIST_ITEM,
                             WEFT_SPAN_QUOTE,
                             WEFT_SPAN_CAPTION,
                             WEFT_SPAN_CREDIT,
                             WEFT_SPAN_BIO,
                             WEFT_SPAN_BOILERPLATE,
                             WEFT_SPAN_SENTENCE,
                             WEFT_KEY_AUTHOR,
                             WEFT_KEY_DATE_PUBLISHED,
                             WEFT_KEY_DATE_MODIFIED,
                             WEFT_KEY_URL,
                             WEFT_KEY_SITE,
                             WEFT_KEY_PUBLISHER,
                             WEFT_KEY_TRANSLATION_OF,
                             WEFT_KEY_LEVEL,
                             WEFT_KEY_REASON,
                             WEFT_KEY_REPAIRED,
                             "title-line",
                             "deck-line",
                             "byline-line",
                             "date-line",
                             "dateline",
                             "source-line",
                             "translator-line",
                             "bio-line",
                             "furniture"})
      ids_.emplace_back(text, name(text));
  }

  /// The id of one of the names above.
  weft_id operator()(std::string_view text) const {
    for (const auto& [known, id] : ids_) {
      if (known == text) return id;
    }
    throw Error(WEFT_E_INTERNAL, "parse_text uses the name '" + std::string(text) +
                                     "', which its table of names lacks");
  }

 private:
  std::vector<std::pair<std::string_view, weft_id>> ids_;
};

class TextParser final : public Parser {
 public:
  explicit TextParser(const Options& options)
      : main_content_(options.boolean("main-content")),
        sentence_lines_(options.string("lines") == "sentences") {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return plain::sniff_text(uri, media_type, head);
  }

  void parse(const Source& source, Document& document) override {
    const Decoded decoded = decode(source.bytes, charset_of(source.media_type));
    document.set_source(1, "text/plain", decoded.encoding);
    if (decoded.repaired > 0)
      document.set(on_source(1), names_(WEFT_KEY_REPAIRED),
                   static_cast<std::int64_t>(decoded.repaired));
    NewView view;
    view.name = WEFT_VIEW_TEXT;
    view.text = decoded.text;
    view.media_type = "text/plain";
    view.runs = decoded.runs;
    const weft_id view_id = document.add_view(view);
    if (sentence_lines_) {
      write_sentences(decoded.text, view_id, document);
    } else {
      write(plain::read_text(decoded.text, main_content_), view_id, document);
    }
  }

 private:
  void write_sentences(std::string_view text, weft_id view, Document& document) const {
    const std::vector<plain::SentenceLine> lines = plain::sentence_lines(text);
    weft_id paragraph = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].begins_paragraph) {
        std::size_t last = i;
        while (last + 1 < lines.size() && !lines[last + 1].begins_paragraph)
          ++last;
        paragraph =
            document.add_span(names_(WEFT_SPAN_PARAGRAPH), view, lines[i].begin, lines[last].end);
      }
      document.add_span(names_(WEFT_SPAN_SENTENCE), view, lines[i].begin, lines[i].end, paragraph);
    }
  }

  void write(const plain::Reading& reading, weft_id view, Document& document) const {
    std::vector<weft_id> spans;
    spans.reserve(reading.units.size());
    for (const plain::Unit& unit : reading.units) {
      const weft_id span = document.add_span(names_(unit.kind), view, unit.begin, unit.end);
      spans.push_back(span);
      if (unit.credit_end > unit.credit_begin)
        document.add_span(names_(WEFT_SPAN_CREDIT), view, unit.credit_begin, unit.credit_end, span);
      if (unit.level > 0)
        document.set(on_span(span), names_(WEFT_KEY_LEVEL), std::int64_t{unit.level});
      if (unit.kind == WEFT_SPAN_BOILERPLATE)
        document.set(on_span(span), names_(WEFT_KEY_REASON), unit.reason);
    }
    for (const plain::Fact& fact : reading.facts) {
      document.add(Owner{}, names_(fact.key), fact.value,
                   {names_(fact.origin), spans[fact.unit], fact.confidence});
    }
  }

  bool main_content_;
  bool sentence_lines_;
  Names names_;
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::TextParser, .id = "parse_text", .version = "0.1.0",
            .doc =
                "Reads scraped plain text: paragraphs, headings, captions, metadata lines, "
                "page furniture.",
            .params = {{.name = "main-content",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "Mark page furniture as boilerplate; false keeps all of it as "
                               "paragraphs."},
                       {.name = "lines",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "text",
                        .doc = "What a line is: part of a text to be understood, or one sentence "
                               "(blank lines part paragraphs) as in sentence-aligned corpora.",
                        .choices = {"text", "sentences"}}},
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_TITLE, WEFT_SPAN_SENTENCE},
            .media_types = {"text/plain"})
