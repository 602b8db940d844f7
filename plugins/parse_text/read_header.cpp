// SPDX-License-Identifier: Apache-2.0
/// The lines above the body: which are metadata, which is the title.

#include <algorithm>
#include <optional>

#include "characters.hpp"
#include "credits.hpp"
#include "dates.hpp"
#include "furniture.hpp"
#include "lines.hpp"
#include "names.hpp"
#include "passes.hpp"
#include "title.hpp"
#include "weft/utf8.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::size_t kMostUnits = 24;      // units looked at for a header
constexpr std::size_t kMostCandidates = 6;  // short lines before it is a list or a poem
constexpr std::size_t kDeckReach = 4;       // units between a deck and the next metadata
constexpr std::uint32_t kDeckWidth = 360;   // columns
constexpr std::uint32_t kDateWidth = 40;    // columns of a date alone on a line
constexpr std::size_t kDiaryDates = 3;
constexpr std::size_t kDatelineSize = 120;  // bytes before the dash of "PLACE, March 4, 2024 —"
constexpr double kSure = 0.95;
constexpr double kByForm = 0.7;  // known by its form and place, not by a label

FieldLine fields_at(const Page& page, std::size_t i) {
  const Unit& unit = page.units[i];
  if (unit.decided() || unit.key.empty() || is_bio_heading(unit.key)) return {};
  FieldLine line = read_fields(page.text_of(unit));
  if (page.diary && line.bare_date()) line.fields.clear();
  return line;
}

/// A sentence that introduces the article and has metadata below it.
bool is_deck(const Page& page, std::size_t i) {
  const Shape& shape = page.units[i].shape;
  if (shape.width > kDeckWidth || shape.stops > 3) return false;
  for (std::size_t next = i + 1; next < page.units.size() && next <= i + kDeckReach; ++next) {
    const bool of_figure = labels_source(page.units[next].key) && under_figure(page, next);
    if (fields_at(page, next).found() && !of_figure) return true;
    if (is_capital_byline(page.text_of(page.units[next]))) return true;
    if (!page.units[next].decided() && page.is_prose(next)) return false;
  }
  return false;
}

/// Names without a label, between the title and a date.
bool is_bare_byline(const Page& page, std::size_t i, bool date_above) {
  const std::string_view text = page.text_of(page.units[i]);
  const bool capitals = is_capital_byline(text);
  // One name in capitals may as well be a heading.
  if (capitals && split_names(text).size() > 1) return true;
  if (!capitals && (!is_list_of_names(text) || page.units[i].shape.width > 80)) return false;
  if (date_above) return true;
  if (i + 1 >= page.units.size()) return false;
  const FieldLine below = fields_at(page, i + 1);
  return below.find(Role::kPublished) != nullptr || below.find(Role::kModified) != nullptr;
}

/// Three or more lines of nothing but a date are no metadata: they head the entries of a diary.
bool is_diary(const Page& page) {
  std::size_t dates = 0;
  for (std::size_t i = 0; i < page.units.size() && dates < kDiaryDates; ++i) {
    const Shape& shape = page.units[i].shape;
    const bool short_date = shape.width <= kDateWidth && shape.digits >= 3;
    if (short_date && fields_at(page, i).bare_date()) ++dates;
  }
  return dates >= kDiaryDates;
}

/// Walks down from the first line until the body begins.
class HeaderReader {
 public:
  explicit HeaderReader(Page& page) : page_(page) {}

  void read() {
    page_.diary = is_diary(page_);
    at_ = skip_page_head(page_);
    const bool whole_page = at_ > 0;
    const std::size_t end = std::min(page_.units.size(), at_ + kMostUnits);
    while (at_ < end && step())
      ++at_;
    TitleLines lines;
    lines.candidates = candidates_;
    lines.first_field = first_field_;
    lines.last_field = last_field_;
    lines.has_deck = has_deck_;
    lines.whole_page = whole_page;
    page_.header_end = last_field_ ? *last_field_ + 1 : 0;
    choose_title(page_, lines);
  }

