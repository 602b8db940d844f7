// SPDX-License-Identifier: Apache-2.0
/// The order of the passes.

#include "read_text.hpp"

#include <utility>

#include "lines.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {

Reading read_text(std::string_view text, bool main_content) {
  Page page;
  page.text = text;
  {
    const std::vector<Line> lines = split_lines(text);  // as many bytes as the units: freed early
    page.units = join_lines(text, lines, find_wrapping(text, lines));
  }
  cut_marks(page);
  survey(page);
  mark_furniture(page);
  survey(page);  // what was furniture is no measure of paragraphs
  mark_thread(page);
  read_header(page);
  read_tail(page);
  mark_captions(page);
  mark_body(page);
  if (!main_content) {
    for (Unit& unit : page.units) {
      if (unit.kind == WEFT_SPAN_BOILERPLATE) unit.kind = WEFT_SPAN_PARAGRAPH;
    }
  }
  return {std::move(page.units), std::move(page.facts)};
}

}  // namespace weft::plain
