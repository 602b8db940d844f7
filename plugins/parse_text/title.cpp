// SPDX-License-Identifier: Apache-2.0
/// Choosing the title among the lines above the body.

#include "title.hpp"

#include <algorithm>

#include "characters.hpp"
#include "dates.hpp"
#include "furniture.hpp"
#include "match.hpp"
#include "weft/text/normalize.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kTitleWidth = 200;    // columns
constexpr std::size_t kDuplicateReach = 10;   // units within which a repeated title stands
constexpr std::size_t kFurnitureReach = 5;    // units between two occurrences of a site's name
constexpr std::size_t kSiteLines = 3;         // lines at the top that may be the site's
constexpr std::uint32_t kSubtitleWidth = 60;  // columns
constexpr std::uint32_t kSiteWidth = 48;      // columns of a site's name
constexpr std::size_t kMostTitles = 3;        // times a page repeats its title
constexpr std::uint32_t kLeastDuplicate = 8;  // columns; a shorter line is repeated by chance
constexpr double kWithFields = 0.9;
constexpr double kByPlace = 0.7;
constexpr double kWholePage = 0.5;

/// Bytes of "title" in "title - Site" or "title_Site"; npos when `longer` is not of that form.
bool has_suffix(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size() || !longer.starts_with(shorter)) return false;
  const std::string_view rest = trim(longer.substr(shorter.size()));
  for (const std::string_view mark : {"-", "|", "_", "–", "—", "·", "«", "»", ":", "::"}) {
    if (rest.starts_with(mark)) return true;
  }
  return false;
}

/// The name behind the last "-", "|" or "_" of "title - Site", when it is the name of a site.
std::string_view site_suffix(std::string_view title) {
  const std::size_t at = title.find_last_of("|_-");
  if (at == std::string_view::npos || at == 0) return {};
  const bool spaced = title[at - 1] == ' ' || title[at] != '-';
  const std::string_view name = trim(title.substr(at + 1));
  return spaced && is_site_name(match_key(name)) ? name : std::string_view{};
}

class Chooser {
 public:
  Chooser(Page& page, const TitleLines& lines) : page_(page), lines_(lines) {
    for (const std::size_t i : lines.candidates) {
      const bool above = !lines.first_field || i < *lines.first_field;
      if (above && is_title_like(page.text_of(page.units[i]))) before_.push_back(i);
    }
  }

  void choose() {
    if (page_.has(WEFT_KEY_TITLE)) return;  // a label said it
    if (!lines_.whole_page) mark_repeated_site_name();
    if (choose_duplicate()) return;
    drop_site_and_kickers();
    if (before_.empty()) return choose_below_date();
    if (!lines_.first_field && !stands_over_body()) return;
    const double sure = lines_.first_field ? kWithFields : kByPlace;
    take(before_[0], lines_.whole_page ? kWholePage : sure);
    for (std::size_t n = 1; n < before_.size(); ++n) {
      if (lines_.first_field || is_wide_subtitle(before_[n])) mark_second(before_[n]);
    }
  }

 private:
  [[nodiscard]] const Unit& unit(std::size_t i) const { return page_.units[i]; }

  [[nodiscard]] bool fits_title(std::size_t i) const {
    const auto same = std::count_if(page_.units.begin(), page_.units.end(),
                                    [&](const Unit& other) { return other.key == unit(i).key; });
    return unit(i).shape.width <= kTitleWidth && unit(i).shape.stops <= 1 &&
           static_cast<std::size_t>(same) <= kMostTitles;
  }

  /// A line that stands over the article and once more below it is the site's, unless it is all
  /// there is. The line after it is the site's slogan when a title is still left.
  void mark_repeated_site_name() {
    for (std::size_t n = 0; n < std::min(kSiteLines, before_.size()) && before_.size() > 1; ++n) {
      const Shape& shape = unit(before_[n]).shape;
      const bool top = before_[n] < kSiteLines && (lines_.first_field || page_.prose_count > 0);
      if (!top || !shape.open() || shape.width > kSiteWidth || !stands_below(before_[n])) continue;
      mark_site_name(before_[n], 0.8);
      drop(n);
      if (before_.size() > 1 && n < before_.size()) {
        page_.furnish(before_[n], kReasonSlogan);
        drop(n);
      }
      return;
    }
  }

  void drop(std::size_t n) { before_.erase(before_.begin() + static_cast<std::ptrdiff_t>(n)); }

  /// In the last quarter, and nowhere between.
  [[nodiscard]] bool stands_below(std::size_t i) const {
    bool below = false;
    for (std::size_t j = i + 1; j < page_.units.size(); ++j) {
      if (unit(j).decided() || unit(j).key != unit(i).key) continue;
      if (j < i + kFurnitureReach || j * 4 < page_.units.size() * 3) return false;
      below = true;
    }
    return below;
  }

  void mark_site_name(std::size_t i, double confidence) {
    page_.furnish(i, kReasonSiteName);
    page_.site_keys.push_back(unit(i).key);
    page_.add_fact(WEFT_KEY_SITE, one_line(page_.text_of(unit(i))), "furniture", i, confidence);
  }

