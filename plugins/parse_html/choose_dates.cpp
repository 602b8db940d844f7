// SPDX-License-Identifier: Apache-2.0
/// Weighs claims that nobody sees against the dates beside the title.
#include "choose_dates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "visible_dates.hpp"

namespace weft {
namespace {

constexpr double kMarkedDate = 0.7;
constexpr double kText = 0.6;
constexpr double kNote = 0.55;
constexpr double kAddress = 0.55;

struct DatedClaim {
  const Claim* claim = nullptr;
  std::string iso;
  [[nodiscard]] long day() const { return day_number(iso); }
};

class DateChooser {
 public:
  DateChooser(const MetadataInput& input, bool authored)
      : input_(input),
        authored_(authored),
        url_(address_of(input)),
        template_(template_of_page()) {}

  std::vector<ChosenValue> run() {
    std::vector<long> days;
    for (const Claim& claim : input_.claims.claims)
      if (is_date_key(claim.key))
        if (const auto date = read_date(claim.value)) days.push_back(day_number(date->iso));
    seen_ = find_visible_dates(input_, days);
    const auto published = best_claim(WEFT_KEY_DATE_PUBLISHED);
    const auto modified = best_claim(WEFT_KEY_DATE_MODIFIED);
    choose_published(published, modified);
    choose_modified(modified);
    return std::move(out_);
  }

 private:
  /// What a content management system's class names say the page is.
  enum class Template { unknown, post, page };

  static bool is_date_key(std::string_view key) {
    return key == WEFT_KEY_DATE_PUBLISHED || key == WEFT_KEY_DATE_MODIFIED;
  }

  // WordPress marks its posts and its standing pages on the body; the dates of the latter are of
  // their making, which no reader sees.
  Template template_of_page() const {
    const HtmlTree& tree = input_.profile.tree();
    for (const HtmlNode& node : tree.nodes()) {
      if (node.tag != Tag::body) continue;
      const std::string classes = ' ' + std::string(tree.attribute(node, "class")) + ' ';
      const auto has = [&](std::string_view word) {
        return classes.find(word) != std::string::npos;
      };
      if (has(" single-product ") || has(" page-id-") || has(" home ")) return Template::page;
      return has(" single ") ? Template::post : Template::unknown;
    }
    return Template::unknown;
  }

  bool is_home() const {
    const std::size_t scheme = url_.find("://");
    if (scheme == std::string::npos) return false;
    const std::size_t path = url_.find('/', scheme + 3);
    return path == std::string::npos || path + 1 == url_.size();
  }

  bool is_shown(std::string_view iso) const {
    const long day = day_number(iso);
    return std::any_of(seen_.near_title.begin(), seen_.near_title.end(),
                       [&](const VisibleDate& date) { return day_number(date.iso) == day; });
  }

  // Descriptions of a mere web page carry the day its template was made: they count only for what
  // is a text of a day by other signs.
  bool is_trusted(const Claim& claim, std::string_view iso) const {
    constexpr double kOfText = 0.7;
    if (is_shown(iso)) return true;
    if (is_home()) return false;
    const bool article = is_article(input_.claims);
    if (claim.confidence < kOfText)
      return template_ != Template::page && article && (authored_ || template_ == Template::post);
    // OpenGraph's property belongs to articles; elsewhere it is the time of a build.
    return claim.origin != "meta" || article || authored_ || template_ == Template::post;
  }

  std::optional<DatedClaim> best_claim(std::string_view key) const {
    std::optional<DatedClaim> best;
    for (const Claim& claim : input_.claims.claims) {
      if (claim.key != key) continue;
      if (best && claim.confidence <= best->claim->confidence) continue;
      const auto date = read_date(claim.value);
      if (!date || !is_trusted(claim, date->iso)) continue;
      best = DatedClaim{&claim, date->iso};
    }
    for (const Claim& claim : input_.claims.claims)
      if (best && claim.key == key && is_finer(claim, *best))
        best = DatedClaim{best->claim, read_date(claim.value)->iso};
    return best;
  }

  // The same event told to the second by one and to the midnight by another.
  static bool is_finer(const Claim& claim, const DatedClaim& best) {
    const bool coarse = best.iso.size() <= 10 || best.iso.substr(10, 9) == "T00:00:00";
    if (!coarse) return false;
    const auto date = read_date(claim.value);
    return date && date->iso.size() > 10 && date->iso.substr(10, 9) != "T00:00:00" &&
           std::abs(day_number(date->iso) - best.day()) <= 1;
  }

