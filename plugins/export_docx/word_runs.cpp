// SPDX-License-Identifier: Apache-2.0
/// Languages, fonts and text of runs.
#include "word_runs.hpp"

#include <algorithm>
#include <array>

#include "weft/exports/xml_text.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

/// Of East Asian languages: the tag that Word knows, and a font that every Windows has. The fonts'
/// free counterparts are in parts/fonts.xml.
struct EastAsian {
  std::string_view range;
  std::string_view tag;
  std::string_view font;
};
constexpr std::array<EastAsian, 8> kEastAsian{{{"zh-Hant-HK", "zh-HK", "Microsoft JhengHei"},
                                               {"zh-Hant", "zh-TW", "Microsoft JhengHei"},
                                               {"zh-TW", "zh-TW", "Microsoft JhengHei"},
                                               {"zh-HK", "zh-HK", "Microsoft JhengHei"},
                                               {"zh-MO", "zh-MO", "Microsoft JhengHei"},
                                               {"zh", "zh-CN", "Microsoft YaHei"},
                                               {"ja", "ja-JP", "Yu Gothic"},
                                               {"ko", "ko-KR", "Malgun Gothic"}}};

const EastAsian* east_asian(std::string_view tag) {
  const auto* found = std::find_if(kEastAsian.begin(), kEastAsian.end(), [&](const EastAsian& one) {
    return matches_range(tag, one.range);
  });
  return found == kEastAsian.end() ? nullptr : found;
}

/// Text of a run: what XML would lose is an element.
void append_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\t\n"), text.size());
    if (end > 0) {
      out += "<w:t xml:space=\"preserve\">";
      append_escaped(out, text.substr(0, end));
      out += "</w:t>";
    }
    if (end < text.size()) out += text[end] == '\t' ? "<w:tab/>" : "<w:br/>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

bool is_right_to_left(std::string_view language) {
  constexpr std::array<std::string_view, 9> kRightToLeft{"ar", "he", "fa", "ur", "yi",
                                                         "ps", "sd", "ug", "dv"};
  return std::any_of(kRightToLeft.begin(), kRightToLeft.end(),
                     [&](std::string_view one) { return matches_range(language, one); });
}

std::string WordRuns::language(std::string_view tag) const {
  if (tag.empty()) return {};
  const std::string mapped = map_(tag);
  if (mapped == "und") return {};
  if (const EastAsian* found = east_asian(mapped); found != nullptr) {
    const bool has_script = mapped == found->range || mapped.find("-Han") != std::string::npos;
    if (has_script) return std::string(found->tag);
  }
  return mapped;
}

void WordRuns::append(std::string& out, std::string_view text, std::string_view language,
                      std::string_view style) const {
  if (text.empty()) return;
  std::string look;
  if (!style.empty()) look += "<w:rStyle w:val=\"" + std::string(style) + "\"/>";
  const std::string tag = this->language(language);
  const EastAsian* found = east_asian(tag);
  if (found != nullptr) {
    // Quotation marks and dashes are of two worlds: the hint says which.
    look += "<w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"" + std::string(found->font) + "\"/>";
    look += "<w:lang";
    append_attribute(look, "w:eastAsia", tag);
    look += "/>";
  } else if (is_right_to_left(tag)) {
    look += "<w:rtl/><w:lang";
    append_attribute(look, "w:bidi", tag);
    look += "/>";
  } else if (!tag.empty()) {
    look += "<w:lang";
    append_attribute(look, "w:val", tag);
    look += "/>";
  }
  out += "<w:r>";
  if (!look.empty()) out += "<w:rPr>" + look + "</w:rPr>";
  append_text(out, text);
  out += "</w:r>";
}

}  // namespace weft
