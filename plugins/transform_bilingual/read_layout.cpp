// SPDX-License-Identifier: Apache-2.0
/// Pieces in pairs by columns, terms and neighbourhood first; two halves where that fails.

#include "read_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cut_text.hpp"
#include "interleaving.hpp"
#include "table_columns.hpp"
#include "two_blocks.hpp"

namespace weft {
namespace {

// Logarithms of odds that a text in two languages is not laid out so, before it is looked at.
constexpr double kRareNeighbours = 3;
constexpr double kRareHalves = 4;
constexpr double kBodyAlone = 0.8;  // against, for each piece of the body without a translation
constexpr double kSingle = 0.5;     // for, for each piece beside one other: layouts are regular
constexpr double kGroup = 0.5;      // against, for each piece more in a group
constexpr double kStructure = 0.5;  // for, for each row of a table or line of terms
constexpr double kLeastConfidence = 0.5;
constexpr std::size_t kFewestPairs = 2;

double probability(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

double size_of(const std::vector<Piece>& pieces, const Pair& pair) {
  double out = 0;
  for (const std::vector<std::size_t>& side : {pair.first, pair.second})
    for (const std::size_t i : side)
      out += pieces[i].size;
  return out;
}

Stream stream_of(const std::vector<Piece>& pieces, const Pair& pair) {
  return pieces[pair.first.front()].stream;
}

Layout layout_of(const std::vector<Piece>& pieces, const Pair& pair) {
  const Piece& first = pieces[pair.first.front()];
  const Piece& second = pieces[pair.second.front()];
  if (first.cut == Cut::kTerm) return Layout::kTerms;
  if (first.table != 0 && first.table == second.table) return Layout::kColumns;
  if (first.cut == Cut::kLine || second.cut == Cut::kLine) return Layout::kLines;
  return first.cut == Cut::kSentence ? Layout::kSentences : Layout::kBlocks;
}

/// The layout that most of the paired text has.
Layout main_layout(const std::vector<Piece>& pieces, const std::vector<Pair>& pairs) {
  std::array<double, kLayouts> sizes{};
  for (const Pair& pair : pairs)
    if (stream_of(pieces, pair) == Stream::kBody)
      sizes.at(static_cast<std::size_t>(layout_of(pieces, pair))) += size_of(pieces, pair);
  const auto most = std::max_element(sizes.begin(), sizes.end());
  return static_cast<Layout>(most - sizes.begin());
}

std::uint32_t first_side_of(const std::vector<Piece>& pieces, const std::vector<Pair>& pairs) {
  double balance = 0;
  for (const Pair& pair : pairs)
    balance +=
        pieces[pair.first.front()].side == 0 ? size_of(pieces, pair) : -size_of(pieces, pair);
  return balance >= 0 ? 0 : 1;
}

/// What pairs say of the body.
struct Verdict {
  std::size_t pairs = 0;
  double share = 0;
  double log_odds = 0;
};

Verdict judge(const std::vector<Piece>& pieces, const std::vector<Pair>& pairs) {
  Verdict out;
  double all = 0;
  double paired = 0;
  double count = 0;
  for (const Piece& piece : pieces) {
    if (piece.stream != Stream::kBody || !piece.pairs) continue;
    all += piece.size;
    ++count;
  }
  for (const Pair& pair : pairs) {
    if (stream_of(pieces, pair) != Stream::kBody) continue;
    ++out.pairs;
    paired += size_of(pieces, pair);
    count -= static_cast<double>(pair.first.size() + pair.second.size());
    const Layout layout = layout_of(pieces, pair);
    const bool structure = layout == Layout::kTerms || layout == Layout::kColumns;
    const auto more = static_cast<double>(pair.first.size() + pair.second.size() - 2);
    out.log_odds += pair.evidence + (structure ? kStructure : 0);
    out.log_odds += more > 0 ? -kGroup * std::min(more, 2.0) : kSingle;
  }
  out.share = all > 0 ? paired / all : 0;
  out.log_odds -= kRareNeighbours + kBodyAlone * std::max(0.0, count);
  return out;
}

void score_terms(std::vector<Pair>& terms, const std::vector<Piece>& pieces, const FitModel& model,
                 std::vector<bool>& taken) {
  for (Pair& term : terms) {
    taken[term.first.front()] = true;
    taken[term.second.front()] = true;
    term.evidence = model.evidence(bulk_of(pieces, term.first), bulk_of(pieces, term.second),
                                   pieces[term.first.front()].side);
  }
}

/// Rows of tables, lines of terms, and neighbours that translate each other.
bool read_neighbours(Reading& reading, std::vector<Pair> terms, double least_share) {
  const FitModel model = model_of_neighbours(reading.pieces);
  std::vector<bool> taken(reading.pieces.size(), false);
  reading.pairs = find_columns(reading.pieces, model, taken);
  score_terms(terms, reading.pieces, model, taken);
  std::move(terms.begin(), terms.end(), std::back_inserter(reading.pairs));
  std::vector<Pair> beside = find_interleaving(reading.pieces, model, taken);
  std::move(beside.begin(), beside.end(), std::back_inserter(reading.pairs));
  std::sort(reading.pairs.begin(), reading.pairs.end(),
            [](const Pair& a, const Pair& b) { return a.first.front() < b.first.front(); });
  const Verdict verdict = judge(reading.pieces, reading.pairs);
  reading.confidence = probability(verdict.log_odds);
  if (verdict.pairs < kFewestPairs || verdict.share < least_share ||
      reading.confidence < kLeastConfidence)
    return false;
  reading.layout = main_layout(reading.pieces, reading.pairs);
  reading.first_side = first_side_of(reading.pieces, reading.pairs);
  return true;
}

/// One text whole, then the other.
bool read_halves(Reading& reading, std::string_view text) {
  const Halves halves = find_halves(reading.pieces);
  if (halves.first.empty()) return false;
  const FitModel model = model_of_halves(reading.pieces, halves);
  reading.confidence = probability(evidence_of(reading.pieces, halves, model) - kRareHalves);
  if (reading.confidence < kLeastConfidence) return false;
  std::vector<std::string_view> texts;
  for (const Piece& piece : reading.pieces)
    texts.push_back(text.substr(piece.begin, piece.end - piece.begin));
  reading.layout = Layout::kHalves;
  reading.first_side = reading.pieces[halves.first.front()].side;
  reading.pairs = pair_sections(reading.pieces, texts, halves, model);
  return true;
}

}  // namespace

Reading read_layout(const Document& document, weft_id view, const BlockNames& names,
                    double least_share) {
  Reading out;
  const std::vector<TextBlock> blocks = read_blocks(document, view, names);
  out.languages = find_two_languages(blocks);
  if (!out.languages.found()) return out;
  CutText cut = cut_text(blocks, out.languages);
  out.pieces = std::move(cut.pieces);
  if (find_halves(out.pieces).first.empty()) {
    read_neighbours(out, std::move(cut.terms), least_share);
  } else {
    read_halves(out, to_view(document.view(view - 1).text));
  }
  if (out.layout == Layout::kNone) out.pairs.clear();
  return out;
}

std::string_view layout_name(Layout layout) {
  switch (layout) {
    case Layout::kBlocks:
      return "interleaved";
    case Layout::kLines:
      return "line-interleaved";
    case Layout::kSentences:
      return "sentence-interleaved";
    case Layout::kTerms:
      return "terms";
    case Layout::kColumns:
      return "columns";
    case Layout::kHalves:
      return "two-blocks";
    default:
      return {};
  }
}

}  // namespace weft
