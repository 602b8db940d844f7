// SPDX-License-Identifier: Apache-2.0
/// Names of styles in Word, pandoc, WPS, LibreOffice, and their translations.
#include <algorithm>
#include <array>

#include <string>

#include "weft/zip/style_names.hpp"

#include "weft/ascii.hpp"
#include "word_list.hpp"

namespace weft {
namespace {

struct NamedKind {
  std::string_view name;  ///< ASCII in lower case, without spaces
  std::string_view type;
  std::string_view reason = {};
};

constexpr std::array<NamedKind, 64> kNames = {{
    {"title", WEFT_SPAN_TITLE},
    {"标题", WEFT_SPAN_TITLE},
    {"標題", WEFT_SPAN_TITLE},
    {"表題", WEFT_SPAN_TITLE},
    {"subtitle", WEFT_SPAN_DECK},
    {"副标题", WEFT_SPAN_DECK},
    {"副標題", WEFT_SPAN_DECK},
    {"author", WEFT_SPAN_BYLINE},
    {"byline", WEFT_SPAN_BYLINE},
    {"作者", WEFT_SPAN_BYLINE},
    {"date", WEFT_SPAN_DATE},
    {"日期", WEFT_SPAN_DATE},
    {"quote", WEFT_SPAN_QUOTE},
    {"quotations", WEFT_SPAN_QUOTE},
    {"intensequote", WEFT_SPAN_QUOTE},
    {"blocktext", WEFT_SPAN_QUOTE},
    {"blockquote", WEFT_SPAN_QUOTE},
    {"blockquotation", WEFT_SPAN_QUOTE},
    {"引用", WEFT_SPAN_QUOTE},
    {"引文", WEFT_SPAN_QUOTE},
    {"明显引用", WEFT_SPAN_QUOTE},
    {"鮮明引文", WEFT_SPAN_QUOTE},
    {"zitat", WEFT_SPAN_QUOTE},
    {"citation", WEFT_SPAN_QUOTE},
    {"cita", WEFT_SPAN_QUOTE},
    {"caption", WEFT_SPAN_CAPTION},
    {"imagecaption", WEFT_SPAN_CAPTION},
    {"tablecaption", WEFT_SPAN_CAPTION},
    {"figurecaption", WEFT_SPAN_CAPTION},
    {"题注", WEFT_SPAN_CAPTION},
    {"標號", WEFT_SPAN_CAPTION},
    {"图题", WEFT_SPAN_CAPTION},
    {"表题", WEFT_SPAN_CAPTION},
    {"beschriftung", WEFT_SPAN_CAPTION},
    {"légende", WEFT_SPAN_CAPTION},
    {"illustration", WEFT_SPAN_CAPTION},
    {"drawing", WEFT_SPAN_CAPTION},
    {"figure", WEFT_SPAN_CAPTION},
    {"sourcecode", WEFT_SPAN_CODE},
    {"htmlpreformatted", WEFT_SPAN_CODE},
    {"preformattedtext", WEFT_SPAN_CODE},
    {"preformatted", WEFT_SPAN_CODE},
    {"macrotext", WEFT_SPAN_CODE},
    {"macro", WEFT_SPAN_CODE},
    {"code", WEFT_SPAN_CODE},
    {"codeblock", WEFT_SPAN_CODE},
    {"代码", WEFT_SPAN_CODE},
    {"footnotetext", WEFT_SPAN_FOOTNOTE},
    {"footnote", WEFT_SPAN_FOOTNOTE},
    {"endnotetext", WEFT_SPAN_FOOTNOTE},
    {"endnote", WEFT_SPAN_FOOTNOTE},
    {"脚注文本", WEFT_SPAN_FOOTNOTE},
    {"尾注文本", WEFT_SPAN_FOOTNOTE},
    {"tocheading", WEFT_SPAN_BOILERPLATE, "contents"},
    {"contentsheading", WEFT_SPAN_BOILERPLATE, "contents"},
    {"tableoffigures", WEFT_SPAN_BOILERPLATE, "contents"},
    {"目录", WEFT_SPAN_BOILERPLATE, "contents"},
    {"目录标题", WEFT_SPAN_BOILERPLATE, "contents"},
    {"header", WEFT_SPAN_BOILERPLATE, "page-header"},
    {"页眉", WEFT_SPAN_BOILERPLATE, "page-header"},
    {"頁首", WEFT_SPAN_BOILERPLATE, "page-header"},
    {"footer", WEFT_SPAN_BOILERPLATE, "page-footer"},
    {"页脚", WEFT_SPAN_BOILERPLATE, "page-footer"},
    {"頁尾", WEFT_SPAN_BOILERPLATE, "page-footer"},
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
    out.push_back(ascii_lower(c));
  }
  return out;
}

}  // namespace

BlockKind kind_of_style_name(std::string_view name) {
  const std::string key = folded(name);
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const NamedKind& one) { return one.name == key; });
  if (found != kNames.end()) return {.type = found->type, .reason = found->reason};
  if (key.empty() || key.back() < '1' || key.back() > '9') return {.type = {}};
  const std::string_view stem = std::string_view(key).substr(0, key.size() - 1);
  if (contains(kContents, stem)) return {.type = WEFT_SPAN_BOILERPLATE, .reason = "contents"};
  if (!contains(kHeadings, stem)) return {.type = {}};
  return {.type = WEFT_SPAN_HEADING, .level = std::min(key.back() - '0', 6)};
}

}  // namespace weft
