// SPDX-License-Identifier: Apache-2.0
/// What the class, id, role and itemprop of an element say about the purpose of its content.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "html_tree.hpp"

namespace weft {

/// Purposes that page authors name in classes and ids, in many words.
enum class Hint : std::uint8_t {
  content,      ///< article, body, post, entry, story
  comment,      ///< comments, reply, respond
  forum,        ///< thread, message, answer
  navigation,   ///< nav, menu, breadcrumb, pagination
  side,         ///< sidebar, related, recommended, widget
  footer,       ///< footer, copyright, legal
  social,       ///< share, follow, subscribe, newsletter
  dialog,       ///< modal, popup, cookie, login
  advertising,  ///< ad, sponsor, promo
  meta,         ///< byline, author, date, tags
  product,      ///< product, price, specification, review
  listing,      ///< list, item, card, grid, results
  media,        ///< caption, gallery, video, carousel
  hidden,       ///< hidden, sr-only, collapse
};
constexpr std::size_t kHintCount = 14;

/// A set of hints, one bit each.
using HintSet = std::uint16_t;

constexpr HintSet hint_bit(Hint hint) {
  return static_cast<HintSet>(1U << static_cast<unsigned>(hint));
}

/// The hints of one element: its tag (nav, aside, footer), its role and the words of its class and
/// id.
HintSet hints_of(const HtmlTree& tree, const HtmlNode& node);

/// True when the element itself is hidden by `hidden`, `aria-hidden` or an inline style.
bool is_hidden(const HtmlTree& tree, const HtmlNode& node);

}  // namespace weft
