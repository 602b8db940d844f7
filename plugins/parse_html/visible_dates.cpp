// SPDX-License-Identifier: Apache-2.0
/// Short lines around the title are read date by date, each with the words before it.
#include "visible_dates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <weft/vocabulary.h>

#include "html_tokens.hpp"
#include "letters.hpp"

namespace weft {
namespace {

constexpr float kLine = 16;

// Where the page is at home, if that leaves no doubt: English is written in both orders.
DateOrder order_of_place(const PageClaims& claims) {
  std::string language;
  for (const Claim& claim : claims.claims)
    if (claim.key == WEFT_KEY_LANGUAGE && language.empty()) language = claim.value;
  const std::string url = claimed_url(claims);
  const std::string_view host = host_of(url);
  const std::string_view place = host.substr(host.rfind('.') + 1);
  for (const std::string_view month_first : {"gov", "mil", "edu", "us"})
    if (place == month_first) return DateOrder::month_first;
  for (const std::string_view day_first : {"uk", "au", "nz", "ie", "in", "za", "sg"})
    if (place == day_first) return DateOrder::day_first;
  for (const std::string_view day_first : {"de", "fr", "es", "it", "pt", "nl", "ru", "pl", "en-GB",
                                           "en-AU", "en-NZ", "en-IE", "en-IN", "en-ZA"})
    if (equals_ignoring_case(std::string_view(language).substr(0, day_first.size()), day_first))
      return DateOrder::day_first;
  return DateOrder::unknown;
}

class DateFinder {
 public:
  DateFinder(const MetadataInput& input, const std::vector<long>& known_days)
      : input_(input),
        page_(input.profile.page()),
        tree_(input.profile.tree()),
        known_days_(known_days),
        order_(order_of_dates(page_.text)),
        is_product_(input.claims.page_type.find("product") != std::string::npos &&
                    !is_article(input.claims)) {
    if (order_ == DateOrder::unknown) order_ = order_of_place(input.claims);
  }

  VisibleDates run() {
    learn_days();
    find_near_title();
    if (!is_product_) find_notes();
    return std::move(out_);
  }

 private:
  // Unambiguous days in lines: a list of the newest texts often holds the page's own in full.
  void learn_days() {
    constexpr std::size_t kMost = 200;
    for (const TextBlock& block : page_.blocks) {
      if (known_days_.size() >= kMost) return;
      if (block.stats.digits < 5 || block.stats.length() > kLine) continue;
      if (const auto date = find_date(page_.of(block)))
        known_days_.push_back(day_number(date->iso));
    }
  }

  std::uint32_t find_title() const {
    for (std::uint32_t i = 0; i < input_.types.size(); ++i)
      if (input_.types[i].type == WEFT_SPAN_TITLE) return i;
    // The chosen title may stand nowhere in just these words; the one main heading is its place.
    if (input_.claims.first_heading.empty()) return kNoNode;
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i)
      if (heading_level(tree_[page_.blocks[i].node].tag) == 1) return i;
    return kNoNode;
  }

  void find_near_title() {
    constexpr std::uint32_t kBefore = 6;
    constexpr std::uint32_t kAfter = 14;
    constexpr float kProse = 25;
    const std::uint32_t title = find_title();
    if (title == kNoNode) return find_in_meta_lines();
    const auto count = static_cast<std::uint32_t>(page_.blocks.size());
    int prose = 0;
    for (std::uint32_t i = title + 1; i < std::min(title + kAfter + 1, count) && prose < 2; ++i) {
      prose += page_.blocks[i].stats.length() > kProse && page_.blocks[i].stats.stops > 1 ? 1 : 0;
      if (!is_other_title(i)) read_block(i, out_.near_title);
    }
    if (is_list()) out_.near_title.clear();
    if (!out_.near_title.empty()) return;
    for (std::uint32_t i = title; i > 0 && i + kBefore > title; --i)
      read_block(i - 1, out_.near_title);
  }

  bool is_other_title(std::uint32_t i) const {
    return heading_level(tree_[page_.blocks[i].node].tag) > 0;
  }

  // Without a visible title only lines that are typed as such count.
  void find_in_meta_lines() {
    for (std::uint32_t i = 0; i < input_.types.size(); ++i) {
      const std::string_view type = input_.types[i].type;
      if (type == WEFT_SPAN_BYLINE || type == WEFT_SPAN_SOURCE) read_block(i, out_.near_title);
    }
  }

  // Cards with a day each: none of them is the page's.
  bool is_list() const {
    constexpr std::size_t kCards = 3;
    std::vector<std::string_view> days;
    for (const VisibleDate& date : out_.near_title)
      if (!date.labelled && std::find(days.begin(), days.end(), day_of(date)) == days.end())
        days.push_back(day_of(date));
    return days.size() >= kCards;
  }

  static std::string_view day_of(const VisibleDate& date) {
    return std::string_view(date.iso).substr(0, 10);
  }

  void find_notes() {
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) {
      // A site's footer tells of the site.
      const std::string_view reason = input_.types[i].reason;
      if (page_.blocks[i].stats.length() > kLine || reason == "footer" || reason == "navigation")
        continue;
      const std::string_view text = page_.of(page_.blocks[i]);
      const bool says = std::any_of(kNotes.begin(), kNotes.end(), [&](std::string_view note) {
        return find_ignoring_case(text, note) != std::string_view::npos;
      });
      if (says) read_block(i, out_.notes);
    }
  }

