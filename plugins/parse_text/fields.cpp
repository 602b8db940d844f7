// SPDX-License-Identifier: Apache-2.0
/// Cutting a line of metadata into fields.

#include "fields.hpp"

#include <algorithm>

#include "characters.hpp"
#include "dates.hpp"
#include "furniture.hpp"
#include "match.hpp"
#include "names.hpp"
#include "shape.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::uint32_t kLongestLine = 240;  // columns
constexpr std::uint32_t kLongestValue = 80;  // columns of an author's or a publication's name
constexpr std::uint32_t kMostLeftOver = 10;  // columns beside the fields: "星期五", "综合"
constexpr std::string_view kSeparators = "|｜丨·•,，;；/／—–-[]【】()（）";

bool is_separator(char32_t point) {
  for (std::size_t at = 0; at < kSeparators.size();) {
    if (next_code_point(kSeparators, at) == point) return true;
  }
  return false;
}

/// Without blanks, separators and one pair of brackets around it; a value keeps brackets inside.
std::string_view trim_separators(std::string_view value) {
  while (true) {
    const std::string_view before = value;
    value = trim(value);
    for (const std::string_view mark :
         {"|", "｜", "丨", "·", "•", ",", "，", ";", "；", "/", "—", "–", "-"}) {
      if (value.starts_with(mark)) value.remove_prefix(mark.size());
      if (value.ends_with(mark)) value.remove_suffix(mark.size());
    }
    if (value == before) return value;
  }
}

/// Goes through a line once; what is no label and no date belongs to the field before it.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), scanner_(line, 0) {}

  std::vector<Field> read() {
    while (!scanner_.done()) {
      if (!take_field()) step();
    }
    close(line_.size());
    return left_over_ <= kMostLeftOver ? std::move(fields_) : std::vector<Field>{};
  }

 private:
  [[nodiscard]] bool at_border() const {
    const char32_t before = scanner_.before();
    return before == 0 || fresh_ || is_blank(before) || is_separator(before);
  }

  bool take_field() {
    const std::size_t from = scanner_.at();
    const bool border = at_border();
    const bool ideographs = is_ideographic(scanner_.peek()) || scanner_.peek() == U'【';
    // "关于作者:" and "Jump to:" are no labels of metadata: nothing but a date may come before one.
    if (left_over_ > 0 && fields_.empty()) return take_date_here(border);
    if (border || ideographs) {
      // Inside another value only a label with its colon is believed.
      const bool inside = !(from == 0 || (border && fields_.empty()) || after_separator_);
      if (const auto label = take_label(scanner_, inside)) {
        open(label->role, from, scanner_.at(), label->bare);
        return true;
      }
    }
    return take_date_here(border);
  }

  /// A date may be glued to Chinese text, but does not begin inside a word or number.
  bool take_date_here(bool border) {
    const char32_t before = scanner_.before();
    const bool inside =
        (is_letter(before) && !is_ideographic(before)) || (before >= '0' && before <= '9');
    if (!border && inside) return false;
    const auto date = date_at(line_, scanner_.at());
    if (date) take_date(*date);
    return date.has_value();
  }

  void step() {
    const char32_t point = scanner_.peek();
    scanner_.take(point);
    fresh_ = false;
    after_separator_ = is_separator(point) || (after_separator_ && is_blank(point));
    if (open_ || is_blank(point) || is_separator(point)) return;
    left_over_ += columns_of(point);
  }

  void open(Role role, std::size_t from, std::size_t value, bool bare) {
    close(from);
    fields_.push_back({role, true, {}, {}});
    open_ = true;
    bare_ = bare;
    value_begin_ = value;
    fresh_ = true;
    after_separator_ = false;
  }

  void take_date(const FoundDate& date) {
    const bool wanted =
        open_ && is_date_role(fields_.back().role) &&
        trim_separators(line_.substr(value_begin_, date.begin - value_begin_)).empty();
    if (!wanted) {
      close(date.begin);
      fields_.push_back({Role::kPublished, false, {}, {}});
    }
    fields_.back().value = line_.substr(date.begin, date.end - date.begin);
    fields_.back().iso = date.iso;
    open_ = false;
    scanner_.move_to(date.end);
    fresh_ = true;
    after_separator_ = true;
  }

  static bool is_date_role(Role role) {
    return role == Role::kPublished || role == Role::kModified;
  }

  /// Ends the value of the open field.
  void close(std::size_t end) {
    if (!open_) return;
    open_ = false;
    Field& field = fields_.back();
    field.value = trim_separators(line_.substr(value_begin_, end - value_begin_));
    if (!bare_ || fits_bare(field)) return;
    // "Posted on April 3, 2021 by Miles": the date is sure, who Miles is not.
    const bool behind_date = fields_.size() == 2 && fields_[0].labelled && !fields_[0].iso.empty();
    if (behind_date && field.role == Role::kAuthor && measure(field.value).words <= 2 &&
        measure(field.value).stops == 0) {
      fields_.pop_back();
      return;
    }
    left_over_ += kLongestLine;
  }

  static bool fits_bare(const Field& field) {
    switch (field.role) {
      case Role::kAuthor:
      case Role::kStaff:
      case Role::kTranslator:
        return looks_like_names(field.value);
      case Role::kSource:
        return !field.value.empty();
      default:
        return is_relative_date(match_key(field.value));
    }
  }

  std::string_view line_;
  Scanner scanner_;
  std::vector<Field> fields_;
  std::size_t value_begin_ = 0;
  std::uint32_t left_over_ = 0;
  bool open_ = false;  // the last field's value goes on
  bool bare_ = false;
  bool fresh_ = true;  // a label or a date ended right here
  bool after_separator_ = true;
};

