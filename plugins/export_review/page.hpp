// SPDX-License-Identifier: Apache-2.0
/// The page around the data: markup, style and script, and what made it.
#pragma once

#include <string>
#include <string_view>

#include "weft/exports/made_by.hpp"

namespace weft {

/// Everything up to the data: the policy that allows this script, this style and nothing else, and
/// the page itself. Never holds text of a document.
std::string page_head();

/// A block of data: raw deflate made text, the number of its bytes beside it.
std::string page_block(std::string_view bytes);

/// What stands behind the last block. `content` names the content of the page: decisions are kept
/// under it.
struct PageEnd {
  std::string content;
  std::string source;  ///< language ranges of the sides
  std::string target;
  MadeBy made_by;
};
std::string page_tail(const PageEnd& end);

}  // namespace weft