  void read_block(std::uint32_t i, std::vector<VisibleDate>& out) {
    const TextBlock& block = page_.blocks[i];
    constexpr std::size_t kLongest = 600;  // bytes; a line of marks has few words
    constexpr std::size_t kMostInlines = 64;
    if (block.stats.length() > kLine * 2 || block.end - block.begin > kLongest) return;
    const std::size_t before = out.size();
    const auto inlines = page_.inlines_of(block);
    for (const InlineRange& range : inlines.first(std::min(inlines.size(), kMostInlines)))
      read_inline(i, range, out);
    // A long line is a sentence; a date in it may be of anything.
    if (out.size() > before || block.stats.length() > kLine) return;
    std::size_t from = block.begin;
    while (from < block.end) {
      const auto text = slice(from, block.end);
      const auto date = find_decided_date(text, order_, known_days_);
      if (!date) return;
      add(i, date->iso, text.substr(0, date->begin), false, out);
      from += date->end;
    }
  }

  // An element that carries its moment in an attribute, whatever words it shows ("3 days ago").
  void read_inline(std::uint32_t i, const InlineRange& range, std::vector<VisibleDate>& out) {
    const HtmlNode& node = tree_[range.node];
    for (const char* name : {"datetime", "title", "data-time", "data-timestamp", "data-datetime"}) {
      const bool time = node.tag == Tag::time;
      if (std::string_view(name) == "title" && !time && node.tag != Tag::span &&
          node.tag != Tag::abbr)
        continue;
      const std::string_view value = trimmed(tree_.attribute(node, name));
      constexpr std::size_t kLongest = 40;
      if (value.empty() || value.size() > kLongest) continue;
      std::optional<std::string> iso = iso_of_epoch(value);
      if (const auto date = find_decided_date(value, order_, known_days_); !iso && date)
        iso = date->iso;
      if (!iso) continue;
      const auto shown = find_decided_date(slice(range.begin, range.end), order_, known_days_);
      if (shown && is_day_at_home(*iso, shown->iso)) iso = shown->iso;
      add(i, *iso, slice(page_.blocks[i].begin, range.begin + (shown ? shown->begin : 0)), true,
          out);
      return;
    }
  }

  // What is written is the day where the page is at home, where the attribute gives UTC; two days
  // apart the attribute, made for machines, counts.
  static bool is_day_at_home(std::string_view exact, std::string_view shown) {
    return exact.ends_with('Z') && std::abs(day_number(exact) - day_number(shown)) == 1;
  }

  void add(std::uint32_t i, std::string iso, std::string_view words, bool marked,
           std::vector<VisibleDate>& out) const {
    // Only the words since the date before tell about this one.
    while (const auto earlier = find_date(words))
      words.remove_prefix(earlier->end);
    if (letters_only(words).empty() && i > 0) {
      const std::string_view above = page_.of(page_.blocks[i - 1]);
      constexpr float kLabel = 5;
      const bool label = above.ends_with(':') || above.ends_with("：") || is_date_label(above);
      if (label && page_.blocks[i - 1].stats.length() <= kLabel) words = above;
    }
    VisibleDate date{std::move(iso), meaning_of_label(words), is_date_label(words), marked, i};
    if (date.meaning == DateMeaning::other || (is_product_ && !date.labelled)) return;
    if (date.meaning == DateMeaning::modified) date.labelled = true;
    out.push_back(std::move(date));
  }

  static bool is_date_label(std::string_view words) {
    constexpr auto kWords =
        std::to_array<std::string_view>({"publish", "posted", "updated", "modified", "发布", "發佈",
                                         "发表", "發表", "更新", "修改", "created", "reviewed"});
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
      return find_ignoring_case(words, word) != std::string_view::npos;
    });
  }

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(page_.text).substr(begin, end - begin);
  }

  static constexpr auto kNotes = std::to_array<std::string_view>(
      {"last updated", "last modified", "last reviewed", "page updated", "最后更新", "最近更新",
       "最後更新", "最后修改", "最後修改", "最后编辑", "最後編輯", "zuletzt aktualisiert"});

  const MetadataInput& input_;
  const PageText& page_;
  const HtmlTree& tree_;
  std::vector<long> known_days_;
  DateOrder order_;
  bool is_product_;  ///< offers end and deliveries come on days
  VisibleDates out_;
};

}  // namespace

VisibleDates find_visible_dates(const MetadataInput& input, const std::vector<long>& known_days) {
  return DateFinder(input, known_days).run();
}

std::optional<FoundDate> find_decided_date(std::string_view text, DateOrder order,
                                           const std::vector<long>& known_days) {
  auto plain = find_date(text, order);
  if (plain || order != DateOrder::unknown) return plain;
  const auto day_first = find_date(text, DateOrder::day_first);
  const auto month_first = find_date(text, DateOrder::month_first);
  if (!day_first || !month_first) return std::nullopt;
  const auto known = [&](const FoundDate& date) {
    return std::find(known_days.begin(), known_days.end(), day_number(date.iso)) !=
           known_days.end();
  };
  if (known(*day_first) == known(*month_first)) return std::nullopt;
  return known(*day_first) ? day_first : month_first;
}

}  // namespace weft
