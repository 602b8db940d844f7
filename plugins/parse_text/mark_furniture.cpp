// SPDX-License-Identifier: Apache-2.0
/// Furniture by wording, and what hangs on it.

#include <algorithm>

#include "furniture.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kSentence = 60;    // columns; a stopped line of more may be body text
constexpr std::uint32_t kPromotion = 240;  // columns of the sentence under a sign-up heading
constexpr std::size_t kMostRelated = 12;   // titles under "Related"

/// A sentence is taken for furniture only where its kind comes in sentences: "Subscribe to ...",
/// "We use cookies ...", not "Skip to the second chapter if ...".
bool comes_in_sentences(std::string_view reason) {
  return reason == kReasonNewsletter || reason == kReasonLoading || reason == kReasonSocial ||
         reason == kReasonAdvertisement || reason == kReasonConsent;
}

bool is_at_an_end(const Page& page, std::size_t i) {
  return i < 3 || i * 10 >= page.units.size() * 7;
}

void mark_by_wording(Page& page) {
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    Unit& unit = page.units[i];
    if (unit.decided() || unit.key.empty()) continue;
    std::string_view reason = furniture_reason(unit);
    const bool at_end = is_at_an_end(page, i);
    if (reason.empty() && at_end && is_navigation_row(unit)) reason = kReasonNavigation;
    if (reason.empty() && i * 2 > page.units.size() && is_comment_count(unit))
      reason = kReasonComments;
    if (reason.empty()) continue;
    const bool sentence = unit.shape.stopped() && unit.shape.width >= kSentence;
    const bool believed =
        comes_in_sentences(reason) ||
        (at_end && (reason == kReasonLegal || reason == kReasonRelated || reason == kReasonNotice));
    if (!sentence || believed) page.furnish(i, reason);
  }
}

/// The sentence under a sign-up heading: shorter than a paragraph, in the words of promotion.
bool is_promotion(const Page& page, std::size_t i) {
  const Unit& unit = page.units[i];
  const Shape& shape = unit.shape;
  if (unit.decided() || unit.key.empty() || shape.width > kPromotion || shape.stops > 3)
    return false;
  const bool short_for_body = shape.width * 2 < page.prose_width;
  return promotes(unit.key)
             ? shape.width * 4 < page.prose_width * 3 || short_for_body || page.prose_count < 3
             : short_for_body && shape.stops == 1 && shape.stopped();
}

/// The title of the video under a heading that names none itself.
bool is_video_title(const Page& page, std::size_t i) {
  const Unit& unit = page.units[i];
  return !unit.decided() && page.is_short_line(i) && unit.shape.width <= kSentence * 2;
}

void mark_related(Page& page, std::size_t heading) {
  // "Related: One title" stands alone.
  const std::string& key = page.units[heading].key;
  const std::size_t colon = key.find(':');
  if (colon != std::string::npos && colon + 1 < key.size()) return;
  std::size_t end = heading + 1;
  while (end < page.units.size() && end - heading <= kMostRelated && !page.units[end].decided() &&
         !page.units[end].item && page.is_short_line(end))
    ++end;
  // One short line before a paragraph is as likely the next section's heading.
  if (end - heading == 2 && end < page.units.size() && page.is_prose(end) &&
      page.units[heading + 1].blank_above)
    return;
  for (std::size_t i = heading + 1; i < end; ++i)
    page.furnish(i, kReasonRelated);
}

}  // namespace

void mark_furniture(Page& page) {
  mark_by_wording(page);
  for (std::size_t i = 0; i + 1 < page.units.size(); ++i) {
    const std::string_view reason = page.units[i].reason;
    const bool open = !page.units[i].shape.stopped();
    if (reason == kReasonNewsletter && open && is_promotion(page, i + 1)) {
      page.furnish(i + 1, kReasonNewsletter);
    } else if (reason == kReasonVideo && page.units[i].key.find(": ") == std::string::npos &&
               is_video_title(page, i + 1)) {
      page.furnish(i + 1, kReasonVideo);
      ++i;  // what follows the title does not hang on it
    } else if (reason == kReasonSocial && !page.units[i + 1].decided() &&
               is_button(page.units[i + 1].key)) {
      page.furnish(i + 1, kReasonSocial);
    } else if (reason == kReasonRelated) {
      mark_related(page, i);
    }
  }
}

}  // namespace weft::plain
