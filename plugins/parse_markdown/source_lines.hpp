// SPDX-License-Identifier: Apache-2.0
/// Finds where in the source the text of a cmark node stands: cmark says line and column of most
/// nodes.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace weft::markdown {

/// Walks through the source as the nodes are visited in order. What cmark says of a place is
/// believed only where the text is there; else it is looked for behind the last place found.
class SourceLines {
 public:
  /// `begin`: where line 1 starts. The text must outlive this.
  SourceLines(std::string_view text, std::size_t begin);

  /// Begins a block that takes lines first .. last; where cmark does not say (below 1), it begins
  /// behind the last place found.
  void begin_block(int first, int last);
  /// Appends the literal of a text or code node that cmark has at line:column (0:0: unknown).
  void append(std::string_view literal, int line, int column, bool code, MappedText& out);
  /// Appends line `line` of the source, which ends with `literal`, its indentation taken off.
  void append_line(std::string_view literal, int line, MappedText& out) const;
  /// Goes on behind line:column, where a link or an image ends, unless that lies behind us.
  void move_behind(int line, int column);
  /// Goes on behind `literal`, raw HTML or the name of a footnote.
  void skip(std::string_view literal);
  /// Goes on at the next line.
  void next_line();

  /// The byte of the source, or 0 outside it.
  [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

 private:
  [[nodiscard]] std::size_t offset(int line, int column) const;
  [[nodiscard]] std::size_t match(std::string_view literal, std::size_t at, bool code,
                                  MappedText* out) const;
  [[nodiscard]] std::size_t match_entity(std::string_view literal, std::size_t& at_literal,
                                         std::size_t at, MappedText* out) const;
  [[nodiscard]] std::size_t match_break(std::size_t at) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;  // of lines, and of the end
  std::size_t at_;                   // never behind stop_
  std::size_t stop_;
};

}  // namespace weft::markdown
