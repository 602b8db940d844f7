// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_pdf: the text of a PDF as typed blocks, by Poppler.
#include <weft/plugin.hpp>
#include <weft/text/normalize.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page_lines.hpp"
#include "pdf_blocks.hpp"
#include "pdf_metadata.hpp"
#include "pdf_pages.hpp"

namespace weft {
namespace {

using pdf::Block;

/// Names with their ids: interning takes a lock, so it is done once.
std::vector<std::pair<std::string_view, weft_id>> interned(
    std::initializer_list<std::string_view> names) {
  std::vector<std::pair<std::string_view, weft_id>> out;
  for (const std::string_view text : names)
    out.emplace_back(text, name(text));
  return out;
}

class PdfParser final : public Parser {
 public:
  explicit PdfParser(const Options& options)
      : max_pages_(static_cast<std::size_t>(options.integer("max-pages"))) {}

  [[nodiscard]] int sniff(std::string_view /*uri*/, std::string_view media_type,
                          std::string_view head) override {
    if (media_type == "text/plain") return 0;
    if (media_type == "application/pdf") return 100;
    constexpr std::size_t kSearched = 1024;  // readers accept junk before the mark
    return head.substr(0, kSearched).find("%PDF-") == std::string_view::npos ? 0 : 100;
  }

  void parse(const Source& source, Document& document) override {
    const Context context = document.context();
    const pdf::File file =
        pdf::read_file(source.bytes, max_pages_, [&] { context.check_cancelled(); });
    std::vector<Block> blocks = pdf::find_blocks(pdf::find_lines(file));
    Block* title = find_title(blocks);
    if (title != nullptr) title->type = WEFT_SPAN_TITLE;
    document.set_source(1, "application/pdf", "");
    const weft_id title_span = write(blocks, title, document);
    write_title(file, title, title_span, document);
    write_facts(file, document);
  }

 private:
  // The largest heading of the first page, if the page has but one of that size.
  static Block* find_title(std::vector<Block>& blocks) {
    Block* best = nullptr;
    for (Block& block : blocks) {
      if (block.page > 0 || block.type != std::string_view(WEFT_SPAN_HEADING)) continue;
      if (best == nullptr || block.size > best->size) best = &block;
    }
    return best != nullptr && best->level == 1 ? best : nullptr;
  }

  weft_id write(const std::vector<Block>& blocks, const Block* title, Document& document) const {
    std::string text;
    for (const Block& block : blocks)
      text += block.text + "\n";
    NewView view;
    view.name = WEFT_VIEW_TEXT;
    view.text = text;
    view.media_type = "text/plain";
    const weft_id view_id = document.add_view(view);
    std::size_t at = 0;
    weft_id title_span = 0;
    for (const Block& block : blocks) {
      const weft_id span = document.add_span(type_of(block), view_id, at, at + block.text.size());
      document.set(on_span(span), page_, static_cast<std::int64_t>(block.page + 1));
      if (block.level > 0 && &block != title)
        document.set(on_span(span), level_, std::int64_t{block.level});
      if (*block.reason != '\0') document.set(on_span(span), reason_, block.reason);
      if (&block == title) title_span = span;
      at += block.text.size() + 1;
    }
    return title_span;
  }

  void write_title(const pdf::File& file, const Block* seen, weft_id span,
                   Document& document) const {
    constexpr double kAgreed = 0.9;
    constexpr double kAlone = 0.5;
    const std::string said = pdf::clean_title(file.title);
    if (seen != nullptr) {
      const bool agree = comparison_key(said) == comparison_key(seen->text);
      document.set(Owner{}, title_, seen->text, {largest_, span, agree ? kAgreed : kAlone});
    } else if (!said.empty()) {
      document.set(Owner{}, title_, said, {info_, 0, kAlone});
    }
  }

  void write_facts(const pdf::File& file, Document& document) const {
    constexpr double kAuthor = 0.5;
    constexpr double kDate = 0.3;  // when the file was made, which need not be when it appeared
    const std::string author = pdf::clean_author(file.author);
    if (!author.empty()) document.add(Owner{}, author_, author, {info_, 0, kAuthor});
    const std::string created = pdf::iso_date(file.created);
    if (!created.empty()) document.set(Owner{}, published_, created, {info_, 0, kDate});
    const std::string modified = pdf::iso_date(file.modified);
    if (!modified.empty()) document.set(Owner{}, modified_, modified, {info_, 0, kDate});
  }

  [[nodiscard]] weft_id type_of(const Block& block) const {
    for (const auto& [type, id] : types_) {
      if (block.type == type) return id;
    }
    throw Error(WEFT_E_INTERNAL, std::string("parse_pdf has no name for ") + block.type);
  }

  std::size_t max_pages_;
  std::vector<std::pair<std::string_view, weft_id>> types_ = interned(
      {WEFT_SPAN_TITLE, WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_LIST_ITEM,
       WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_BOILERPLATE});
  weft_id page_ = name(WEFT_KEY_PAGE);
  weft_id level_ = name(WEFT_KEY_LEVEL);
  weft_id reason_ = name(WEFT_KEY_REASON);
  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id author_ = name(WEFT_KEY_AUTHOR);
  weft_id published_ = name(WEFT_KEY_DATE_PUBLISHED);
  weft_id modified_ = name(WEFT_KEY_DATE_MODIFIED);
  weft_id info_ = name("pdf-info");
  weft_id largest_ = name("largest-text");
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::PdfParser, .id = "parse_pdf", .version = "0.1.0",
            .doc = "Reads PDF: paragraphs joined over lines and pages, page furniture marked.",
            .license = "GPL-2.0-or-later",
            .params = {{.name = "max-pages",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "5000",
                        .doc = "Files with more pages are refused.",
                        .min = "1"}},
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_TITLE},
            .media_types = {"application/pdf"})
