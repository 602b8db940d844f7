// SPDX-License-Identifier: Apache-2.0
/// Which of the short lines above the body is the title, and what the others are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"

namespace weft::plain {

/// What the header's lines offer.
struct TitleLines {
  std::vector<std::size_t> candidates;     ///< units, from the top
  std::optional<std::size_t> first_field;  ///< units of metadata
  std::optional<std::size_t> last_field;
  bool whole_page = false;  ///< a page's menus stood above: its lines are less sure
  bool has_deck = false;    ///< the text begins with a deck: its title was lost
};

/// Marks the title, a subtitle, a repeated title, the site's name and slogan; none where the
/// evidence is too thin. Sets page.header_end behind the title where no metadata follows it.
void choose_title(Page& page, const TitleLines& lines);

/// A short line that may be a title: not "By ...", "Posted on ...", a date with a word or two, a
/// name.
bool is_title_like(std::string_view line);

/// The text with its line breaks and blank runs made one space each.
std::string one_line(std::string_view text);

}  // namespace weft::plain
