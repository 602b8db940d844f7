// SPDX-License-Identifier: Apache-2.0
/// The order of the passes.

#include "read_text.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "lines.hpp"
#include "passes.hpp"
#include "weft/keep.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

/// A story told in pictures has its text below them: without other body, or hardly any, captions
/// are what the reader came for.
void tell_by_pictures(std::vector<Unit>& units) {
  constexpr std::size_t kHardlyAny = 10;  // times as much in the captions
  std::size_t body = 0;
  std::size_t captions = 0;
  for (const Unit& unit : units) {
    if (unit.kind == WEFT_SPAN_CAPTION) captions += unit.end - unit.begin;
    if (unit.kind != WEFT_SPAN_HEADING && keep_of(unit.kind) == Keep::kBody)
      body += unit.end - unit.begin;
  }
  if (body * kHardlyAny >= captions) return;
  for (Unit& unit : units) {
    if (unit.kind == WEFT_SPAN_CAPTION) unit.kind = WEFT_SPAN_PARAGRAPH;
  }
}

}  // namespace

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
  tell_by_pictures(page.units);
  if (!main_content) {
    for (Unit& unit : page.units) {
      if (unit.kind == WEFT_SPAN_BOILERPLATE) unit.kind = WEFT_SPAN_PARAGRAPH;
    }
  }
  return {std::move(page.units), std::move(page.facts)};
}

}  // namespace weft::plain
