// SPDX-License-Identifier: Apache-2.0
/// Collects the text of one block out of its inline nodes.
#pragma once

#include <weft/mapped_text.hpp>

#include <string_view>
#include <vector>

#include "cmark_tree.hpp"
#include "read_markdown.hpp"
#include "source_lines.hpp"

namespace weft::markdown {

class InlineText {
 public:
  InlineText(std::string_view source, SourceLines& lines) : source_(source), lines_(lines) {}

  /// Visits an inline node; `enter` is false when its children are done.
  void visit(cmark_node* node, bool enter);

  /// The text so far, blanks at its ends and stray markers left out; empties this.
  MappedText take();
  /// What stands for the images so far; empties this.
  std::vector<MappedText> take_images();

 private:
  void append(cmark_node* node, bool code);
  void put_break(std::string_view behind);
  [[nodiscard]] MappedText& target();

  enum class Break { kNone, kSoft, kHard };
  std::string_view source_;
  SourceLines& lines_;
  MappedText text_;
  std::vector<MappedText> images_;
  std::vector<Range> code_;
  std::vector<std::size_t> gaps_;  // where something without text stood
  std::size_t image_depth_ = 0;
  Break break_ = Break::kNone;
};

}  // namespace weft::markdown
