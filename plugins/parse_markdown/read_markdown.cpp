// SPDX-License-Identifier: Apache-2.0
/// Walks cmark's tree and writes the blocks.
#include "read_markdown.hpp"

#include <weft/vocabulary.h>
#include <weft/error.hpp>
#include <weft/records/source_text.hpp>

#include <algorithm>
#include <utility>

#include "cmark_tree.hpp"
#include "inline_text.hpp"
#include "source_lines.hpp"

namespace weft::markdown {
namespace {

constexpr std::size_t kLargest = std::size_t{256} << 20U;
constexpr std::size_t kMostMarkup = std::size_t{4} << 20U;  // bytes that may become nodes
constexpr std::size_t kDeepestList = 32;                    // containers in containers

bool is_file_name(std::string_view text) {
  for (const char* ending : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}) {
    if (has_ending(text, ending)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t begin) : lines_(text, begin), inline_(text, lines_) {}

  void read(cmark_node* root, Reading& out) {
    out_ = &out;
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> nodes(cmark_iter_new(root),
                                                                   cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(nodes.get()))
      visit(cmark_iter_get_node(nodes.get()), event == CMARK_EVENT_ENTER);
    choose_title();
  }

 private:
  struct Frame {
    NodeKind kind;
    std::size_t block = kNoBlock;  // of a list or table, once something is in it
    int row = 0;                   // of a table, from 1
    int column = 0;
  };

  void visit(cmark_node* node, bool enter) {
    const NodeKind kind = kind_of(node);
    switch (kind) {
      case NodeKind::kQuote:
      case NodeKind::kList:
      case NodeKind::kItem:
      case NodeKind::kTable:
      case NodeKind::kFootnote:
        if (enter)
          frames_.push_back({kind});
        else
          frames_.pop_back();
        break;
      case NodeKind::kTableRow:
        if (enter && !frames_.empty()) {
          ++frames_.back().row;
          frames_.back().column = 0;
        }
        break;
      case NodeKind::kParagraph:
      case NodeKind::kHeading:
      case NodeKind::kTableCell:
        if (enter && kind == NodeKind::kTableCell && !frames_.empty()) ++frames_.back().column;
        if (enter)
          lines_.begin_block(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
        else
          finish_leaf(node, kind);
        break;
      case NodeKind::kCode:
        write_code(node);
        break;
      case NodeKind::kHtml:
        write_html(lines_of(node, cmark_node_get_start_line(node)));
        break;
      default:
        inline_.visit(node, enter);
    }
  }

  /// The innermost of quote, item and footnote says what a paragraph is.
  [[nodiscard]] std::string_view type_here() const {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
      if (frame->kind == NodeKind::kQuote) return WEFT_SPAN_QUOTE;
      if (frame->kind == NodeKind::kItem) return WEFT_SPAN_LIST_ITEM;
      if (frame->kind == NodeKind::kFootnote) return WEFT_SPAN_FOOTNOTE;
    }
    return WEFT_SPAN_PARAGRAPH;
  }

  /// The list or table around, made when the first block comes into it.
  std::size_t container() {
    std::size_t parent = kNoBlock;
    std::size_t depth = 0;
    for (Frame& frame : frames_) {
      const bool holds = frame.kind == NodeKind::kList || frame.kind == NodeKind::kTable;
      if (!holds || ++depth > kDeepestList) continue;
      if (frame.block == kNoBlock) {
        frame.block = out_->blocks.size();
        const std::string_view type =
            frame.kind == NodeKind::kTable ? WEFT_SPAN_TABLE : WEFT_SPAN_LIST;
        out_->blocks.push_back({type, next_begin(), next_begin(), parent, 0});
      }
      parent = frame.block;
    }
    return parent;
  }

  [[nodiscard]] std::size_t next_begin() const {
    return out_->text.empty() ? 0 : out_->text.size() + 1;
  }

  std::size_t write(std::string_view type, const MappedText& text, std::size_t parent,
                    int level = 0) {
    const std::size_t begin = next_begin();
    if (begin > 0) out_->text.join("\n");
    out_->text.append(text);
    const std::size_t end = out_->text.size();
    for (std::size_t up = parent; up != kNoBlock; up = out_->blocks[up].parent)
      out_->blocks[up].end = end;
    out_->blocks.push_back({type, begin, end, parent, level});
    return out_->blocks.size() - 1;
  }

  void finish_leaf(cmark_node* node, NodeKind kind) {
    const MappedText text = inline_.take();
    std::vector<MappedText> images = inline_.take_images();
    if (text.empty()) return write_images(images);
    if (kind == NodeKind::kHeading) {
      const int level = cmark_node_get_heading_level(node);
      write(WEFT_SPAN_HEADING, text, container(), level);
    } else {
      const bool cell = kind == NodeKind::kTableCell;
      write(cell ? std::string_view(WEFT_SPAN_TABLE_CELL) : type_here(), text, container());
      if (!cell || frames_.empty()) return;
      out_->blocks.back().row = frames_.back().row;
      out_->blocks.back().column = frames_.back().column;
    }
  }

  /// A block of nothing but images: what describes them is their caption. Between words it is not
  /// part of the sentence and is left out.
  void write_images(const std::vector<MappedText>& images) {
    for (const MappedText& image : images) {
      if (image.text().find_first_not_of(" \t\n") == std::string::npos ||
          is_file_name(image.text()))
        continue;
      const std::size_t parent = container();
      const std::size_t figure = out_->blocks.size();
      out_->blocks.push_back({WEFT_SPAN_FIGURE, next_begin(), next_begin(), parent, 0});
      write(WEFT_SPAN_CAPTION, image, figure);
    }
  }

  /// The lines of a literal, with those of the source they come from.
  [[nodiscard]] MappedText lines_of(cmark_node* node, int first_line) const {
    const std::string whole = literal_of(node);
    std::string_view literal = whole;
    while (literal.ends_with('\n'))
      literal.remove_suffix(1);
    MappedText out;
    for (int line = first_line; !literal.empty(); ++line) {
      const std::size_t end = std::min(literal.find('\n'), literal.size());
      lines_.append_line(literal.substr(0, end), line, out);
      if (end == literal.size()) break;
      out.join("\n");
      literal.remove_prefix(end + 1);
    }
    return out;
  }

  void write_code(cmark_node* node) {
    int length = 0;
    int indent = 0;
    char fence = 0;
    const bool fenced = cmark_node_get_fenced(node, &length, &indent, &fence) != 0;
    const MappedText code = lines_of(node, cmark_node_get_start_line(node) + (fenced ? 1 : 0));
    // pandoc's raw blocks: "```{=html}".
    const char* info = cmark_node_get_fence_info(node);
    if (fenced && info != nullptr && std::string_view(info) == "{=html}") return write_html(code);
    if (code.text().find_first_not_of(" \t\n") != std::string::npos)
      write(WEFT_SPAN_CODE, code, container());
  }

  void write_html(const MappedText& html) {
    for (const MappedText& text : text_of_html(html))
      write(type_here(), text, container());
  }

  /// The first heading of level 1, where it is the only one or nothing but images and the like
  /// stands above it.
  void choose_title() {
    std::vector<Block>& blocks = out_->blocks;
    std::size_t first = kNoBlock;
    std::size_t count = 0;
    std::size_t above = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const bool heading = blocks[i].type == WEFT_SPAN_HEADING && blocks[i].level == 1 &&
                           blocks[i].parent == kNoBlock;
      if (heading && count++ == 0) first = i;
      const bool aside = blocks[i].type == WEFT_SPAN_FIGURE || blocks[i].type == WEFT_SPAN_CAPTION;
      above += count == 0 && !aside ? 1U : 0U;
    }
    if (count == 0 || (count > 1 && above > 0)) return;
    out_->title = first;
  }

