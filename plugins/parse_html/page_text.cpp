// SPDX-License-Identifier: Apache-2.0
/// Walks the tree once in document order and collects text as a browser would lay it out.
#include "page_text.hpp"

#include <algorithm>

#include <weft/offset_map.hpp>
#include <weft/utf8.hpp>

namespace weft {
namespace {

bool is_invisible(const HtmlNode& node) {
  switch (node.tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::svg:
    case Tag::rp:
    case Tag::datalist:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::iframe:
    case Tag::audio:
    case Tag::video:
    case Tag::canvas:
      return true;
    default:
      return node.kind == NodeKind::element && node.foreign && node.tag == Tag::title;
  }
}

// Form controls stand by themselves in a line of text.
bool breaks_text(Tag tag) {
  return is_block_tag(tag) || tag == Tag::button || tag == Tag::label || tag == Tag::input;
}

bool is_ascii_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// The size of a wider space at `at`: no-break, ideographic, zero-width, byte order mark; 0 for
// others.
std::uint32_t wide_space_size(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  if (two == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE3\x80\x80" || three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF") return 3;
  return 0;
}

struct Origin {
  std::uint32_t there = 0;
  std::uint32_t size = 0;
};

struct PendingSpace {
  std::string bytes;
  Origin origin;
};

struct OpenInline {
  std::uint32_t node;
  std::uint32_t begin;
};

class Layout {
 public:
  explicit Layout(const HtmlTree& tree) : tree_(tree) {}

  PageText run(std::uint32_t from, std::uint32_t to) {
    std::uint32_t i = from;
    while (i < to) {
      close_until(i);
      const HtmlNode& node = tree_[i];
      if (node.kind == NodeKind::text) add_text(node);
      if (node.kind != NodeKind::element) {
        ++i;
        continue;
      }
      if (is_invisible(node)) {
        i = node.end_node;
        continue;
      }
      enter(i);
      ++i;
    }
    close_until(to);
    flush();
    page_.runs = map_.take();
    return std::move(page_);
  }

 private:
  void enter(std::uint32_t index) {
    const Tag tag = tree_[index].tag;
    if (tag == Tag::br) {
      ++breaks_;
      return;
    }
    const bool block = breaks_text(tag);
    if (block) flush();
    if (!block) inlines_.push_back({index, position()});
    preformatted_ += tag == Tag::pre || tag == Tag::listing || tag == Tag::textarea ? 1 : 0;
    open_.push_back(index);
  }

  void close_until(std::uint32_t index) {
    while (!open_.empty() && tree_[open_.back()].end_node <= index) {
      const std::uint32_t node = open_.back();
      const Tag tag = tree_[node].tag;
      open_.pop_back();
      if (breaks_text(tag)) {
        flush(node);
      } else {
        const OpenInline inline_element = inlines_.back();
        inlines_.pop_back();
        close_inline(inline_element);
      }
      preformatted_ -= tag == Tag::pre || tag == Tag::listing || tag == Tag::textarea ? 1 : 0;
    }
  }

  void close_inline(const OpenInline& inline_element) {
    std::uint32_t begin = std::max(inline_element.begin, block_begin_);
    const std::uint32_t end = position();
    while (begin < end && is_ascii_space(page_.text[begin]))
      ++begin;
    if (begin < end && in_block_) page_.inlines.push_back({inline_element.node, begin, end});
  }

  void add_text(const HtmlNode& node) {
    std::uint32_t done = 0;
    for (const TextPiece& piece : tree_.pieces(node)) {
      if (piece.here > done) add_without_origin(node.text.substr(done, piece.here - done));
      done = piece.here + piece.here_size;
      const std::string_view text = node.text.substr(piece.here, piece.here_size);
      if (piece.here_size == piece.there_size) {
        add_copied(text, piece.there);
      } else {
        add_unit(text, {piece.there, piece.there_size});
      }
    }
    if (done < node.text.size()) add_without_origin(node.text.substr(done));
  }

  // Text that could not be matched with its source is text all the same.
  void add_without_origin(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      next_code_point(text, end);
      add_unit(text.substr(i, end - i), {});
      i = end;
    }
  }

  void map_whole(std::uint32_t size, Origin origin) {
    if (origin.size > 0) map_.whole(position(), size, origin.there, origin.size);
  }

  void add_copied(std::string_view text, std::uint32_t there) {
    std::size_t i = 0;
    while (i < text.size()) {
      const std::uint32_t wide = wide_space_size(text, i);
      if (wide > 0 || is_ascii_space(text[i])) {
        const std::uint32_t size = wide > 0 ? wide : 1;
        add_space(text.substr(i, size), {there + static_cast<std::uint32_t>(i), size});
        i += size;
        continue;
      }
      std::size_t end = i + 1;
      while (end < text.size() && !is_ascii_space(text[end]) && wide_space_size(text, end) == 0)
        ++end;
      settle_space();
      map_.copy(position(), there + i, static_cast<std::uint32_t>(end - i));
      page_.text.append(text.substr(i, end - i));
      i = end;
    }
  }

