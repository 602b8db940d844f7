// SPDX-License-Identifier: Apache-2.0
/// What stands below the body: biographies, metadata, and the site's furniture.

#include <algorithm>
#include <string_view>

#include "credits.hpp"
#include "furniture.hpp"
#include "match.hpp"
#include "names.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::size_t kFieldReach = 10;    // units from the end in which metadata is looked for
constexpr std::size_t kBioReach = 6;       // units under a heading about the author
constexpr std::size_t kNamedBioReach = 4;  // paragraphs at the end that may be about an author
constexpr std::uint32_t kBioWidth = 480;   // columns
constexpr std::ptrdiff_t kPageFoot = 4;    // known lines that make the foot of a whole page
constexpr std::size_t kSiteProse = 3;      // paragraphs a site says of itself
constexpr double kBelow = 0.8;
constexpr double kGuess = 0.5;

class TailReader {
 public:
  explicit TailReader(Page& page) : page_(page) {}

  void read() {
    mark_repeated_lines();
    mark_bio_headings();
    mark_metadata();
    mark_named_bios();
    mark_site_about();
    mark_trailing_lines();
  }

 private:
  [[nodiscard]] std::size_t size() const { return page_.units.size(); }
  [[nodiscard]] const Unit& unit(std::size_t i) const { return page_.units[i]; }
  [[nodiscard]] bool is_body(std::size_t i) const {
    return !unit(i).decided() && page_.is_prose(i);
  }

  /// One behind the last paragraph that nothing has claimed.
  [[nodiscard]] std::size_t body_end() const {
    std::size_t end = size();
    while (end > page_.header_end && !is_body(end - 1))
      --end;
    return end;
  }

  void mark_repeated_lines() {
    std::string title;
    for (std::size_t i = 0; i < size() && title.empty(); ++i) {
      if (unit(i).kind == WEFT_SPAN_TITLE) title = unit(i).key;
    }
    // "Title: The Ferry" below a line "The Ferry".
    std::string bare_title;
    for (const Fact& fact : page_.facts) {
      if (fact.key == WEFT_KEY_TITLE) bare_title = match_key(fact.value);
    }
    for (std::size_t i = 0; i < page_.header_end && i < size(); ++i) {
      if (!unit(i).decided() && !unit(i).key.empty() && unit(i).key == bare_title)
        page_.furnish(i, kReasonTitleDuplicate);
    }
    for (std::size_t i = page_.header_end; i < size(); ++i) {
      if (unit(i).decided() || unit(i).key.empty()) continue;
      const bool below = i * 4 >= size() * 3;
      const bool near = below || i <= page_.header_end + 4;
      if (near && !title.empty() && unit(i).key == title) page_.furnish(i, kReasonTitleDuplicate);
      const auto& sites = page_.site_keys;
      if (below && std::find(sites.begin(), sites.end(), unit(i).key) != sites.end())
        page_.furnish(i, kReasonSiteName);
    }
  }

  void mark_bio_headings() {
    for (std::size_t i = std::max(page_.header_end, size() / 2); i < size(); ++i) {
      if (unit(i).decided() || !(is_bio_heading(unit(i).key) || is_about_name(i))) continue;
      page_.mark(i, WEFT_SPAN_BIO);
      add_author_of(i);
      if (unit(i).shape.stopped() && page_.is_prose(i)) continue;  // it tells already
      const std::size_t end = std::min(size(), i + 1 + kBioReach);
      for (std::size_t next = i + 1; next < end && !unit(next).decided(); ++next) {
        if (read_fields_of(next).found()) break;
        page_.mark(next, WEFT_SPAN_BIO);
      }
    }
  }

  /// "About Miles" over a paragraph that begins with "Miles".
  [[nodiscard]] bool is_about_name(std::size_t i) const {
    if (i + 1 >= size() || unit(i + 1).decided()) return false;
    for (const std::string_view word : {"about ", "关于"}) {
      const std::string_view key = unit(i).key;
      if (!key.starts_with(word) || key.size() == word.size()) continue;
      const std::string below = match_key(page_.text_of(unit(i + 1)).substr(0, 200));
      return page_.is_short_line(i) && below.starts_with(key.substr(word.size())) &&
             unit(i + 1).shape.width <= kBioWidth;
    }
    return false;
  }

