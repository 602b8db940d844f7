// SPDX-License-Identifier: Apache-2.0
/// Rows to HTML. Blocks become nested elements; where two overlap, the later one begins where the
/// earlier ended.
#include "core/show/show_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/show/page_css.hpp"
#include "core/show/screen_text.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Escaped for element content and quoted attributes. Characters that HTML forbids or that turn the
/// reading direction become U+FFFD: they must be seen, not obeyed.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    const bool control = (point < 0x20 && point != '\n' && point != '\t') ||
                         (point >= 0x7F && point < 0xA0) || (point & 0xFFFEU) == 0xFFFE;
    if (control || is_bidi_control(point))
      out += "\xEF\xBF\xBD";
    else if (point == '&')
      out += "&amp;";
    else if (point == '<')
      out += "&lt;";
    else if (point == '>')
      out += "&gt;";
    else if (point == '"')
      out += "&quot;";
    else
      out += text.substr(begin, at - begin);
  }
  return out;
}

/// The class attribute's word for a block; types of third parties hold characters that end one.
std::string class_of(const Block& block) {
  const std::string_view keep = keep_name(block.keep);
  std::string type = block.type;
  std::ranges::replace_if(
      type, [](char c) { return c != '-' && (c < 'a' || c > 'z'); }, '-');
  return fmt::format("block {} {}", keep.empty() ? "other" : keep, type);
}

bool is_part(const Block& block) {
  return block.keep == Keep::kSentence || block.type == WEFT_SPAN_CUE;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class PageWriter {
 public:
  explicit PageWriter(const ShownDocument& document) : document_(document) {}

  std::string page(const std::string& view_name) {
    head();
    facts();
    legend();
    for (const ShownView& view : document_.views)
      if (view_name.empty() ? view.parent.empty() : view.name == view_name) paint(view);
    out_ += "</main></body></html>\n";
    return std::move(out_);
  }

 private:
  void head() {
    out_ +=
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    out_ += escaped(document_.id) + " - weft show</title>\n<style>\n";
    out_ += kPageCss;
    out_ += "</style></head><body><main>\n<h1>" + escaped(document_.id) + "</h1>\n";
  }

  void facts() {
    out_ += "<table>\n";
    for (const Fact& fact : document_.facts)
      fact_row(fact.name, fact.value, "");
    for (const MetadataRow& row : document_.metadata) {
      std::string where = row.origin;
      if (!row.confidence.empty()) where += " " + row.confidence;
      if (!row.lines.empty()) where += ", line " + row.lines;
      fact_row(row.key, row.value, where);
    }
    out_ += "</table>\n";
  }

  void fact_row(std::string_view name, std::string_view value, std::string_view where) {
    out_ +=
        fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"where\">{}</td></tr>\n",
                    escaped(name), escaped(value), escaped(where));
  }

  void legend() {
    struct Choice {
      std::string_view id, words;
    };
    static constexpr Choice kChoices[] = {{"meta", "about the text"},
                                          {"body", "the text"},
                                          {"aux", "beside it"},
                                          {"drop", "boilerplate"},
                                          {"gap", "under no span"}};
    out_ += "<fieldset><legend>Show</legend>\n";
    for (const Choice& choice : kChoices) {
      out_ += fmt::format(
          "<label class=\"{0}\"><input type=\"checkbox\" id=\"show-{0}\" checked>{1}</label>\n",
          choice.id, choice.words);
    }
    out_ += "</fieldset>\n";
  }

  void paint(const ShownView& view) {
    view_ = &view;
    next_ = 0;
    out_ += fmt::format("<h2>View {}: {}</h2>\n<div{}>\n", escaped(view.name), count_by_keep(view),
                        view.lang.empty() ? "" : " lang=\"" + escaped(view.lang) + "\"");
    std::uint32_t at = 0;
    while (next_ < view.blocks.size())
      at = block(at);
    rest(at, static_cast<std::uint32_t>(view.text.size()), nullptr);
    out_ += "</div>\n";
  }

  /// Writes the text before the next block as a gap, then the block with all inside it. Returns
  /// where it ended. Recursion goes as deep as spans nest.
  std::uint32_t block(std::uint32_t at, const Block* outer = nullptr) {
    const Block& own = view_->blocks[next_++];
    if (is_part(own)) return at;
    const std::uint32_t begin = std::max(own.begin, at);
    rest(at, begin, outer == nullptr || outer->keep == Keep::kContainer ? nullptr : outer);
    out_ += fmt::format("<div class=\"{}\"{}>", class_of(own),
                        own.lang.empty() ? "" : " lang=\"" + escaped(own.lang) + "\"");
    label(own);
    const std::uint32_t end = std::max(begin, own.end);
    const std::size_t first = first_inner(own.depth);
    if (first == view_->blocks.size()) {
      text(begin, end);
    } else {
      const std::uint32_t before = std::clamp(view_->blocks[first].begin, begin, end);
      if (own.keep != Keep::kContainer) text(begin, before);
      out_ += "<div class=\"inner\">\n";
      std::uint32_t inner = own.keep == Keep::kContainer ? begin : before;
      while (next_ < view_->blocks.size() && view_->blocks[next_].depth > own.depth)
        inner = block(inner, &own);
      rest(inner, end, own.keep == Keep::kContainer ? nullptr : &own);
      out_ += "</div>";
    }
    while (next_ < view_->blocks.size() && view_->blocks[next_].depth > own.depth)
      ++next_;
    out_ += "</div>\n";
    return end;
  }

  /// The position of the first block inside the one just begun that is no mere part of it, or the
  /// number of blocks.
  [[nodiscard]] std::size_t first_inner(std::size_t depth) const {
    for (std::size_t i = next_; i < view_->blocks.size() && view_->blocks[i].depth > depth; ++i)
      if (!is_part(view_->blocks[i])) return i;
    return view_->blocks.size();
  }

  void label(const Block& own) {
    out_ += "<div class=\"what\" lang=\"en\"><b>" + escaped(kind_of(own)) + "</b>";
    if (!own.lang.empty()) out_ += " " + escaped(own.lang);
    if (!own.reason.empty()) out_ += " <span class=\"reason\">" + escaped(own.reason) + "</span>";
    if (!own.lines.empty()) out_ += "<br>line " + own.lines;
    if (!own.bytes.empty()) out_ += (own.lines.empty() ? "<br>" : ", ") + ("bytes " + own.bytes);
    for (const Fact& fact : own.attributes)
      if (fact.name != WEFT_KEY_LEVEL)
        out_ += "<br>" + escaped(fact.name) + " " + escaped(fact.value);
    out_ += "</div>";
  }

  void text(std::uint32_t begin, std::uint32_t end) {
    out_ += "<div class=\"text\">" + escaped(view_->text.substr(begin, end - begin)) + "</div>";
  }

  /// Text between blocks: the rest of the block around it, or under no span (null).
  void rest(std::uint32_t begin, std::uint32_t end, const Block* owner) {
    if (end <= begin || is_blank(view_->text.substr(begin, end - begin))) return;
    out_ += fmt::format("<div class=\"{}\"><div class=\"what\" lang=\"en\"><b>{}</b></div>",
                        owner == nullptr ? "block gap" : class_of(*owner),
                        owner == nullptr ? "no span" : escaped(owner->type) + ", the rest");
    text(begin, end);
    out_ += "</div>\n";
  }

  const ShownDocument& document_;
  const ShownView* view_ = nullptr;
  std::size_t next_ = 0;
  std::string out_;
};

}  // namespace

std::string show_html(const ShownDocument& document, const std::string& view) {
  return PageWriter(document).page(view);
}

}  // namespace weft
