// SPDX-License-Identifier: Apache-2.0
/// The body: list items, quotations, headings, paragraphs.

#include <algorithm>
#include <optional>

#include "furniture.hpp"
#include "lines.hpp"
#include "match.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kHeadingWidth = 90;  // columns
constexpr std::uint32_t kHashLevels = 6;
constexpr std::size_t kPlainHeadings = 2;       // that make a question among them a heading too
constexpr std::size_t kMostHeadingsInARow = 2;  // more short lines are a list or verse

class BodyMarker {
 public:
  explicit BodyMarker(Page& page) : page_(page) {}

  void mark() {
    mark_underlined();
    mark_lists();
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      if (!unit(i).decided() && !unit(i).item && is_heading(i)) headings_.push_back(i);
    }
    mark_headings();
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      if (unit(i).decided()) continue;
      page_.mark(i, unit(i).quoted ? WEFT_SPAN_QUOTE : WEFT_SPAN_PARAGRAPH);
    }
  }

 private:
  [[nodiscard]] const Unit& unit(std::size_t i) const { return page_.units[i]; }

  /// Undecided, and running text.
  [[nodiscard]] bool is_text(std::size_t i) const {
    return i < page_.units.size() && !unit(i).decided() && page_.is_prose(i);
  }

  void make_heading(std::size_t i, int level) {
    page_.mark(i, WEFT_SPAN_HEADING);
    page_.units[i].level = level;
  }

  /// "Title" over "=====", "## Title": what people write by hand for want of markup.
  void mark_underlined() {
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      Unit& here = page_.units[i];
      if (here.decided() || here.shape.width > kHeadingWidth) continue;
      const std::string_view text = page_.text_of(here);
      const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
      if (hashes >= 1 && hashes <= kHashLevels && hashes < text.size() && text[hashes] == ' ') {
        here.begin += text.find_first_not_of(' ', hashes);
        make_heading(i, static_cast<int>(hashes));
      } else if (i + 1 < page_.units.size() && unit(i + 1).reason == kReasonRule &&
                 !here.blank_below && !unit(i + 1).blank_above && page_.is_short_line(i)) {
        make_heading(i, page_.text[unit(i + 1).begin] == '=' ? 1 : 2);
      }
    }
  }

  [[nodiscard]] bool is_item(std::size_t i) const {
    return i < page_.units.size() && unit(i).item && !unit(i).decided();
  }

  /// Two or more marked lines one after the other; a numbered line alone over text is a heading.
  void mark_lists() {
    for (std::size_t first = 0; first < page_.units.size();) {
      std::size_t end = first;
      while (is_item(end) && han_number(end) == han_number(first))
        ++end;
      for (std::size_t i = first; end - first >= 2 && i < end; ++i) {
        Unit& item = page_.units[i];
        item.begin += bullet_size(page_.text_of(item));
        page_.mark(i, WEFT_SPAN_LIST_ITEM);
      }
      if (end - first == 1) mark_single_item(first);
      first = std::max(end, first + 1);
    }
  }

  /// 1 for "一、", 2 for "（一）", 0 for other marks of items: a list keeps to one of them.
  [[nodiscard]] int han_number(std::size_t i) const {
    const std::string_view text = page_.text_of(unit(i));
    return text[0] >= '0' && text[0] <= '9' ? 0 : section_depth(text);
  }

  [[nodiscard]] bool is_title_line(std::size_t i) const {
    return page_.is_short_line(i) && unit(i).shape.width <= kHeadingWidth;
  }

  /// A numbered heading: over text, over a list, or over the heading of its first part.
  [[nodiscard]] bool heads(std::size_t i) const {
    if (!is_title_line(i) || i + 1 >= page_.units.size()) return false;
    const int depth = section_depth(page_.text_of(unit(i)));
    const int below = section_depth(page_.text_of(unit(i + 1)));
    if (leads_to_text(i)) return true;
    // "三、" over "1." or over "（一）"; "1. Fruit" over "- apples" may as well be a list in a
    // list.
    const int kind = han_number(i);
    if (kind > 0 && is_item(i + 1) && han_number(i + 1) != kind &&
        (kind == 1 || han_number(i + 1) != 1))
      return true;
    return depth > 0 && below > depth && is_title_line(i + 1) && leads_to_text(i + 1);
  }

  /// That of its number; (二) is a part of a section only where there are sections.
  [[nodiscard]] int level_of(std::size_t i) {
    const std::string_view text = page_.text_of(unit(i));
    const int depth = section_depth(text);
    if (!sections_) {
      sections_ = std::any_of(page_.units.begin(), page_.units.end(), [&](const Unit& other) {
        return other.item && section_depth(page_.text_of(other)) == 1;
      });
    }
    const bool whole = depth == 2 && !(text[0] >= '0' && text[0] <= '9') && !*sections_;
    return std::clamp(whole ? 2 : depth + 1, 2, 6);
  }

  void mark_single_item(std::size_t i) {
    const bool bullet = bullet_size(page_.text_of(unit(i))) > 0;
    if (bullet) {
      page_.units[i].begin += bullet_size(page_.text_of(unit(i)));
      page_.mark(i, WEFT_SPAN_LIST_ITEM);
    } else if (heads(i)) {
      make_heading(i, level_of(i));
    }
  }

  /// A short line without a full stop over running text.
  [[nodiscard]] bool is_heading(std::size_t i) const {
    const Shape& shape = unit(i).shape;
    if (unit(i).quoted || !page_.is_short_line(i) || shape.width > kHeadingWidth) return false;
    if (shape.stops > 1 || is_name_under_title(i)) return false;
    const bool numbered = section_depth(page_.text_of(unit(i))) > 0 && is_text(i + 1);
    if (shape.width * 2 > page_.prose_width && !numbered) return false;
    // "[Chorus]", "[00:01:05] (laughter)"
    if (shape.first == '[') return false;
    // Speech: "“Why not?”" is a paragraph however short.
    const bool speech = shape.first == '"' || shape.first == 0x201C || shape.first == 0x300C;
    if (speech && shape.last != shape.first && !shape.open()) return false;
    if (shape.capitals + shape.small > 0 && shape.small > 0 && shape.first >= 'a' &&
        shape.first <= 'z')
      return false;
    return i + 1 < page_.units.size();
  }

  /// A few Han characters right under the title are a name as likely as a heading, unless headings
  /// like it follow or it is a word for the first part of a text.
  [[nodiscard]] bool is_name_under_title(std::size_t i) const {
    if (i == 0 || unit(i - 1).kind != WEFT_SPAN_TITLE || !is_short_han(unit(i).shape)) return false;
    if (equals_any(unit(i).key,
                   "前言 | 引言 | 引子 | 序言 | 楔子 | 导语 | 导言 | 摘要 | 绪论 | "
                   "背景 | 简介 | 概述 | 缘起"))
      return false;
    for (std::size_t later = i + 1; later < page_.units.size(); ++later) {
      if (is_short_han(unit(later).shape) && !unit(later).decided() && is_text(later + 1))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool leads_to_text(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < page_.units.size() && next <= i + 2 &&
           (unit(next).kind == WEFT_SPAN_CAPTION || unit(next).kind == WEFT_SPAN_CREDIT))
      ++next;
    return is_text(next) || is_list(next) ||
           (next < page_.units.size() && !unit(next).decided() &&
            unit(next).shape.ending == Ending::kColon);
  }

  [[nodiscard]] bool is_list(std::size_t i) const {
    return i < page_.units.size() && unit(i).kind == WEFT_SPAN_LIST_ITEM;
  }

  /// Rows of candidates are judged together: the last of a row must lead to text, and a row of many
  /// is verse. Questions and exclamations count only beside headings without such a mark.
  void mark_headings() {
    std::size_t plain = 0;
    for (const bool questions : {false, true}) {
      for (std::size_t n = 0; n < headings_.size();) {
        std::size_t end = n + 1;
        while (end < headings_.size() && headings_[end] == headings_[end - 1] + 1)
          ++end;
        for (std::size_t k = n; k < end; ++k) {
          const bool open = unit(headings_[k]).shape.open();
          if (end - n > kMostHeadingsInARow || !leads_to_text(headings_[end - 1])) continue;
          if (open == questions || (questions && plain < kPlainHeadings)) continue;
          rows_.push_back(headings_[k]);
          plain += open ? 1U : 0U;
        }
        n = end;
      }
    }
    for (const std::size_t i : rows_)
      make_heading(i, level_of(i));
  }

  Page& page_;
  std::optional<bool> sections_;  ///< the text numbers sections at the first level
  std::vector<std::size_t> headings_;
  std::vector<std::size_t> rows_;
};

}  // namespace

void mark_body(Page& page) {
  BodyMarker(page).mark();
}

}  // namespace weft::plain
