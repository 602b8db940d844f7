// SPDX-License-Identifier: Apache-2.0
/// Types in three passes: elements, lines around the title, headings in disguise.
#include "block_types.hpp"

#include <algorithm>

#include <weft/vocabulary.h>

#include "boilerplate_reason.hpp"
#include "html_tokens.hpp"
#include "letters.hpp"
#include "line_types.hpp"
#include "metadata_line.hpp"
#include "person_names.hpp"

namespace weft {
namespace {

class Typing {
 public:
  explicit Typing(const TypingInput& input)
      : input_(input),
        profile_(input.profile),
        tree_(input.profile.tree()),
        page_(input.profile.page()),
        types_(page_.blocks.size()) {}

  std::vector<BlockType> run() {
    for (std::uint32_t i = 0; i < types_.size(); ++i)
      type_by_element(i);
    find_title();
    type_lines();
    type_metadata_lines();
    for (std::uint32_t i = 0; i < types_.size(); ++i)
      type_bold_heading(i);
    for (std::uint32_t i = 0; i < types_.size(); ++i)
      cut_tail(i);
    return std::move(types_);
  }

 private:
  void type_by_element(std::uint32_t i) {
    BlockType& type = types_[i];
    if (input_.main_content && !input_.kept[i]) {
      type.type = WEFT_SPAN_BOILERPLATE;
      type.reason = boilerplate_reason(profile_, i);
      // A picture's caption is text about the content even where the model saw only a short line.
      if (!is_caption(i) || type.reason != "unrelated") return;
      type.reason = {};
    }
    type.type = WEFT_SPAN_PARAGRAPH;
    for (std::uint32_t node = page_.blocks[i].node; node != kNoNode; node = tree_[node].parent) {
      const std::string_view by_tag = type_of_tag(node);
      if (by_tag.empty()) continue;
      type.type = by_tag;
      type.level = heading_level(tree_[node].tag);
      break;
    }
    if (is_caption(i)) {
      type.type = WEFT_SPAN_CAPTION;
      type.credits = find_credits(i);
    }
  }

  std::string_view type_of_tag(std::uint32_t node) const {
    constexpr std::uint32_t kCellBlocks = 2;
    constexpr float kCellLength = 60;
    const Tag tag = tree_[node].tag;
    if (heading_level(tag) > 0) return WEFT_SPAN_HEADING;
    switch (tag) {
      case Tag::pre:
      case Tag::listing:
        return WEFT_SPAN_CODE;
      case Tag::blockquote:
        return WEFT_SPAN_QUOTE;
      case Tag::li:
      case Tag::dd:
      case Tag::dt:
        return WEFT_SPAN_LIST_ITEM;
      case Tag::td:
      case Tag::th: {
        // Tables lay out whole pages too; only small cells are cells.
        const SubtreeSums& sums = profile_.sums(node);
        const bool cell = sums.blocks <= kCellBlocks && sums.length <= kCellLength;
        return cell ? std::string_view(WEFT_SPAN_TABLE_CELL) : std::string_view();
      }
      default:
        return {};
    }
  }

  bool is_caption(std::uint32_t i) const {
    constexpr int kLevels = 3;
    constexpr float kLongest = 90;
    const TextBlock& block = page_.blocks[i];
    if (block.stats.length() > kLongest) return false;
    int level = 0;
    for (std::uint32_t node = block.node; node != kNoNode && level < kLevels;
         node = tree_[node].parent, ++level) {
      const Tag tag = tree_[node].tag;
      if (tag == Tag::figcaption || tag == Tag::caption) return true;
      if (has_class_word(tree_, node, "caption") && tag != Tag::body) return true;
    }
    return false;
  }

  std::vector<TextRange32> find_credits(std::uint32_t i) const {
    std::vector<TextRange32> credits;
    for (const InlineRange& range : page_.inlines_of(page_.blocks[i])) {
      const Tag tag = tree_[range.node].tag;
      const bool named = has_class_word(tree_, range.node, "credit") ||
                         has_class_word(tree_, range.node, "copyright") ||
                         has_class_word(tree_, range.node, "photographer");
      if (tag != Tag::cite && !named) continue;
      if (!credits.empty() && range.begin < credits.back().end) continue;
      credits.push_back({range.begin, range.end});
    }
    return credits;
  }

  void find_title() {
    const std::string title = letters_only(input_.title);
    if (title.empty()) return;
    // The first h1, else the first heading, else the first block that repeats it.
    for (const int highest : {1, 6, 0}) {
      for (std::uint32_t i = 0; i < types_.size() && title_ == kNoNode; ++i) {
        const int level = heading_level(tree_[page_.blocks[i].node].tag);
        if (highest > 0 && (level == 0 || level > highest)) continue;
        if (letters_only(page_.of(page_.blocks[i])) == title) title_ = i;
      }
    }
    if (title_ != kNoNode) set(title_, WEFT_SPAN_TITLE);
  }