  /// "About the author: Jo Dorn", where no byline named one.
  void add_author_of(std::size_t i) {
    const std::string_view text = page_.text_of(unit(i));
    std::size_t colon = text.find(':');
    std::size_t skip = 1;
    if (colon == std::string_view::npos) {
      colon = text.find("：");
      skip = 3;
    }
    if (colon == std::string_view::npos || page_.has(WEFT_KEY_AUTHOR)) return;
    const std::string_view value = text.substr(colon + skip);
    if (!looks_like_names(value)) return;
    for (std::string& name : split_names(value))
      page_.add_fact(WEFT_KEY_AUTHOR, std::move(name), "bio-line", i, 0.6);
  }

  [[nodiscard]] FieldLine read_fields_of(std::size_t i) const {
    if (unit(i).key.empty() || unit(i).item) return {};
    return read_fields(page_.text_of(unit(i)));
  }

  void mark_metadata() {
    const std::size_t end = body_end();
    const std::size_t reach = size() > kFieldReach ? size() - kFieldReach : 0;
    for (std::size_t i = std::max(page_.header_end, std::min(end, reach)); i < size(); ++i) {
      if (unit(i).reason == kReasonComments) return;  // dates and names of readers
      const bool far_from_both = i > end + kFieldReach && i < reach;
      if (unit(i).decided() || far_from_both) continue;
      const FieldLine line = read_fields_of(i);
      if (!line.found() || (i < end && !names_source(line))) continue;
      const bool of_figure =
          labels_source(unit(i).key) && (under_figure(page_, i) || (i < end && !ends_in_bios(i)));
      if (of_figure) continue;
      const bool dated = line.bare_date();
      if (dated && !is_only_bare_date(i)) continue;
      mark_fields(page_, i, line, line.fields[0].labelled ? kBelow : kGuess);
    }
  }

  /// No paragraph below unit i but those about the author.
  [[nodiscard]] bool ends_in_bios(std::size_t i) const {
    for (std::size_t below = i + 1; below < size(); ++below) {
      if (is_body(below) && !is_about_author(below)) return false;
    }
    return true;
  }

  /// Above the last paragraph only a sentence on where the text appeared is metadata.
  static bool names_source(const FieldLine& line) {
    return line.fields.size() <= 2 && line.fields[0].role == Role::kSource &&
           line.fields[0].labelled;
  }

  [[nodiscard]] bool is_only_bare_date(std::size_t except) const {
    for (std::size_t i = page_.header_end; i < size(); ++i) {
      if (i != except && !unit(i).decided() && unit(i).shape.width <= 40 &&
          unit(i).shape.digits >= 3 && read_fields_of(i).bare_date())
        return false;
    }
    return true;
  }

  /// "Jo Dorn is a reporter ...", "本文作者是……" at the very end.
  void mark_named_bios() {
    std::size_t seen = 0;
    std::size_t i = body_end();
    while (i > page_.header_end && seen < kNamedBioReach) {
      --i;
      if (unit(i).decided()) continue;
      ++seen;
      if (!is_body(i) || !is_about_author(i)) return;
      page_.mark(i, WEFT_SPAN_BIO);
    }
  }

