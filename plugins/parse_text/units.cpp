// SPDX-License-Identifier: Apache-2.0
/// The evidence for hard-wrapped lines, and the joining of lines that belong together.

#include "units.hpp"

#include <algorithm>

#include "characters.hpp"
#include "match.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::uint32_t kNarrowest = 30;  // columns; verse and word lists are narrower
constexpr std::uint32_t kWidest = 132;    // columns; nobody wraps at more
constexpr std::uint32_t kLongestKey = 240;

std::string_view text_of(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

bool is_quoted(std::string_view line) {
  return line.starts_with("> ") || line.starts_with(">>") || line == ">";
}

/// Columns left free at the end of a filled line: a hyphenation or line-breaking rule may move a
/// word or a punctuation mark.
std::uint32_t slack_of(std::uint32_t columns) {
  return std::max<std::uint32_t>(2, columns / 16);
}

/// The next line's first word had no room on this one.
bool is_filled(const Line& line, const Line& next, std::uint32_t columns) {
  const std::uint32_t blank = is_ideographic(next.shape.first) ? 0 : 1;
  return line.indent + line.shape.width + blank + next.shape.first_width + slack_of(columns) >
         columns;
}

bool may_continue(std::string_view text, const Line& line, const Line& next) {
  if (next.blank_before > 0 || next.starts_item) return false;
  if (is_rule(text_of(text, line)) || is_rule(text_of(text, next))) return false;
  return is_quoted(text_of(text, line)) == is_quoted(text_of(text, next));
}

/// What the lines with another one right below them say of wrapping.
struct Tally {
  std::vector<std::size_t> pairs;  ///< indices of the upper lines
  std::size_t filled = 0, unstopped = 0, small = 0, big = 0, too_wide = 0;
  std::uint32_t columns = 0;
};

Tally tally(std::string_view text, const std::vector<Line>& lines) {
  Tally out;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_continue(text, lines[i], lines[i + 1])) continue;
    out.pairs.push_back(i);
    const std::uint32_t width = lines[i].indent + lines[i].shape.width;
    out.too_wide += width > kWidest ? 1U : 0U;
    if (width <= kWidest) out.columns = std::max(out.columns, width);
  }
  for (const std::size_t i : out.pairs) {
    const Shape& next = lines[i + 1].shape;
    out.filled += is_filled(lines[i], lines[i + 1], out.columns) ? 1U : 0U;
    if (lines[i].shape.stopped()) continue;
    ++out.unstopped;
    out.small += is_lower(next.first) ? 1U : 0U;
    out.big += is_upper(next.first) ? 1U : 0U;
  }
  return out;
}

/// One line after the other, with the paragraph that is being put together.
class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping)
      : text_(text), lines_(lines), wrapping_(wrapping) {}

  /// Line i + 1 belongs to the paragraph that began at line `first`.
  [[nodiscard]] bool joins(std::size_t first, std::size_t i) const {
    const Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    if (!may_continue(text_, line, next)) return false;
    if (is_quoted(text_of(text_, line))) return true;
    const bool runs_on = !line.shape.stopped() && is_lower(next.shape.first);
    if (!wrapping_.wrapped) return runs_on && line.shape.width >= kNarrowest && sure(line);
    const bool hanging = lines_[first].starts_item && next.indent > lines_[first].indent;
    if (next.indent >= line.indent + 2 && !hanging) return false;
    return hanging || runs_on || is_filled(line, next, wrapping_.columns);
  }

 private:
  /// Without other evidence a line runs on only where it plainly breaks off inside a sentence.
  [[nodiscard]] static bool sure(const Line& line) {
    return line.shape.width <= kWidest && line.shape.stops + line.shape.words > 5 &&
           (line.shape.open() || line.shape.ending == Ending::kComma);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const Wrapping& wrapping_;
};

Unit make_unit(std::string_view text, const std::vector<Line>& lines, std::size_t first,
               std::size_t last) {
  Unit unit;
  unit.begin = lines[first].begin;
  unit.end = lines[last].end;
  unit.lines = last - first + 1;
  unit.blank_above = lines[first].blank_before > 0;
  unit.blank_below = last + 1 == lines.size() || lines[last + 1].blank_before > 0;
  unit.item = lines[first].starts_item;
  unit.quoted = is_quoted(text_of(text, lines[first]));
  const std::string_view whole = text.substr(unit.begin, unit.end - unit.begin);
  unit.shape = first == last ? lines[first].shape : measure(whole);
  if (unit.shape.width <= kLongestKey) unit.key = match_key(whole);
  return unit;
}

}  // namespace

Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines) {
  const Tally found = tally(text, lines);
  const std::size_t pairs = found.pairs.size();
  Wrapping out;
  out.columns = found.columns;
  if (pairs < 2 || found.too_wide * 10 > pairs || found.columns < kNarrowest) return out;
  const bool filled = found.filled * 10 >= pairs * 6;
  const bool mid_sentence = found.unstopped * 2 >= pairs;
  // Verse has a capital at every line; prose in a script with case goes on in small letters.
  const bool cased = found.small + found.big > 0;
  const bool flows = !cased || found.small * 10 >= (found.small + found.big) * 3;
  out.wrapped = filled && mid_sentence && flows;
  return out;
}

std::vector<Unit> join_lines(std::string_view text, const std::vector<Line>& lines,
                             const Wrapping& wrapping) {
  const Joiner joiner(text, lines, wrapping);
  std::vector<Unit> units;
  if (!wrapping.wrapped) units.reserve(lines.size());
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last + 1 < lines.size() && joiner.joins(first, last))
      ++last;
    units.push_back(make_unit(text, lines, first, last));
    first = last + 1;
  }
  return units;
}

}  // namespace weft::plain
