// SPDX-License-Identifier: Apache-2.0
/// Dumps of whole web pages: dozens of menu entries stand above the article.

#include <algorithm>

#include "furniture.hpp"
#include "names.hpp"
#include "passes.hpp"
#include "title.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::size_t kLeastLines = 12;   // short lines above the body that make a page's head
constexpr std::size_t kLeastKnown = 2;    // of them known as furniture by their wording
constexpr std::size_t kLeastProse = 3;    // paragraphs, so that there is an article below
constexpr std::size_t kHeaderReach = 12;  // units above the body in which its own header lies

bool is_open_line(const Page& page, std::size_t i) {
  const std::string_view text = page.text_of(page.units[i]);
  return !page.units[i].decided() && page.is_short_line(i) && !page.units[i].item &&
         is_title_like(text) && !is_person_name(text);
}

FieldLine open_fields_at(const Page& page, std::size_t i) {
  const Unit& unit = page.units[i];
  return unit.decided() || unit.key.empty() ? FieldLine{} : read_fields(page.text_of(unit));
}

/// The line that is likeliest the title: one that is there twice, the one right above the metadata,
/// else the widest.
std::size_t likely_title(const Page& page, std::size_t from, std::size_t body) {
  for (std::size_t i = from; i + 1 < body; ++i) {
    const bool twice = page.units[i].key == page.units[i + 1].key && !page.units[i].key.empty();
    if (twice && is_open_line(page, i)) return i;
  }
  for (std::size_t i = from; i < body; ++i) {
    if (!open_fields_at(page, i).found()) continue;
    for (std::size_t above = i; above-- > from;) {
      if (is_open_line(page, above)) return above;
    }
  }
  std::size_t widest = body;
  for (std::size_t i = from; i < body; ++i) {
    const bool wider = widest == body || page.units[i].shape.width > page.units[widest].shape.width;
    if (is_open_line(page, i) && wider) widest = i;
  }
  return widest;
}

}  // namespace

std::size_t skip_page_head(Page& page) {
  std::size_t body = 0;
  std::size_t known = 0;
  while (body < page.units.size() && (page.units[body].decided() || !page.is_prose(body))) {
    const std::string_view reason = page.units[body].reason;
    known += reason == kReasonNavigation || reason == kReasonForm || reason == kReasonSocial ||
                     reason == kReasonTools || reason == kReasonNewsletter
                 ? 1U
                 : 0U;
    ++body;
  }
  if (body < kLeastLines || known < kLeastKnown || page.prose_count < kLeastProse) return 0;
  const std::size_t from = body > kHeaderReach ? body - kHeaderReach : 0;
  const std::size_t title = likely_title(page, from, body);
  for (std::size_t i = 0; i < title; ++i) {
    if (!page.units[i].decided()) page.furnish(i, kReasonNavigation);
  }
  return title;
}

}  // namespace weft::plain