  void set(std::uint32_t i, std::string_view type) {
    types_[i].type = type;
    types_[i].reason = {};
    types_[i].level = 0;
  }

  // The line of a type next to the title: behind it first, then before it. Further away such lines
  // belong to comments and to other articles.
  std::uint32_t near_title(LineType line) const {
    constexpr std::uint32_t kBefore = 6;
    constexpr std::uint32_t kAfter = 14;
    const auto count = static_cast<std::uint32_t>(types_.size());
    const std::uint32_t from = title_ == kNoNode ? 0 : title_ + 1;
    const std::uint32_t to = title_ == kNoNode ? first_paragraph_ + 3 : title_ + kAfter + 1;
    for (std::uint32_t i = from; i < std::min(to, count); ++i)
      if (lines_[i] == line) return i;
    if (title_ == kNoNode) return kNoNode;
    for (std::uint32_t i = title_; i > 0 && i + kBefore > title_; --i)
      if (lines_[i - 1] == line) return i - 1;
    return kNoNode;
  }

  std::uint32_t first_paragraph() const {
    constexpr float kProse = 12;
    for (std::uint32_t i = 0; i < types_.size(); ++i)
      if (types_[i].type == WEFT_SPAN_PARAGRAPH && page_.blocks[i].stats.length() >= kProse)
        return i;
    return 0;
  }

  void type_lines() {
    lines_.resize(types_.size());
    first_paragraph_ = first_paragraph();
    for (std::uint32_t i = 0; i < types_.size(); ++i) {
      if (i != title_) type_by_line(i);
    }
    std::uint32_t byline = near_title(LineType::byline);
    const std::uint32_t label = near_title(LineType::author_label);
    if (label != kNoNode && label + 1 < types_.size() && is_name_block(label + 1))
      byline = label + 1;
    if (byline != kNoNode) set(byline, WEFT_SPAN_BYLINE);
    // On a page that does not show its title, a date may be anything.
    const std::uint32_t date = title_ == kNoNode ? kNoNode : near_title(LineType::date);
    if (date != kNoNode) set(date, WEFT_SPAN_DATE);
    for (std::uint32_t i = title_; title_ != kNoNode && i < types_.size() && i <= title_ + 4; ++i)
      if (lines_[i] == LineType::deck) set(i, WEFT_SPAN_DECK);
  }

  // Lines that hold nothing but metadata: those around the title up to the first prose, and those
  // of editors behind the last.
  void type_metadata_lines() {
    constexpr std::uint32_t kBefore = 3;
    constexpr std::uint32_t kAfter = 8;
    constexpr std::uint32_t kTail = 4;
    constexpr std::uint32_t kEnd = 400;
    const auto count = static_cast<std::uint32_t>(types_.size());
    if (title_ != kNoNode) {
      for (std::uint32_t i = title_; i > 0 && i + kBefore > title_; --i)
        type_metadata_line(i - 1);
      for (std::uint32_t i = title_ + 1; i < std::min(title_ + kAfter, count); ++i) {
        if (is_prose(i)) break;
        type_metadata_line(i);
      }
    }
    std::uint32_t behind = count;
    while (behind > 0 && behind + kEnd > count && !is_prose(behind - 1))
      --behind;
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool tail = behind > 0 && i >= behind && i < behind + kTail;
      if (types_[i].type != WEFT_SPAN_PARAGRAPH && !(tail && is_dropped(i))) continue;
      if (is_line(i) && is_staff_line(page_.of(page_.blocks[i]))) set(i, WEFT_SPAN_BYLINE);
    }
  }

  bool is_dropped(std::uint32_t i) const { return types_[i].type == WEFT_SPAN_BOILERPLATE; }

  bool is_line(std::uint32_t i) const {
    constexpr float kLine = 45;
    return page_.blocks[i].stats.length() <= kLine;
  }

  bool is_prose(std::uint32_t i) const {
    constexpr float kProse = 12;
    return types_[i].type == WEFT_SPAN_PARAGRAPH && page_.blocks[i].stats.length() >= kProse &&
           read_metadata_line(page_.of(page_.blocks[i])) == MetadataLine::none;
  }

  void type_metadata_line(std::uint32_t i) {
    const bool open = is_dropped(i) || types_[i].type == WEFT_SPAN_PARAGRAPH ||
                      types_[i].type == WEFT_SPAN_LIST_ITEM;
    if (!open || !is_line(i)) return;
    switch (read_metadata_line(page_.of(page_.blocks[i]))) {
      case MetadataLine::byline:
        return set(i, WEFT_SPAN_BYLINE);
      case MetadataLine::date:
        return set(i, WEFT_SPAN_DATE);
      case MetadataLine::source:
        return set(i, WEFT_SPAN_SOURCE);
      case MetadataLine::credit:
        return set(i, WEFT_SPAN_CREDIT);
      case MetadataLine::none:
        return;
    }
  }

