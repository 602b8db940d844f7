// SPDX-License-Identifier: Apache-2.0
/// parse_html: a web page, or a fragment with a scraper's prologue, as text with typed blocks and
/// metadata.
#include <weft/vocabulary.h>
#include <weft/plugin.hpp>
#include <weft/text/decode.hpp>

#include "sniff_html.hpp"
#include "typed_page.hpp"

namespace weft {
namespace {

// Archives name their pages by address, folders by path; only an address tells of the page.
std::string_view web_address(std::string_view uri) {
  return uri.starts_with("http://") || uri.starts_with("https://") ? uri : std::string_view();
}

}  // namespace

class ParseHtml final : public Parser {
 public:
  explicit ParseHtml(const Options& options)
      : main_content_(options.boolean("main-content")),
        level_(name(WEFT_KEY_LEVEL)),
        reason_(name(WEFT_KEY_REASON)),
        row_(name(WEFT_KEY_ROW)),
        column_(name(WEFT_KEY_COLUMN)),
        repaired_(name(WEFT_KEY_REPAIRED)) {}

  int sniff(std::string_view uri, std::string_view media_type, std::string_view head) override {
    return score_html(uri, media_type, head);
  }

  void parse(const Source& source, Document& document) override {
    const PageOptions options{main_content_, web_address(source.uri)};
    const TypedPage page = read_page(source.bytes, options, charset_of(source.media_type));
    document.set_source(1, "text/html", page.encoding);
    if (page.repaired > 0) {
      document.set(on_source(1), repaired_, static_cast<std::int64_t>(page.repaired));
      document.context().warn(std::to_string(page.repaired) + " bytes are no text in " +
                              page.encoding + " and became U+FFFD");
    }
    const weft_id view =
        document.add_view({.name = WEFT_VIEW_TEXT, .text = page.text, .runs = page.runs});
    std::vector<weft_id> spans;
    spans.reserve(page.spans.size());
    for (const TypedSpan& span : page.spans)
      spans.push_back(add_span(span, view, spans, document));
    for (const PageValue& value : page.metadata) {
      const weft_id evidence = value.evidence == kNoSpan ? 0 : spans.at(value.evidence);
      document.add(Owner{}, name(value.key), value.value,
                   {name(value.origin), evidence, value.confidence});
    }
  }

 private:
  weft_id add_span(const TypedSpan& span, weft_id view, const std::vector<weft_id>& spans,
                   Document& document) const {
    const weft_id parent = span.parent == kNoSpan ? 0 : spans.at(span.parent);
    const weft_id id = document.add_span(name(span.type), view, span.begin, span.end, parent);
    if (span.level > 0) document.set(on_span(id), level_, std::int64_t{span.level});
    if (!span.reason.empty()) document.set(on_span(id), reason_, span.reason);
    if (span.row > 0) {
      document.set(on_span(id), row_, std::int64_t{span.row});
      document.set(on_span(id), column_, std::int64_t{span.column});
    }
    return id;
  }

  bool main_content_;
  weft_id level_;
  weft_id reason_;
  weft_id row_;
  weft_id column_;
  weft_id repaired_;
};

}  // namespace weft

WEFT_PLUGIN(
    weft::ParseHtml, .id = "parse_html", .version = "0.1.0",
    .doc = "Reads web pages: main content as typed blocks, metadata, boilerplate marked.",
    .params = {{.name = "main-content",
                .type = WEFT_TYPE_BOOL,
                .def = "true",
                .doc = "Mark navigation, advertising and the like as boilerplate; false keeps all "
                       "text as content."}},
    .gives = {"title",          "deck",           "byline",         "date",      "source",
              "translator",     "heading",        "paragraph",      "list-item", "quote",
              "table-cell",     "code",           "caption",        "credit",    "bio",
              "boilerplate",    "figure",         "list",           "table",     "author",
              "date-published", "date-modified",  "date-retrieved", "url",       "site",
              "publisher",      "translation-of", "language",       "license",   "alternate"},
    .media_types = {"text/html", "application/xhtml+xml"})
