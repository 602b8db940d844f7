// SPDX-License-Identifier: Apache-2.0
/// Where a paragraph ends: spacing, indent, size, a short last line; and what kind of block it is.
#include "pdf_blocks.hpp"

#include <weft/vocabulary.h>
#include <weft/utf8.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string_view>

#include "join_lines.hpp"

namespace weft::pdf {
namespace {

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {"”", "’", "」", "』", "\"", "'", ")", "）"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  for (const std::string_view mark : {".", "!", "?", ":", "。", "！", "？", "：", "…", "；"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

std::size_t number_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9')
    ++at;
  return at;
}

bool is_list_item(std::string_view text) {
  for (const std::string_view mark : {"•", "◦", "▪", "●", "○", "■", "‣", "·", "– ", "- "}) {
    if (text.starts_with(mark)) return true;
  }
  const std::size_t digits = number_size(text);
  if (digits == 0 || digits > 3) return false;
  text.remove_prefix(digits);
  return text.starts_with(". ") || text.starts_with(") ") || text.starts_with("、") ||
         text.starts_with("）");
}

bool is_caption(std::string_view text) {
  for (const std::string_view word :
       {"Figure", "Fig.", "Table", "Chart", "Plate", "图", "圖", "表", "附图", "附表"}) {
    if (!text.starts_with(word)) continue;
    std::string_view rest = text.substr(word.size());
    while (rest.starts_with(" "))
      rest.remove_prefix(1);
    return number_size(rest) > 0;
  }
  return false;
}

class BlockFinder {
 public:
  explicit BlockFinder(const std::vector<Line>& lines)
      : lines_(lines), body_(body_size(lines)), joiner_(lines) {}

  std::vector<Block> run() {
    for (const Line& line : lines_) {
      if (line.role == Role::kBody) {
        if (open_ && !goes_on(line)) close();
        extend(line);
      } else if (line.role == Role::kCell) {
        close();
        blocks_.push_back({WEFT_SPAN_TABLE_CELL, "", line.text, line.page, line.size, 0});
      } else {
        aside(line);
      }
    }
    close();
    set_levels();
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] bool same_style(const Line& line) const {
    return std::fabs(line.size - last_->size) <= 0.06 * last_->size && line.bold == last_->bold;
  }

  // Does this line go on with the open block?
  [[nodiscard]] bool goes_on(const Line& line) const {
    if (is_list_item(line.text) || is_caption(line.text)) return false;
    if (std::fabs(line.size - last_->size) > 0.06 * last_->size) return false;
    if (line.bold != last_->bold && (first_->bold || line.bold) && lines_in_block_ == 1)
      return false;
    const double em = line.size;
    const bool moved = line.page != last_->page || line.top < last_->top - em;
    const bool short_end =
        last_->right < last_->column_right - 0.2 * (last_->column_right - last_->column_left);
    const bool indented = line.left > line.column_left + 0.8 * em;
    if (moved) return !indented && !short_end && !ends_sentence(last_->text) && !is_heading();
    const double gap = line.top - last_->bottom;
    if (gap > std::max(0.65 * em, 1.6 * usual_gap_)) return false;
    if (line.left > last_->right || line.right < last_->left) return false;  // beside it
    if (is_heading()) return true;
    const bool hanging = is_list_item(first_->text);
    // A further indent begins a paragraph; a centred or hanging block is indented throughout.
    if (indented && !hanging && line.left > last_->left + 0.8 * em &&
        last_->left <= last_->column_left + 0.8 * em)
      return false;
    return !(short_end && ends_sentence(last_->text) && line.left <= line.column_left + 0.8 * em &&
             !hanging);
  }

  [[nodiscard]] bool is_heading() const {
    constexpr std::size_t kLongest = 240;
    if (text_.size() > kLongest || lines_in_block_ > 4 || is_list_item(text_)) return false;
    return first_->size > 1.12 * body_ || (all_bold_ && !ends_sentence(text_));
  }

  void extend(const Line& line) {
    if (!open_) {
      open_ = true;
      first_ = &line;
      text_.clear();
      lines_in_block_ = 0;
      all_bold_ = true;
      usual_gap_ = 0;
    } else if (line.page == last_->page && line.top > last_->top) {
      usual_gap_ = std::max(0.0, line.top - last_->bottom);
    }
    joiner_.append(text_, line.text);
    all_bold_ = all_bold_ && line.bold;
    ++lines_in_block_;
    last_ = &line;
  }

  void close() {
    if (open_) {
      const char* type = WEFT_SPAN_PARAGRAPH;
      if (is_caption(text_) && text_.size() < 600)
        type = WEFT_SPAN_CAPTION;
      else if (is_heading())
        type = WEFT_SPAN_HEADING;
      else if (is_list_item(text_))
        type = WEFT_SPAN_LIST_ITEM;
      blocks_.push_back({type, "", text_, first_->page, first_->size, 0});
    }
    open_ = false;
    for (Block& block : waiting_)
      blocks_.push_back(std::move(block));
    waiting_.clear();
    last_aside_ = nullptr;
  }

  // Furniture and notes wait for the end of the open block; a note of several lines is joined.
  void aside(const Line& line) {
    const bool note = line.role == Role::kFootnote;
    const bool more = note && last_aside_ != nullptr && last_aside_->role == Role::kFootnote &&
                      last_aside_->page == line.page && !begins_note(line);
    last_aside_ = &line;
    if (more && !waiting_.empty()) {
      joiner_.append(waiting_.back().text, line.text);
      return;
    }
    Block block{WEFT_SPAN_BOILERPLATE, "", line.text, line.page, line.size, 0};
    if (note) block.type = WEFT_SPAN_FOOTNOTE;
    if (line.role == Role::kHeader) block.reason = "page-header";
    if (line.role == Role::kFooter) block.reason = "page-footer";
    if (line.role == Role::kPageNumber) block.reason = "page-number";
    if (line.role == Role::kRotated) block.reason = "rotated-text";
    waiting_.push_back(std::move(block));
    if (!open_) close();
  }

  [[nodiscard]] bool begins_note(const Line& line) const {
    return number_size(line.text) > 0 || line.text.front() == '*' || line.text.front() == '[' ||
           line.text.starts_with("†");
  }

  // Level by rank of size among headings; the bold ones of the body's size come last.
  void set_levels() {
    std::set<long, std::greater<>> sizes;
    for (const Block& block : blocks_) {
      if (block.type == std::string_view(WEFT_SPAN_HEADING)) sizes.insert(std::lround(block.size));
    }
    for (Block& block : blocks_) {
      if (block.type != std::string_view(WEFT_SPAN_HEADING)) continue;
      const auto rank = std::distance(sizes.begin(), sizes.find(std::lround(block.size)));
      block.level = static_cast<int>(std::min<std::ptrdiff_t>(rank + 1, 6));
    }
  }

  const std::vector<Line>& lines_;
  double body_;
  LineJoiner joiner_;
  std::vector<Block> blocks_;
  std::vector<Block> waiting_;
  bool open_ = false;
  const Line* first_ = nullptr;
  const Line* last_ = nullptr;
  const Line* last_aside_ = nullptr;
  std::string text_;
  std::size_t lines_in_block_ = 0;
  bool all_bold_ = true;
  double usual_gap_ = 0;
};

}  // namespace

std::vector<Block> find_blocks(const std::vector<Line>& lines) {
  return BlockFinder(lines).run();
}

}  // namespace weft::pdf
