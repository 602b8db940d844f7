// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the checks of pairs: the first byte picks languages, lines of the rest are in turn the
/// source and target sentences of beads. Checks that findings point at text of their sentences.
#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "bead_pair.hpp"
#include "figure_check.hpp"
#include "name_check.hpp"
#include "negation_check.hpp"
#include "quote_check.hpp"
#include "reject_rules.hpp"
#include "seen_pairs.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

constexpr std::array<std::string_view, 4> kLanguages = {"en", "zh-Hans", "de", "zh-Hant"};

weft::BeadSide side_of(std::string_view text, weft_id view, std::string_view language) {
  weft::BeadSide side;
  if (text.empty()) return side;
  side.view = view;
  side.language = language;
  side.text = text;
  side.sentences.push_back({view, 0, view, 0, 0, static_cast<std::uint32_t>(text.size())});
  return side;
}

std::vector<weft::BeadPair> beads_of(std::string_view text, std::size_t pick) {
  std::vector<weft::BeadPair> beads;
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); i += 2)
    beads.push_back({0, side_of(lines[i], 1, kLanguages.at(pick % 4)),
                     side_of(lines[i + 1], 2, kLanguages.at(pick / 4 % 4))});
  return beads;
}

void check_places(const weft::BeadPair& bead, const std::vector<weft::Finding>& findings) {
  for (const weft::Finding& finding : findings) {
    require(!finding.places.empty() && !finding.text.empty());
    for (const weft::Place& place : finding.places) {
      const weft::BeadSide& side = place.view == 1 ? bead.source : bead.target;
      require(place.begin < place.end && place.end <= side.text.size());
      require(weft::on_border(side.text, place.begin) && weft::on_border(side.text, place.end));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (weft::find_invalid_utf8(text) != std::string_view::npos) return 0;
  const std::vector<weft::BeadPair> beads = beads_of(text, data[0]);
  const double ratio = weft::length_ratio_of(beads);
  weft::SeenPairs seen;
  std::vector<weft::OpenFigures> figures;
  for (const weft::BeadPair& bead : beads) {
    weft::reject_reason(bead, ratio, {});
    seen.see(bead);
    figures.push_back(weft::open_figures(weft::read_bead_figures(bead)));
  }
  for (std::size_t i = 0; i < beads.size(); ++i) {
    if (!beads[i].whole()) continue;
    const bool first = i == 0;
    const bool last = i + 1 == beads.size();
    std::vector<weft::Finding> findings;
    std::size_t shifted = 0;
    weft::check_figures(beads[i], figures[i],
                        {first ? nullptr : &figures[i - 1], last ? nullptr : &figures[i + 1]},
                        {.missing = true}, findings, shifted);
    weft::check_names(beads[i], first ? nullptr : &beads[i - 1], last ? nullptr : &beads[i + 1],
                      findings);
    weft::check_quotes(beads[i], findings);
    weft::check_negation(beads[i], findings);
    check_places(beads[i], findings);
  }
  return 0;
}
