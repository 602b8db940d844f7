// SPDX-License-Identifier: Apache-2.0
/// Runs, shapes and tables.
#include "passages.hpp"

#include <algorithm>

#include "weft/text/normalize.hpp"

namespace weft {
namespace {

constexpr std::size_t kWidestGap = 64;  ///< columns left empty before a cell; more are no table

bool same_place(const BriefingRun& a, const BriefingRun& b) {
  return a.point == b.point && a.translation == b.translation && a.figure == b.figure &&
         a.phrase == b.phrase && a.language == b.language;
}

/// Adds a piece of a text, white space at its borders being that of the whole text.
void append(std::vector<BriefingRun>& runs, std::string text, bool code, BriefingRun run) {
  run.text = std::move(text);
  if (!code) {
    run.text = fold_space("|" + run.text + "|");
    run.text = run.text.substr(1, run.text.size() - 2);
    const bool open = runs.empty() || runs.back().text.ends_with(' ');
    if (open && run.text.starts_with(' ')) run.text.erase(0, 1);
  }
  if (run.text.empty()) return;
  if (!runs.empty() && same_place(runs.back(), run)) {
    runs.back().text += run.text;
  } else {
    runs.push_back(std::move(run));
  }
}

/// Level, nesting, and what stands in a quotation.
void read_shape(const OpenDocument& open, const weft_span& span, Passage& out) {
  out.shape = open.names().type_of(span)->shape;
  if (out.shape == Shape::kHeading) {
    const std::int64_t level = open.integer(span.id, open.names().level, 2);
    out.depth = static_cast<int>(std::clamp<std::int64_t>(level, 1, 6));
    return;
  }
  int lists = 0;
  for (weft_id id = span.parent; id != 0;) {
    const weft_span* around = open.document().find_span(id);
    if (around == nullptr) break;
    if (around->type == open.names().quote && out.shape == Shape::kParagraph)
      out.shape = Shape::kQuote;
    lists += around->type == open.names().list ? 1 : 0;
    id = around->parent;
  }
  out.depth = std::max(1, lists);
}

/// Puts the cells of one table into rows and columns.
class TableBuilder {
 public:
  TableBuilder(const OpenDocument& open, std::vector<Passage>& body) : open_(open), body_(body) {}

  void add(const weft_span& cell, BriefingText text) {
    const std::int64_t row = open_.integer(cell.id, open_.names().row, 0);
    const bool joins = table_ != 0 && cell.parent == table_;
    if (!joins) {
      body_.push_back({Shape::kTable, 1, {}, {}});
      table_ = cell.parent;
    }
    auto& rows = body_.back().rows;
    if (!joins || row != row_) rows.emplace_back();
    row_ = row;
    const auto column = static_cast<std::uint64_t>(open_.integer(cell.id, open_.names().column, 0));
    if (column > rows.back().size() + 1 && column <= rows.back().size() + kWidestGap)
      rows.back().resize(column - 1);
    rows.back().push_back(std::move(text));
  }
  void close() { table_ = 0; }

 private:
  const OpenDocument& open_;
  std::vector<Passage>& body_;
  weft_id table_ = 0;
  std::int64_t row_ = 0;
};

}  // namespace

void PlaceMarks::add(const weft_span& span, std::uint32_t BriefingRun::*number,
                     std::uint32_t value) {
  add(span, Mark{.number = number, .value = value});
}

void PlaceMarks::add_language(const weft_span& span, std::string language) {
  add(span, Mark{.language = std::move(language)});
}

void PlaceMarks::add(const weft_span& span, Mark mark) {
  const auto place = open_.place_of(span);
  const weft_span* block = place ? open_.block_at(*place) : nullptr;
  if (block == nullptr) return;
  mark.begin = place->begin;
  mark.end = std::min<std::uint64_t>(place->end, block->end);
  by_block_[block->id].push_back(std::move(mark));
}

BriefingText PlaceMarks::text_of(const weft_span& block, bool code) const {
  BriefingText out{open_.language_of(block), {}, open_.lines(block.id, open_.names().evidence)};
  const std::string_view text = open_.document().text(block);
  std::vector<std::uint64_t> borders{block.begin, block.end};
  const auto found = by_block_.find(block.id);
  const std::vector<Mark> none;
  const std::vector<Mark>& marks = found == by_block_.end() ? none : found->second;
  for (const Mark& mark : marks) {
    borders.push_back(mark.begin);
    borders.push_back(mark.end);
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    BriefingRun run;
    for (const Mark& mark : marks) {
      if (mark.begin > borders[i] || borders[i + 1] > mark.end) continue;
      if (mark.number == nullptr) {
        run.language = mark.language == out.language ? std::string() : mark.language;
      } else if (run.*mark.number == 0) {
        run.*mark.number = mark.value;
      }
    }
    const auto piece = text.substr(borders[i] - block.begin, borders[i + 1] - borders[i]);
    append(out.runs, open_.clean(piece), code, std::move(run));
  }
  if (!code && !out.runs.empty() && out.runs.back().text.ends_with(' ')) {
    out.runs.back().text.pop_back();
    if (out.runs.back().text.empty()) out.runs.pop_back();
  }
  return out;
}

std::vector<Passage> read_body(const OpenDocument& open, const PlaceMarks& marks) {
  std::vector<Passage> body;
  TableBuilder table(open, body);
  for (const weft_span& span : reading_order(open)) {
    Passage next;
    read_shape(open, span, next);
    next.text = marks.text_of(span, next.shape == Shape::kCode);
    if (next.text.runs.empty()) continue;
    if (next.shape == Shape::kTable) {
      table.add(span, std::move(next.text));
    } else {
      table.close();
      body.push_back(std::move(next));
    }
  }
  return body;
}

}  // namespace weft
