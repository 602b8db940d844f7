// SPDX-License-Identifier: Apache-2.0
/// Emphasis and links keep their text, images give it away, raw tags and footnote marks vanish.
#include "inline_text.hpp"

#include <weft/records/join_lines.hpp>
#include <weft/records/source_text.hpp>

#include <algorithm>
#include <utility>

namespace weft::markdown {

MappedText& InlineText::target() {
  return image_depth_ > 0 ? images_.back() : text_;
}

void InlineText::put_break(std::string_view behind) {
  MappedText& out = target();
  const Break pending = std::exchange(break_, Break::kNone);
  if (pending == Break::kNone || out.empty()) return;
  out.join(pending == Break::kHard ? std::string_view("\n") : line_joint(out.text(), behind));
}

void InlineText::append(cmark_node* node, bool code) {
  const std::string literal = literal_of(node);
  if (literal.empty()) return;
  put_break(literal);
  MappedText& out = target();
  const std::size_t begin = out.size();
  lines_.append(literal, cmark_node_get_start_line(node), cmark_node_get_start_column(node), code,
                out);
  if (code && image_depth_ == 0) code_.push_back({begin, out.size()});
}

void InlineText::visit(cmark_node* node, bool enter) {
  const NodeKind kind = kind_of(node);
  if (kind == NodeKind::kImage && enter && image_depth_++ == 0) images_.emplace_back();
  if (kind == NodeKind::kImage && !enter && --image_depth_ == 0) gaps_.push_back(text_.size());
  if ((kind == NodeKind::kImage || kind == NodeKind::kLink) && !enter)
    lines_.move_behind(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
  if (!enter) return;
  if (kind == NodeKind::kText || kind == NodeKind::kCodeSpan)
    return append(node, kind == NodeKind::kCodeSpan);
  const bool breaks = kind == NodeKind::kSoftBreak || kind == NodeKind::kLineBreak;
  if (breaks) {
    lines_.next_line();
    break_ = kind == NodeKind::kSoftBreak && break_ != Break::kHard ? Break::kSoft : Break::kHard;
  } else if (kind == NodeKind::kInlineHtml || kind == NodeKind::kFootnoteMark) {
    const std::string literal = literal_of(node);
    lines_.skip(literal);
    gaps_.push_back(text_.size());
    const bool line_end = literal.starts_with("<br") || literal.starts_with("<BR");
    if (kind == NodeKind::kInlineHtml && line_end) break_ = Break::kHard;
  }
}

MappedText InlineText::take() {
  MappedText out;
  const std::string& text = text_.text();
  std::size_t at = text.find_first_not_of(" \t\n");
  const std::size_t end = text.find_last_not_of(" \t\n") + 1;
  if (at != std::string::npos) {
    std::vector<Range> left_out = stray_markers(text_, source_, code_);
    for (const std::size_t gap : gaps_) {
      // What stood between two blanks is gone: one of them goes too.
      if (gap > 0 && gap < end && text[gap - 1] == ' ' && text[gap] == ' ')
        left_out.push_back({gap, gap + 1});
    }
    std::sort(left_out.begin(), left_out.end(),
              [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (const Range& marker : left_out) {
      if (marker.begin < at) continue;
      out.append(text_, at, marker.begin);
      at = marker.end;
    }
    if (at < end) out.append(text_, at, end);
  }
  text_ = MappedText();
  code_.clear();
  gaps_.clear();
  break_ = Break::kNone;
  return out;
}

std::vector<MappedText> InlineText::take_images() {
  return std::exchange(images_, {});
}

}  // namespace weft::markdown