  void put(std::string_view key, std::string iso, std::string_view origin, double confidence,
           std::uint32_t block = kNoNode) {
    out_.push_back({std::string(key), std::move(iso), std::string(origin), confidence, block});
  }
  void put_seen(std::string_view key, const VisibleDate& date) {
    put(key, date.iso, date.marked ? "time" : "visible", date.marked ? kMarkedDate : kText,
        date.block);
  }
  // The claim tells the time, the line is the evidence; a day's difference is one of zones, and the
  // reader's day counts.
  void put_both(std::string_view key, const DatedClaim& claim, const VisibleDate& date) {
    constexpr double kBoth = 0.95;
    const bool at_home = claim.iso.size() > 19 && !claim.iso.ends_with('Z');
    const bool same = at_home || day_number(date.iso) == claim.day();
    const double confidence = std::max(claim.claim->confidence, kBoth);
    put(key, same ? claim.iso : date.iso, same ? claim.claim->origin : "visible", confidence,
        date.block);
  }

  static bool agrees(const VisibleDate& date, const std::optional<DatedClaim>& claim) {
    return claim && std::abs(day_number(date.iso) - claim->day()) <= 1;
  }

  void choose_published(const std::optional<DatedClaim>& published,
                        const std::optional<DatedClaim>& modified) {
    const VisibleDate* first = nullptr;
    for (const VisibleDate& date : seen_.near_title) {
      if (date.meaning != DateMeaning::published) continue;
      if (agrees(date, published)) return put_both(WEFT_KEY_DATE_PUBLISHED, *published, date);
      // "Mar 5" on a page that was first published in January is the day of its change.
      const bool change = published && !date.labelled &&
                          (agrees(date, modified) || day_number(date.iso) > published->day());
      if (change) {
        if (change_ == nullptr) change_ = &date;
      } else if (first == nullptr) {
        first = &date;
      }
    }
    if (first != nullptr && is_first_day(*first, published))
      put_seen(WEFT_KEY_DATE_PUBLISHED, *first);
    else if (published)
      put(WEFT_KEY_DATE_PUBLISHED, published->iso, published->claim->origin,
          published->claim->confidence);
    else
      choose_published_elsewhere();
  }

  // What the page shows counts more than what it says of itself, unless a text only mentions a day
  // of long ago.
  static bool is_first_day(const VisibleDate& date, const std::optional<DatedClaim>& published) {
    return !published || date.labelled || date.marked || day_number(date.iso) < published->day();
  }

  // The path of an address such as /2024/03/05/gulls, as news sites and weblogs have it.
  void choose_published_elsewhere() {
    const auto day = day_of_address(url_);
    if (!is_home() && day) put(WEFT_KEY_DATE_PUBLISHED, *day, "url", kAddress);
  }

  void choose_modified(const std::optional<DatedClaim>& modified) {
    for (const VisibleDate& date : seen_.near_title) {
      if (date.meaning != DateMeaning::modified) continue;
      if (agrees(date, modified)) return put_both(WEFT_KEY_DATE_MODIFIED, *modified, date);
      return put_seen(WEFT_KEY_DATE_MODIFIED, date);
    }
    if (change_ != nullptr) {
      if (agrees(*change_, modified)) return put_both(WEFT_KEY_DATE_MODIFIED, *modified, *change_);
      return put_seen(WEFT_KEY_DATE_MODIFIED, *change_);
    }
    if (modified && !is_before_publication(*modified))
      return put(WEFT_KEY_DATE_MODIFIED, modified->iso, modified->claim->origin,
                 modified->claim->confidence);
    for (const VisibleDate& date : seen_.notes)
      if (date.meaning == DateMeaning::modified)
        return put(WEFT_KEY_DATE_MODIFIED, date.iso, "visible", kNote, date.block);
  }

  bool is_before_publication(const DatedClaim& modified) const {
    return !out_.empty() && modified.day() + 1 < day_number(out_.front().value);
  }

  const MetadataInput& input_;
  bool authored_;
  std::string url_;
  Template template_;
  VisibleDates seen_;
  const VisibleDate* change_ = nullptr;  ///< a day without words that is no first publication
  std::vector<ChosenValue> out_;
};

}  // namespace

std::vector<ChosenValue> choose_dates(const MetadataInput& input, bool authored) {
  return DateChooser(input, authored).run();
}

}  // namespace weft
