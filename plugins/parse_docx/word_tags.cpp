// SPDX-License-Identifier: Apache-2.0
/// One table from names to tags.
#include "word_tags.hpp"

#include <unordered_map>

namespace weft {

WordTag word_tag(std::string_view name) {
  static const std::unordered_map<std::string_view, WordTag> kTags = {
      {"w:p", WordTag::kParagraph},
      {"w:pPr", WordTag::kParagraphProperties},
      {"w:pStyle", WordTag::kParagraphStyle},
      {"w:numId", WordTag::kNumbering},
      {"w:ilvl", WordTag::kNumberingLevel},
      {"w:outlineLvl", WordTag::kOutline},
      {"w:sectPr", WordTag::kSection},
      {"w:headerReference", WordTag::kHeaderReference},
      {"w:footerReference", WordTag::kFooterReference},
      {"w:r", WordTag::kRun},
      {"m:r", WordTag::kRun},
      {"w:rPr", WordTag::kRunProperties},
      {"w:rStyle", WordTag::kRunStyle},
      {"w:vanish", WordTag::kVanish},
      {"w:lang", WordTag::kLanguage},
      {"w:t", WordTag::kText},
      {"m:t", WordTag::kText},
      {"w:tab", WordTag::kTab},
      {"w:ptab", WordTag::kTab},
      {"w:br", WordTag::kBreak},
      {"w:cr", WordTag::kBreak},
      {"w:noBreakHyphen", WordTag::kHyphen},
      {"w:sym", WordTag::kSymbol},
      {"w:fldChar", WordTag::kField},
      {"w:fldSimple", WordTag::kSimpleField},
      {"w:instrText", WordTag::kInstruction},
      {"w:footnoteReference", WordTag::kFootnoteReference},
      {"w:endnoteReference", WordTag::kEndnoteReference},
      {"w:footnote", WordTag::kNote},
      {"w:endnote", WordTag::kNote},
      {"w:tbl", WordTag::kTable},
      {"w:tr", WordTag::kRow},
      {"w:trPr", WordTag::kRowProperties},
      {"w:tc", WordTag::kCell},
      {"w:txbxContent", WordTag::kTextBox},
      {"w:del", WordTag::kDeleted},
      {"w:moveFrom", WordTag::kDeleted},
      {"w:sdt", WordTag::kControl},
      {"w:sdtPr", WordTag::kControlProperties},
      {"w:sdtContent", WordTag::kControlContent},
      {"w:docPartGallery", WordTag::kGallery},
      {"w:showingPlcHdr", WordTag::kPlaceholder},
      {"mc:AlternateContent", WordTag::kAlternate},
      {"mc:Choice", WordTag::kChoice},
      {"mc:Fallback", WordTag::kFallback},
      {"w:pPrChange", WordTag::kSkipped},
      {"w:rPrChange", WordTag::kSkipped},
      {"w:sectPrChange", WordTag::kSkipped},
      {"w:tblPrChange", WordTag::kSkipped},
      {"w:trPrChange", WordTag::kSkipped},
      {"w:tcPrChange", WordTag::kSkipped},
      {"w:numberingChange", WordTag::kSkipped},
      {"w:tblPr", WordTag::kSkipped},
      {"w:tblGrid", WordTag::kSkipped},
      {"w:tcPr", WordTag::kSkipped},
      {"w:tabs", WordTag::kSkipped},
      {"w:delText", WordTag::kSkipped},
      {"w:delInstrText", WordTag::kSkipped},
      {"w:rt", WordTag::kSkipped},
      {"w:rubyPr", WordTag::kSkipped},
  };
  const auto found = kTags.find(name);
  return found == kTags.end() ? WordTag::kOther : found->second;
}

}  // namespace weft
