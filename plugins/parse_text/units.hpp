// SPDX-License-Identifier: Apache-2.0
/// Puts lines together into the units that get a kind: paragraphs, titles, captions, list items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines.hpp"
#include "shape.hpp"

namespace weft::plain {

/// A piece of the text that becomes one span. `kind` and `reason` are names of vocabulary.h, empty
/// until a rule has decided.
struct Unit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t lines = 1;
  bool blank_above = false;  ///< a blank line or the text's start lies above
  bool blank_below = false;
  bool quoted = false;  ///< its lines begin with "> "
  bool item = false;    ///< its first line begins with a bullet or number
  Shape shape;
  std::string key;  ///< match_key of a short unit, else empty
  std::string_view kind = {};
  std::string_view reason = {};
  int level = 0;                 ///< of a heading
  std::size_t credit_begin = 0;  ///< of a caption: the agency or photographer named in it
  std::size_t credit_end = 0;

  [[nodiscard]] bool decided() const { return !kind.empty(); }
};

/// How a text's paragraphs were broken into lines.
struct Wrapping {
  bool wrapped = false;       ///< lines were filled up to a width; a paragraph takes several
  std::uint32_t columns = 0;  ///< that width
};

/// Decides by evidence whether lines were wrapped: most lines that have another right below would
/// not have had room for its first word, and end in the middle of a sentence. Any thread.
Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines);

/// One unit a paragraph. A blank line always ends one; without wrapping so does every line end.
std::vector<Unit> join_lines(std::string_view text, const std::vector<Line>& lines,
                             const Wrapping& wrapping);

}  // namespace weft::plain