  // A character reference or line end: one unit with an origin of another size.
  void add_unit(std::string_view text, Origin origin) {
    if (text.empty()) return;
    if (wide_space_size(text, 0) == text.size() || is_ascii_space(text.front())) {
      add_space(text, origin);
      return;
    }
    settle_space();
    map_whole(static_cast<std::uint32_t>(text.size()), origin);
    page_.text.append(text);
  }

  void add_space(std::string_view bytes, Origin origin) {
    const bool ascii = is_ascii_space(bytes.front());
    if (preformatted_ == 0 && ascii) {
      if (!spaces_.empty() && spaces_.back().bytes == " ") {
        Origin& last = spaces_.back().origin;
        if (last.there + last.size == origin.there) last.size += origin.size;
        return;
      }
      bytes = " ";
    }
    if (bytes == "\r") bytes = "\n";
    spaces_.push_back({std::string(bytes), origin});
  }

  // Text follows: what was only possible white space is now inside a block, or begins a new one.
  void settle_space() {
    if (breaks_ > 0 && in_block_) {
      const bool indented =
          std::count_if(spaces_.begin(), spaces_.end(),
                        [](const PendingSpace& s) { return s.bytes.size() > 1; }) > 1 ||
          (!spaces_.empty() && spaces_.back().bytes == "\xE3\x80\x80");
      if (breaks_ > 1 || indented) {
        flush();
      } else {
        page_.text.push_back('\n');
        spaces_.clear();
      }
    }
    breaks_ = 0;
    if (!in_block_) {
      begin_block();
      return;
    }
    const bool plain = preformatted_ == 0 && !page_.text.empty() && page_.text.back() == '\n';
    for (const PendingSpace& space : spaces_) {
      if (plain && space.bytes == " ") continue;
      const auto size = static_cast<std::uint32_t>(space.bytes.size());
      map_whole(size, space.origin);
      page_.text.append(space.bytes);
    }
    spaces_.clear();
  }

  void begin_block() {
    spaces_.clear();
    if (!page_.text.empty()) page_.text.append("\n\n");
    block_begin_ = position();
    first_inline_ = static_cast<std::uint32_t>(page_.inlines.size());
    in_block_ = true;
    for (OpenInline& open : inlines_)
      open.begin = std::max(open.begin, block_begin_);
  }

  // Ends the current block, if any; `node` is the block element being left, when one is.
  void flush(std::uint32_t node = kNoNode) {
    spaces_.clear();
    breaks_ = 0;
    if (!in_block_) return;
    for (const OpenInline& open : inlines_)
      close_inline(open);
    in_block_ = false;
    TextBlock block;
    block.begin = block_begin_;
    block.end = position();
    block.node = node != kNoNode ? node : innermost_block();
    block.first_inline = first_inline_;
    block.inline_count = static_cast<std::uint32_t>(page_.inlines.size()) - first_inline_;
    block.stats = count_text(page_.of(block));
    count_inlines(block);
    page_.blocks.push_back(block);
  }

  void count_inlines(TextBlock& block) const {
    for (const InlineRange& range : page_.inlines_of(block)) {
      const Tag tag = tree_[range.node].tag;
      const bool bold = tag == Tag::b || tag == Tag::strong;
      if (tag != Tag::a && !bold) continue;
      const auto covered =
          std::string_view(page_.text).substr(range.begin, range.end - range.begin);
      const auto characters = static_cast<std::uint32_t>(
          count_code_points(covered) -
          static_cast<std::size_t>(std::count_if(covered.begin(), covered.end(), is_ascii_space)));
      std::uint32_t& sum = bold ? block.stats.bold : block.stats.linked;
      sum = std::min(block.stats.characters, sum + characters);
    }
  }

  [[nodiscard]] std::uint32_t innermost_block() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (breaks_text(tree_[*open].tag)) return *open;
    return 0;
  }

  [[nodiscard]] std::uint32_t position() const {
    return static_cast<std::uint32_t>(page_.text.size());
  }

  const HtmlTree& tree_;
  PageText page_;
  OffsetMapBuilder map_;
  std::vector<std::uint32_t> open_;
  std::vector<OpenInline> inlines_;
  std::vector<PendingSpace> spaces_;
  std::uint32_t block_begin_ = 0;
  std::uint32_t first_inline_ = 0;
  int breaks_ = 0;
  int preformatted_ = 0;
  bool in_block_ = false;
};

}  // namespace

PageText lay_out_text(const HtmlTree& tree, std::uint32_t from, std::uint32_t to) {
  return Layout(tree).run(from, std::min(to, tree.size()));
}

}  // namespace weft