  [[nodiscard]] bool is_about_author(std::size_t i) const {
    const std::string key = match_key(page_.text_of(unit(i)).substr(0, 400));
    if (unit(i).shape.width > kBioWidth) return false;
    if (fits_any(key,
                 "the author is * | the author was * | the writer is * | the authors are * | "
                 "本文作者* | 作者是* | 作者为* | 作者系* | (作者为*) | (作者系*) | (作者是*) | "
                 "作者单位*"))
      return true;
    return std::any_of(page_.facts.begin(), page_.facts.end(), [&](const Fact& fact) {
      const bool person = fact.key == WEFT_KEY_AUTHOR || fact.key == WEFT_KEY_TRANSLATOR;
      const std::string name = match_key(fact.value);
      if (!person || !key.starts_with(name)) return false;
      const std::string_view rest = std::string_view(key).substr(name.size());
      return fits_any(
          rest,
          " is * | is a * | , * | was * | covers * | reports * | writes * | "
          "* covers * | * reports on * | 是* | 系* | 为* | ,* | 报道* | 现任* | 现为* | "
          "常驻* | *记者* | *教授* | *研究员* | *作者* | *作家*");
    });
  }

  [[nodiscard]] bool is_site_anchor(std::size_t i) const {
    const std::string_view reason = unit(i).reason;
    return reason == kReasonSiteName || reason == kReasonLegal || reason == kReasonComments ||
           reason == kReasonAboutSite || is_about_site_heading(unit(i).key);
  }

  /// Columns of the undecided units from `first` on, and how many of them are paragraphs.
  struct Rest {
    std::size_t width = 0;
    std::size_t prose = 0;
  };
  [[nodiscard]] Rest rest_from(std::size_t first, std::size_t end) const {
    Rest rest;
    for (std::size_t i = first; i < end; ++i) {
      if (unit(i).decided()) continue;
      rest.width += unit(i).shape.width;
      rest.prose += page_.is_prose(i) ? 1U : 0U;
    }
    return rest;
  }

  /// Below the site's name, "About us", a copyright line or the comments, a few paragraphs are the
  /// site's and not the article's.
  void mark_site_about() {
    for (std::size_t i = page_.header_end + 1; i < size(); ++i) {
      if (!is_site_anchor(i)) continue;
      const Rest below = rest_from(i + 1, size());
      if (below.prose > kSiteProse || below.width * 4 > rest_from(page_.header_end, i).width)
        continue;
      const bool comments = unit(i).reason == kReasonComments;
      for (std::size_t j = i; j < size(); ++j) {
        if (unit(j).decided()) continue;
        const std::string_view about = page_.is_prose(j) ? kReasonAboutSite : kReasonNavigation;
        page_.furnish(j, comments ? kReasonComments : about);
      }
      return;
    }
  }

  /// Words that also stand inside articles say nothing of the lines around them.
  [[nodiscard]] bool is_page_end(std::size_t i) const {
    const std::string_view reason = unit(i).reason;
    return unit(i).kind == WEFT_SPAN_BOILERPLATE && reason != kReasonLoading &&
           reason != kReasonEndMark && reason != kReasonRule && reason != kReasonAltText &&
           reason != kReasonEmptyLabel && reason != kReasonTitleDuplicate;
  }

  /// Short lines among the furniture at the very end are furniture too.
  void mark_trailing_lines() {
    if (page_.prose_count == 0) return;
    const std::size_t end = body_end();
    std::size_t first = end;
    while (first < size() && !is_page_end(first))
      ++first;
    // A text that goes on in short lines has no body end there, but for the foot of a whole page.
    const auto known =
        std::count_if(page_.units.begin() + static_cast<std::ptrdiff_t>(first), page_.units.end(),
                      [](const Unit& line) { return line.decided(); });
    const std::size_t most = rest_from(page_.header_end, first).width;
    if (rest_from(first, size()).width * (known >= kPageFoot ? 1 : 3) > most) return;
    std::string_view reason = kReasonNavigation;
    for (std::size_t i = first; i < size(); ++i) {
      const Unit& line = unit(i);
      if (is_site_anchor(i))
        reason = line.reason == kReasonComments ? kReasonComments : kReasonNavigation;
      const bool picture =
          is_credit_line(page_.text_of(line)) || find_credit(page_.text_of(line)).has_value();
      if (!line.decided() && !line.item && !picture) page_.furnish(i, reason);
    }
  }

  Page& page_;
};

}  // namespace

void read_tail(Page& page) {
  TailReader(page).read();
}

}  // namespace weft::plain
