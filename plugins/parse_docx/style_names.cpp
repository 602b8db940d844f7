// SPDX-License-Identifier: Apache-2.0
/// Names of styles in Word, pandoc, WPS, LibreOffice, and their translations.
#include <algorithm>
#include <array>

#include "word_styles.hpp"

namespace weft {
namespace {

struct NamedRole {
  std::string_view name;  ///< ASCII in lower case, without spaces
  WordRole role;
};

constexpr std::array<NamedRole, 66> kNames = {{
    {"title", WordRole::kTitle},
    {"标题", WordRole::kTitle},
    {"標題", WordRole::kTitle},
    {"表題", WordRole::kTitle},
    {"subtitle", WordRole::kDeck},
    {"副标题", WordRole::kDeck},
    {"副標題", WordRole::kDeck},
    {"author", WordRole::kByline},
    {"byline", WordRole::kByline},
    {"作者", WordRole::kByline},
    {"date", WordRole::kDate},
    {"日期", WordRole::kDate},
    {"quote", WordRole::kQuote},
    {"quotations", WordRole::kQuote},
    {"intensequote", WordRole::kQuote},
    {"blocktext", WordRole::kQuote},
    {"blockquote", WordRole::kQuote},
    {"blockquotation", WordRole::kQuote},
    {"引用", WordRole::kQuote},
    {"引文", WordRole::kQuote},
    {"明显引用", WordRole::kQuote},
    {"鮮明引文", WordRole::kQuote},
    {"zitat", WordRole::kQuote},
    {"citation", WordRole::kQuote},
    {"cita", WordRole::kQuote},
    {"caption", WordRole::kCaption},
    {"imagecaption", WordRole::kCaption},
    {"tablecaption", WordRole::kCaption},
    {"figurecaption", WordRole::kCaption},
    {"题注", WordRole::kCaption},
    {"標號", WordRole::kCaption},
    {"图题", WordRole::kCaption},
    {"表题", WordRole::kCaption},
    {"beschriftung", WordRole::kCaption},
    {"légende", WordRole::kCaption},
    {"illustration", WordRole::kCaption},
    {"drawing", WordRole::kCaption},
    {"figure", WordRole::kCaption},
    {"sourcecode", WordRole::kCode},
    {"htmlpreformatted", WordRole::kCode},
    {"preformattedtext", WordRole::kCode},
    {"preformatted", WordRole::kCode},
    {"macrotext", WordRole::kCode},
    {"macro", WordRole::kCode},
    {"code", WordRole::kCode},
    {"codeblock", WordRole::kCode},
    {"代码", WordRole::kCode},
    {"footnotetext", WordRole::kFootnote},
    {"footnote", WordRole::kFootnote},
    {"endnotetext", WordRole::kFootnote},
    {"endnote", WordRole::kFootnote},
    {"脚注文本", WordRole::kFootnote},
    {"尾注文本", WordRole::kFootnote},
    {"tocheading", WordRole::kContents},
    {"contentsheading", WordRole::kContents},
    {"tableoffigures", WordRole::kContents},
    {"目录", WordRole::kContents},
    {"目录标题", WordRole::kContents},
    {"header", WordRole::kPageHeader},
    {"页眉", WordRole::kPageHeader},
    {"頁首", WordRole::kPageHeader},
    {"footer", WordRole::kPageFooter},
    {"页脚", WordRole::kPageFooter},
    {"頁尾", WordRole::kPageFooter},
    {"normal", WordRole::kUnknown},
    {"正文", WordRole::kUnknown},
}};

// With a number behind them.
constexpr std::array<std::string_view, 26> kHeadings = {
    "heading",     "标题",   "標題",       "見出し",  "제목",      "Überschrift", "überschrift",
    "titre",       "título", "titulo",     "titolo",  "заголовок", "Заголовок",   "kop",
    "nagłówek",    "rubrik", "overskrift", "otsikko", "başlık",    "nadpis",      "címsor",
    "Επικεφαλίδα", "tiêuđề", "judul",      "عنوان",   "כותרת"};
constexpr std::array<std::string_view, 7> kContents = {"toc",  "contents", "目录",       "目錄",
                                                       "目次", "index",    "verzeichnis"};

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, name.find(','))) {  // aliases stand behind commas
    if (c == ' ' || c == '_' || c == '-') continue;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

WordRole role_of_style_name(std::string_view name, int& level) {
  const std::string key = folded(name);
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const NamedRole& one) { return one.name == key; });
  if (found != kNames.end()) return found->role;
  if (key.empty() || key.back() < '1' || key.back() > '9') return WordRole::kUnknown;
  const std::string_view stem = std::string_view(key).substr(0, key.size() - 1);
  if (is_one_of(stem, kContents)) return WordRole::kContents;
  if (!is_one_of(stem, kHeadings)) return WordRole::kUnknown;
  level = std::min(key.back() - '0', 6);
  return WordRole::kHeading;
}

}  // namespace weft
