// SPDX-License-Identifier: Apache-2.0
/// What the elements of XHTML mean for blocks of text.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

enum class XhtmlTag : std::uint8_t {
  kInline,  ///< and everything unknown: transparent
  kSkipped,
  kVoid,  ///< no text, no end
  kBreak,
  kRule,
  kBlock,
  kParagraph,
  kHeading,
  kList,
  kListItem,
  kQuote,
  kCode,
  kTable,
  kCell,
  kFigure,
  kCaption,
  kNavigation,
  kLink,
  kRaised,
};

/// By lower-case name.
XhtmlTag xhtml_tag(std::string_view name);

}  // namespace weft