 private:
  /// False where the body begins.
  bool step() {
    const Unit& unit = page_.units[at_];
    if (unit.decided()) return true;
    const FieldLine line = fields_at(page_, at_);
    if (line.found() && labels_source(unit.key) && under_figure(page_, at_)) return false;
    if (line.found() && believable(line)) {
      mark_fields(page_, at_, line, line.fields[0].labelled ? kSure : kByForm + 0.2);
      return note_field(line.find(Role::kPublished) != nullptr);
    }
    if (page_.is_prose(at_)) return take_deck();
    if (find_credit(page_.text_of(unit)) || is_credit_line(page_.text_of(unit))) return true;
    if (!candidates_.empty() && is_bare_byline(page_, at_, date_just_above_)) {
      mark_names();
      return note_field(false);
    }
    if (!page_.is_short_line(at_) || unit.item || unit.quoted ||
        section_depth(page_.text_of(unit)) > 0)
      return candidates_.empty();
    // A name below the title and apart from a date is still nobody's title.
    if (!candidates_.empty() && is_person_name(page_.text_of(unit)) && has_field_below()) {
      mark_names();
      return note_field(false);
    }
    // Between the title and a date only a name is so short; whether it is a person's stays open.
    if (!candidates_.empty() && is_short_han(unit.shape) && !is_kicker(unit) &&
        at_ == candidates_.back() + 1 && at_ + 1 < page_.units.size() &&
        fields_at(page_, at_ + 1).found()) {
      page_.mark(at_, WEFT_SPAN_BYLINE);
      return note_field(false);
    }
    candidates_.push_back(at_);
    date_just_above_ = false;
    return candidates_.size() <= kMostCandidates;
  }

  [[nodiscard]] bool has_field_below() const {
    for (std::size_t i = at_ + 1; i < page_.units.size() && i <= at_ + 3; ++i) {
      if (!page_.units[i].decided() && page_.is_prose(i)) return false;
      if (fields_at(page_, i).found()) return true;
    }
    return false;
  }

  /// A date alone is metadata only near other lines of a header; in a diary it heads the entry.
  [[nodiscard]] bool believable(const FieldLine& line) const {
    if (line.find(Role::kMail) != nullptr || line.find(Role::kSender) != nullptr)
      return at_ + 1 < page_.units.size() && !page_.units[at_].blank_below;
    return true;
  }

  bool take_deck() {
    // A second one is no deck: prose and names that take turns are a thread of posts.
    if (page_.has(WEFT_KEY_DECK) || !is_deck(page_, at_)) return false;
    page_.mark(at_, WEFT_SPAN_DECK);
    page_.add_fact(WEFT_KEY_DECK, one_line(page_.text_of(page_.units[at_])), "deck-line", at_,
                   kByForm);
    has_deck_ = has_deck_ || candidates_.empty();
    return true;
  }

  void mark_names() {
    const std::string_view text = page_.text_of(page_.units[at_]);
    page_.mark(at_, WEFT_SPAN_BYLINE);
    if (repeats_authors(page_, at_)) return;
    for (std::string& name : split_names(text))
      page_.add_fact(WEFT_KEY_AUTHOR, std::move(name), "byline-line", at_,
                     is_capital_byline(text) ? kByForm + 0.2 : kByForm);
  }

  bool note_field(bool date) {
    if (!first_field_) first_field_ = at_;
    last_field_ = at_;
    date_just_above_ = date;
    return true;
  }

  Page& page_;
  std::size_t at_ = 0;
  std::vector<std::size_t> candidates_;
  std::optional<std::size_t> first_field_;
  std::optional<std::size_t> last_field_;
  bool has_deck_ = false;
  bool date_just_above_ = false;
};

/// "KETTLE BAY, March 4, 2024 — The trust ...", "某社北港2024年3月4日电": the date in the first
/// words.
void read_dateline(Page& page) {
  if (page.has(WEFT_KEY_DATE_PUBLISHED)) return;
  for (std::size_t i = page.header_end; i < page.units.size(); ++i) {
    if (page.units[i].decided() || !page.is_prose(i)) continue;
    std::string_view text = page.text_of(page.units[i]).substr(0, kDatelineSize);
    while (!text.empty() && !on_border(page.text, page.units[i].begin + text.size()))
      text.remove_suffix(1);
    const auto date = find_date(text);
    if (!date || date->begin == 0) return;
    const Shape before = measure(text.substr(0, date->begin));
    const std::string_view after = trim(text.substr(date->end));
    bool dashed = false;
    for (const std::string_view mark : {"—", "–", "-- ", ") —", ") –", "电", "電", "讯", "訊"})
      dashed = dashed || after.starts_with(mark);
    const bool place = before.ideographic() ? before.words <= 12 && before.stops == 0
                                            : is_upper(before.first) && before.words <= 5;
    if (dashed && place) page.add_fact(WEFT_KEY_DATE_PUBLISHED, date->iso, "dateline", i, kByForm);
    return;
  }
}

}  // namespace

void read_header(Page& page) {
  HeaderReader(page).read();
  read_dateline(page);
}

}  // namespace weft::plain