  bool is_name_block(std::uint32_t i) const {
    constexpr float kLongest = 10;
    return page_.blocks[i].stats.length() <= kLongest &&
           !read_names(page_.of(page_.blocks[i])).empty();
  }

  bool may_be_near_title(std::uint32_t i) const {
    constexpr std::uint32_t kAround = 20;
    const std::uint32_t middle = title_ == kNoNode ? first_paragraph_ : title_;
    return i <= middle + kAround && (title_ == kNoNode || i + kAround >= middle);
  }

  void type_by_line(std::uint32_t i) {
    lines_[i] = may_be_near_title(i) ? type_of_line(profile_, i) : type_of_far_line(profile_, i);
    if (lines_[i] == LineType::translator) set(i, WEFT_SPAN_TRANSLATOR);
    if (lines_[i] == LineType::source) set(i, WEFT_SPAN_SOURCE);
    if (lines_[i] == LineType::translation_link && input_.main_content) {
      types_[i].type = WEFT_SPAN_BOILERPLATE;
      types_[i].reason = "translation-link";
    }
  }

  // A paragraph that is bold from end to end, short, and followed by plain prose.
  void type_bold_heading(std::uint32_t i) {
    constexpr float kLongest = 35;
    BlockType& type = types_[i];
    const TextStats& stats = page_.blocks[i].stats;
    if (type.type != WEFT_SPAN_PARAGRAPH || stats.bold < stats.characters || stats.characters < 2) {
      if (type.type == WEFT_SPAN_HEADING) level_ = type.level;
      return;
    }
    if (stats.length() > kLongest || i + 1 >= types_.size()) return;
    if (page_.of(page_.blocks[i]).ends_with(':') || page_.of(page_.blocks[i]).ends_with("："))
      return;
    const TextStats& next = page_.blocks[i + 1].stats;
    const bool prose = types_[i + 1].type == WEFT_SPAN_PARAGRAPH ||
                       types_[i + 1].type == WEFT_SPAN_LIST_ITEM ||
                       types_[i + 1].type == WEFT_SPAN_QUOTE;
    if (!prose || next.bold * 2 > next.characters || next.length() < stats.length() / 2) return;
    type.type = WEFT_SPAN_HEADING;
    type.level = level_ >= 2 && level_ < 6 ? level_ + 1 : 2;
  }

  void cut_tail(std::uint32_t i) {
    if (!input_.main_content) return;
    const TextBlock& block = page_.blocks[i];
    if (types_[i].type == WEFT_SPAN_BOILERPLATE || types_[i].type == WEFT_SPAN_TITLE) return;
    const std::uint32_t tail = begin_of_more_link(profile_, i);
    if (tail == 0) return;
    if (tail == block.begin) {
      types_[i].type = WEFT_SPAN_BOILERPLATE;
      types_[i].reason = "read-more";
    } else {
      types_[i].tail = tail;
    }
  }

  const TypingInput& input_;
  const PageProfile& profile_;
  const HtmlTree& tree_;
  const PageText& page_;
  std::vector<BlockType> types_;
  std::vector<LineType> lines_;
  std::uint32_t title_ = kNoNode;
  std::uint32_t first_paragraph_ = 0;
  int level_ = 0;
};

}  // namespace

std::vector<BlockType> type_blocks(const TypingInput& input) {
  return Typing(input).run();
}

void type_biographies(const TypingInput& input, const std::vector<std::string>& authors,
                      std::vector<BlockType>& types) {
  constexpr float kShortest = 5;
  constexpr float kLongest = 160;
  const PageText& page = input.profile.page();
  // From the end: biographies stand behind the last paragraph of the body.
  for (auto i = static_cast<std::uint32_t>(types.size()); i-- > 0;) {
    BlockType& type = types[i];
    const std::string_view text = page.of(page.blocks[i]);
    const float length = page.blocks[i].stats.length();
    const bool about = std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
      return author.size() > 3 && text.size() > author.size() &&
             equals_ignoring_case(text.substr(0, author.size()), author);
    });
    const bool open = type.type == WEFT_SPAN_PARAGRAPH || type.type == WEFT_SPAN_BOILERPLATE;
    if (open && about && length >= kShortest && length <= kLongest &&
        page.blocks[i].stats.stops > 0) {
      type.type = WEFT_SPAN_BIO;
      type.reason = {};
      type.tail = begin_of_more_link(input.profile, i);
      continue;
    }
    if (type.type == WEFT_SPAN_PARAGRAPH && length > kShortest) return;
  }
}

}  // namespace weft
