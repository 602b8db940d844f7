// SPDX-License-Identifier: Apache-2.0
/// Finding quotations by their marks.
#include "quote_check.hpp"

#include <array>
#include <optional>

#include "weft/text/script.hpp"

namespace weft {
namespace {

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kMarks = {Marks{"“", "”"}, Marks{"「", "」"}, Marks{"『", "』"},
                               Marks{"«", "»"}, Marks{"„", "“"},   Marks{"\"", "\""}};

constexpr std::array<std::string_view, 17> kAnyMark = {
    "“", "”", "‘", "’ ", "「", "」", "『", "』", "«", "»", "„", "\"", "《", "》", " '", "〈", "‹"};

struct Quotation {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The longest quotation, marks included.
std::optional<Quotation> longest(std::string_view text) {
  std::optional<Quotation> best;
  for (const Marks& marks : kMarks) {
    for (std::size_t begin = text.find(marks.open); begin != std::string_view::npos;) {
      const std::size_t close = text.find(marks.close, begin + marks.open.size());
      if (close == std::string_view::npos) break;
      const std::size_t end = close + marks.close.size();
      if (!best || end - begin > best->end - best->begin) best = Quotation{begin, end};
      begin = text.find(marks.open, end);
    }
  }
  return best;
}

bool has_mark(std::string_view text) {
  for (const std::string_view mark : kAnyMark) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return text.substr(0, 1) == "'" || text.substr(0, 3) == "‘";
}

/// A clause rather than a term: eight words, a Han character counting half of one.
bool is_clause(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  const std::uint64_t han = counts[Script::kHan];
  return han * 5 + (counts.letters() - han) * 2 >= 80;
}

}  // namespace

void check_quotes(const BeadPair& bead, std::vector<Finding>& out) {
  for (const bool from_source : {true, false}) {
    const BeadSide& side = from_source ? bead.source : bead.target;
    const BeadSide& other = from_source ? bead.target : bead.source;
    const std::optional<Quotation> quotation = longest(side.text);
    if (!quotation || has_mark(other.text)) continue;
    if (!is_clause(std::string_view(side.text).substr(quotation->begin,
                                                      quotation->end - quotation->begin)))
      continue;
    out.push_back({"quote",
                   from_source ? "quoted / -" : "- / quoted",
                   {place_of(side, quotation->begin, quotation->end)}});
  }
}

}  // namespace weft
