// SPDX-License-Identifier: Apache-2.0
/// Tables of the EPUB structural vocabulary, of guide types and of class names.
#include "chapter_roles.hpp"

#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace weft {
namespace {

struct Word {
  std::string_view word;
  std::string_view meaning;
};

// epub:type, role (without "doc-"), guide types.
constexpr std::array<Word, 30> kReasons = {{{"toc", "contents"},
                                            {"toc-brief", "contents"},
                                            {"landmarks", "navigation"},
                                            {"loi", "contents"},
                                            {"lot", "contents"},
                                            {"loa", "contents"},
                                            {"lov", "contents"},
                                            {"pagelist", "navigation"},
                                            {"page-list", "navigation"},
                                            {"index", "index"},
                                            {"cover", "cover"},
                                            {"frontcover", "cover"},
                                            {"backcover", "cover"},
                                            {"cover-page", "cover"},
                                            {"copyright-page", "copyright"},
                                            {"copyright", "copyright"},
                                            {"imprint", "copyright"},
                                            {"colophon", "colophon"},
                                            {"titlepage", "title-page"},
                                            {"title-page", "title-page"},
                                            {"fulltitlepage", "title-page"},
                                            {"halftitlepage", "title-page"},
                                            {"halftitle-page", "title-page"},
                                            {"halftitle", "title-page"},
                                            {"half-title-page", "title-page"},
                                            {"other-credits", "copyright"},
                                            {"seriespage", "title-page"},
                                            {"other.copyright", "copyright"},
                                            {"other.cover", "cover"},
                                            {"keywords", "index"}}};

constexpr std::array<Word, 27> kClasses = {{{"caption", WEFT_SPAN_CAPTION},
                                            {"figcaption", WEFT_SPAN_CAPTION},
                                            {"figure-caption", WEFT_SPAN_CAPTION},
                                            {"image-caption", WEFT_SPAN_CAPTION},
                                            {"footnote", WEFT_SPAN_FOOTNOTE},
                                            {"footnotes", WEFT_SPAN_FOOTNOTE},
                                            {"endnote", WEFT_SPAN_FOOTNOTE},
                                            {"endnotes", WEFT_SPAN_FOOTNOTE},
                                            {"rearnote", WEFT_SPAN_FOOTNOTE},
                                            {"fn", WEFT_SPAN_FOOTNOTE},
                                            {"quote", WEFT_SPAN_QUOTE},
                                            {"quotation", WEFT_SPAN_QUOTE},
                                            {"blockquote", WEFT_SPAN_QUOTE},
                                            {"extract", WEFT_SPAN_QUOTE},
                                            {"epigraph", WEFT_SPAN_QUOTE},
                                            {"subtitle", WEFT_SPAN_DECK},
                                            {"byline", WEFT_SPAN_BYLINE},
                                            {"copyright", WEFT_SPAN_BOILERPLATE},
                                            {"pagenum", ""},
                                            {"title", WEFT_SPAN_TITLE},
                                            {"booktitle", WEFT_SPAN_TITLE},
                                            {"book-title", WEFT_SPAN_TITLE},
                                            {"author", WEFT_SPAN_BYLINE},
                                            {"bookauthor", WEFT_SPAN_BYLINE},
                                            {"book-author", WEFT_SPAN_BYLINE},
                                            {"date", WEFT_SPAN_DATE},
                                            {"translator", WEFT_SPAN_TRANSLATOR}}};
constexpr std::size_t kTitlePageClasses = 19;  // from here on only on a title page

template <std::size_t N>
std::string_view meaning_of(std::string_view word, const std::array<Word, N>& table) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Word& one) { return one.word == word; });
  return found == table.end() ? std::string_view() : found->meaning;
}

/// Calls `use` with every word, in lower case.
template <class Use>
void each_word(std::string_view text, Use use) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!word.empty()) use(std::string_view(word));
      word.clear();
    } else {
      word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void apply_word(std::string_view word, ElementRole& out) {
  if (word.starts_with("doc-")) word.remove_prefix(4);
  if (is_one_of(word, {"pagebreak", "noteref", "backlink", "referrer", "glossref"}))
    out.skipped = word != "glossref";
  if (is_one_of(word,
                {"footnote", "endnote", "rearnote", "note", "footnotes", "endnotes", "rearnotes"}))
    out.is_note = true;
  if (word == "epigraph") out.is_quote = true;
  const std::string_view reason = meaning_of(word, kReasons);
  if (reason.empty()) return;
  out.reason = reason;
  out.is_title_page = reason == "title-page";
}

bool is_hidden(const XmlElement& element) {
  if (element.has_attribute("hidden")) return true;
  std::string style(element.attribute("style").substr(0, 500));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

ElementRole role_of(const XmlElement& element) {
  ElementRole out;
  const auto apply = [&](std::string_view word) { apply_word(word, out); };
  each_word(element.attribute("epub:type").substr(0, 500), apply);
  each_word(element.attribute("role").substr(0, 500), apply);
  each_word(element.attribute("class").substr(0, 500), [&](std::string_view word) {
    if (is_one_of(word, {"footnote-ref", "noteref", "footnote-back", "pagenum", "pagebreak"}))
      out.skipped = true;
    if (is_one_of(word, {"footnotes", "endnotes", "duokan-footnote-content"})) out.is_note = true;
  });
  out.skipped = out.skipped || is_hidden(element);
  return out;
}

std::string_view reason_of_role(std::string_view role) {
  std::string_view out;
  each_word(role, [&](std::string_view word) {
    if (word.starts_with("doc-")) word.remove_prefix(4);
    if (out.empty()) out = meaning_of(word, kReasons);
  });
  return out;
}

BlockKind kind_of_classes(std::string_view classes, bool title_page) {
  BlockKind out = {.type = {}};
  each_word(classes.substr(0, 500), [&](std::string_view word) {
    for (std::size_t i = 0; i < (title_page ? kClasses.size() : kTitlePageClasses); ++i)
      if (kClasses[i].word == word && out.type.empty()) out.type = kClasses[i].meaning;
  });
  if (out.type == WEFT_SPAN_BOILERPLATE) out.reason = "copyright";
  return out;
}

bool is_note_mark(std::string_view text, bool raised) {
  constexpr std::size_t kLongest = 16;
  if (text.empty() || text.size() > kLongest) return false;
  bool bracketed = false;
  bool sign = false;
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (sequence_size(text, at) == 0) return false;
    const char32_t point = next_code_point(text, at);
    if (point >= '0' && point <= '9') {
      ++digits;
    } else if ((point | 0x20U) >= 'a' && (point | 0x20U) <= 'z') {
      ++letters;
    } else if (std::u32string_view(U"[]()〔〕［］（）【】").find(point) !=
               std::u32string_view::npos) {
      bracketed = true;
    } else if (std::u32string_view(U"*†‡§¶#‖※↑↩^注註译譯").find(point) !=
                   std::u32string_view::npos ||
               (point >= 0x2460 && point <= 0x2473) || (point >= 0x2776 && point <= 0x2793)) {
      sign = true;
    } else if (point != ' ' && point != 0xFE0E && point != '.' && point != ':') {
      return false;
    }
  }
  if (digits > 4 || letters > 2) return false;
  return sign || (bracketed && digits + letters > 0) || (raised && digits + letters > 0);
}

}  // namespace weft