/// No value is a sentence or longer than its kind can be.
bool is_plausible(const Field& field) {
  const Shape shape = measure(field.value);
  switch (field.role) {
    case Role::kAuthor:
    case Role::kStaff:
    case Role::kTranslator:
    case Role::kSource:
      return shape.width <= kLongestValue && shape.stops <= 1 &&
             (shape.letters > 0 || field.value.empty());
    case Role::kPublished:
    case Role::kModified:
      return !field.iso.empty() || shape.width <= 24;
    case Role::kUrl:
    case Role::kOriginalUrl:
      return field.value.find("://") != std::string_view::npos || field.value.empty();
    case Role::kCounter:
      return shape.width <= 40;
    default:
      return true;
  }
}

/// The line without one pair of brackets around all of it.
std::string_view without_outer_brackets(std::string_view line) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}};
  for (const auto& [open, close] : kPairs) {
    if (!line.starts_with(open) || !line.ends_with(close)) continue;
    const std::string_view inner =
        line.substr(open.size(), line.size() - open.size() - close.size());
    if (inner.find(open) == std::string_view::npos) return trim(inner);
  }
  return line;
}

/// A line that names a publication beside its date: "2025-02-07 10:00 某某新闻网".
void take_site_name(std::string_view line, FieldLine& out) {
  const auto date = find_date(line);
  if (!date) return;
  const std::string_view rest =
      trim_separators(date->begin == 0 ? line.substr(date->end) : line.substr(0, date->begin));
  const bool ends = date->begin == 0 || date->end == line.size();
  if (!ends || measure(rest).width > 40 || !is_site_name(match_key(rest))) return;
  out.fields = {
      {Role::kSource, false, rest, {}},
      {Role::kPublished, false, line.substr(date->begin, date->end - date->begin), date->iso}};
}

}  // namespace

bool FieldLine::empty_labels() const {
  return found() && std::all_of(fields.begin(), fields.end(), [](const Field& field) {
           return field.labelled && field.value.empty() && field.role != Role::kTitle;
         });
}

bool FieldLine::bare_date() const {
  return fields.size() == 1 && !fields[0].labelled && fields[0].role == Role::kPublished;
}

const Field* FieldLine::find(Role role) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.role == role; });
  return found == fields.end() ? nullptr : &*found;
}

FieldLine read_fields(std::string_view line) {
  FieldLine out;
  line = without_outer_brackets(trim(line));
  if (line.empty() || measure(line).width > kLongestLine) return out;
  out.fields = Reader(line).read();
  if (!std::all_of(out.fields.begin(), out.fields.end(), is_plausible)) out.fields.clear();
  if (out.bare_date() || !out.found()) take_site_name(line, out);
  if (out.found()) return out;
  if (!reporter_names(line).empty()) {
    out.fields.push_back({Role::kAuthor, false, line, {}});
  } else if (is_relative_date(match_key(line))) {
    out.fields.push_back({Role::kPublished, false, line, {}});
  }
  return out;
}

}  // namespace weft::plain
