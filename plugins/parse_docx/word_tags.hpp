// SPDX-License-Identifier: Apache-2.0
/// The elements of a story that mean something to the reader.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

enum class WordTag : std::uint8_t {
  kOther,
  kSkipped,  ///< deleted text, instructions, former properties, readings of ruby
  kParagraph,
  kParagraphProperties,
  kParagraphStyle,
  kNumbering,
  kNumberingLevel,
  kOutline,
  kSection,
  kHeaderReference,
  kFooterReference,
  kRun,
  kRunProperties,
  kRunStyle,
  kVanish,
  kLanguage,
  kText,
  kTab,
  kBreak,
  kHyphen,
  kSymbol,
  kField,
  kSimpleField,
  kInstruction,
  kFootnoteReference,
  kEndnoteReference,
  kNote,
  kTable,
  kRow,
  kRowProperties,
  kCell,
  kTextBox,
  kDeleted,
  kControl,
  kControlProperties,
  kControlContent,
  kGallery,
  kPlaceholder,
  kAlternate,
  kChoice,
  kFallback,
};

/// The tag of a canonical name ("w:p").
WordTag word_tag(std::string_view name);

}  // namespace weft
