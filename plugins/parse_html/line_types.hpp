// SPDX-License-Identifier: Apache-2.0
/// Short blocks that say themselves what they are: bylines, dates, translators, sources, links to
/// originals.
#pragma once

#include <cstdint>
#include <string_view>

#include "page_profile.hpp"

namespace weft {

enum class LineType : std::uint8_t {
  none,
  byline,
  author_label,  ///< "By" or 作者： alone; the name is the next block
  date,
  deck,
  translator,
  source,
  translation_link
};

/// What the words and the element of a block say it is; where it stands is for the caller to judge.
LineType type_of_line(const PageProfile& profile, std::uint32_t block);

/// The same where the title is far: only translators, sources and links to translations.
LineType type_of_far_line(const PageProfile& profile, std::uint32_t block);

/// What happened on a date.
enum class DateMeaning : std::uint8_t { published, modified, other };

/// What the words beside a date say: "Updated" is modified, "Release date" or "Deadline" is other,
/// and a date without words is taken for published.
DateMeaning meaning_of_label(std::string_view line);

/// Where a link such as "Read more" or 点击查看更多 begins that ends the block; 0 when none does.
std::uint32_t begin_of_more_link(const PageProfile& profile, std::uint32_t block);

/// The address of the first link in the block, or empty.
std::string_view first_link(const PageProfile& profile, std::uint32_t block);

/// True when the class or id of `node` has `word` (lower case) as a word or a part of one.
bool has_class_word(const HtmlTree& tree, std::uint32_t node, std::string_view word);

}  // namespace weft