  /// The same wording twice: once as the page's title, once as the article's.
  bool choose_duplicate() {
    for (std::size_t n = 0; n < std::min(kSiteLines, before_.size()); ++n) {
      const std::size_t i = before_[n];
      if (unit(i).shape.width < kLeastDuplicate) continue;
      const std::size_t end = std::min(page_.units.size(), i + kDuplicateReach);
      for (std::size_t j = i + 1; j < end; ++j) {
        if (unit(j).decided() || unit(j).key.empty() || !fits_title(i)) continue;
        const bool same = unit(i).key == unit(j).key;
        const bool longer = has_suffix(unit(i).key, unit(j).key) && !page_.is_prose(j);
        if (!same && !longer) continue;
        const std::size_t title = same ? i : j;
        take(title, kWithFields);
        page_.furnish(same ? j : i, kReasonTitleDuplicate);
        for (const std::size_t other : before_) {
          if (!unit(other).decided() && other < title) page_.furnish(other, kReasonNavigation);
        }
        return true;
      }
    }
    return false;
  }

  void drop_site_and_kickers() {
    while (before_.size() > 1) {
      const Unit& first = unit(before_[0]);
      const bool wider_below = std::any_of(before_.begin() + 1, before_.end(), [&](std::size_t i) {
        return unit(i).shape.width > first.shape.width;
      });
      const bool site = first.shape.words <= 10 && is_site_name(first.key) && wider_below;
      if (!site && !is_kicker(first)) break;
      if (site) {
        mark_site_name(before_[0], 0.5);
      } else {
        page_.furnish(before_[0], kReasonNavigation);
      }
      drop(0);
    }
  }

  /// "2024-05-01 / Title / By ...": only between two lines of metadata.
  void choose_below_date() {
    if (lines_.has_deck || !lines_.first_field) return;
    for (const std::size_t i : lines_.candidates) {
      const bool line = is_title_like(page_.text_of(unit(i))) && fits_title(i);
      if (i < *lines_.last_field && line && !unit(i).decided()) return take(i, kByPlace);
    }
  }

  /// Without metadata a title must stand apart from running text below it.
  [[nodiscard]] bool stands_over_body() const {
    const std::size_t i = before_[0];
    if (!fits_title(i) || !is_near_top(i)) return false;
    std::size_t next = i + 1;
    const auto is_over = [&](std::size_t line) {
      return unit(line).reason == kReasonPost ||
             (line <= i + 2 && (unit(line).decided() || page_.is_short_line(line)));
    };
    while (next < page_.units.size() && is_over(next))
      ++next;
    const bool prose_near = next < page_.units.size() && page_.is_prose(next);
    if (prose_near) return before_.size() <= 3;
    // A poem or a list: its title has a blank line to itself.
    return unit(i).blank_below && i + 1 < page_.units.size() && !unit(i + 1).blank_below &&
           page_.prose_count == 0;
  }

  /// Nothing but a few lines, or furniture, above it.
  [[nodiscard]] bool is_near_top(std::size_t i) const {
    const auto first = page_.units.begin();
    return std::count_if(first, first + static_cast<std::ptrdiff_t>(i),
                         [](const Unit& above) { return !above.decided(); }) <= 3;
  }

  void take(std::size_t i, double confidence) {
    if (!fits_title(i)) return;
    page_.mark(i, WEFT_SPAN_TITLE);
    std::string title = one_line(page_.text_of(unit(i)));
    if (const std::string_view site = site_suffix(title); !site.empty()) {
      page_.add_fact(WEFT_KEY_SITE, std::string(site), "title-line", i, 0.6);
      const auto cut = static_cast<std::size_t>(site.data() - title.data());
      title = trim(std::string_view(title).substr(0, title.find_last_of("|_-", cut)));
    }
    page_.add_fact(WEFT_KEY_TITLE, std::move(title), "title-line", i, confidence);
    page_.header_end = std::max(page_.header_end, i + 1);
  }

  /// Right over the body the first section's heading may stand; a subtitle is longer than both.
  [[nodiscard]] bool is_wide_subtitle(std::size_t i) const {
    const Shape& title = unit(before_[0]).shape;
    return i == before_[0] + 1 && unit(i).shape.width > std::max(title.width, kSubtitleWidth);
  }

  /// Further lines between the title and the metadata: the title in another language, or a
  /// subtitle.
  void mark_second(std::size_t i) {
    const Unit& title = unit(before_[0]);
    const bool other_script = title.shape.ideographic() != unit(i).shape.ideographic();
    if (other_script && fits_title(i)) {
      page_.mark(i, WEFT_SPAN_TITLE);
      return;
    }
    page_.mark(i, WEFT_SPAN_DECK);
    page_.add_fact(WEFT_KEY_DECK, one_line(page_.text_of(unit(i))), "deck-line", i, kByPlace);
  }

  Page& page_;
  const TitleLines& lines_;
  std::vector<std::size_t> before_;
};

}  // namespace

void choose_title(Page& page, const TitleLines& lines) {
  Chooser(page, lines).choose();
}

bool is_title_like(std::string_view line) {
  constexpr std::string_view kOthers =
      "by * | written by * | reviewed by * | posted * | published * | updated * | last updated * | "
      "originally posted * | edited * | edited by * | 作者* | 记者* | 来源* | 编辑* | 发布时间*";
  if (fits_any(match_key(line), kOthers)) return false;
  const auto date = find_date(line);
  if (date && (date->end - date->begin) * 5 >= line.size() * 2) return false;
  return true;
}

std::string one_line(std::string_view text) {
  return fold_space(text);
}

}  // namespace weft::plain