  SourceLines lines_;
  InlineText inline_;
  std::vector<Frame> frames_;
  Reading* out_ = nullptr;
};

}  // namespace

Reading read_markdown(std::string_view text) {
  if (text.size() > kLargest)
    throw Error(WEFT_E_LIMIT, "a Markdown text of " + std::to_string(text.size()) +
                                  " bytes; the limit is 256 MiB, split it");
  const auto markup = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return std::string_view("*_[]`<>|~&!").find(c) != std::string_view::npos;
  }));
  if (markup > kMostMarkup)
    throw Error(WEFT_E_LIMIT, std::to_string(markup) +
                                  " bytes of markup in one Markdown text; the limit is 4 million, "
                                  "split it");
  Reading out;
  out.front = read_front_matter(text);
  const std::string body = tamed(text.substr(out.front.end));
  const Tree tree = parse_tree(body);
  Reader(text, out.front.end).read(tree.get(), out);
  return out;
}

namespace {

/// "[^" that no label follows is no footnote, but cmark takes it for one, counts columns across
/// line ends and loses text.
void hide_carets(std::string& text) {
  for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at + 2)) {
    const std::size_t end = text.find_first_of("[] \t\r\n", at + 2);
    const bool label = end != std::string::npos && end > at + 2 && text[end] == ']';
    if (!label) text[at + 1] = kHiddenCaret;
  }
}

}  // namespace

std::string tamed(std::string_view text) {
  constexpr std::size_t kMostCells = 65536;
  std::string out(text);
  std::size_t begin = 0;
  while (begin < out.size()) {
    const std::size_t end = std::min(out.find('\n', begin), out.size());
    const std::string_view line = std::string_view(out).substr(begin, end - begin);
    const bool delimiters = line.find('-') != std::string_view::npos &&
                            line.find('|') != std::string_view::npos &&
                            line.find_first_not_of("|-: \t\r>") == std::string_view::npos;
    if (delimiters) {
      const auto columns = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
      std::size_t stop = out.find("\n\n", end);
      stop = std::min(stop, out.size());
      const auto block = std::string_view(out).substr(begin, stop - begin);
      const auto rows =
          columns < 64 ? 0 : static_cast<std::size_t>(std::count(block.begin(), block.end(), '\n'));
      if (columns * rows > kMostCells)
        std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(begin), line.size(), ' ');
    }
    begin = end + 1;
  }
  hide_carets(out);
  return out;
}

}  // namespace weft::markdown
