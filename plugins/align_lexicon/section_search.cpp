// SPDX-License-Identifier: Apache-2.0
/// Anchors, a band about them, the best path, and how sure it is.
#include "section_search.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "habits.hpp"
#include "kept_gains.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead_posteriors.hpp"
#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"

namespace weft {
namespace {

constexpr double kSharpness = 1.0;
// A band is widened so often where its path comes to its border: scrambled texts would go on.
constexpr int kMostRounds = 3;

/// LexicalGains of a section.
struct SectionGains {
  LexicalGains& gains;
  TextSection section;
  void begin(const Band& band) { gains.begin(band, section); }
  void enter(std::size_t row) { gains.enter(row); }
  void add(BeadType type, std::size_t column, std::span<float> out) const {
    gains.add(type, column, out);
  }
};

std::span<const std::uint8_t> part(std::span<const std::uint8_t> flags, std::size_t begin,
                                   std::size_t end) {
  return flags.empty() ? flags : flags.subspan(begin, end - begin);
}

/// The part of a band between two points of a path through it, as a band of its own.
Band part(const Band& band, const TextSection& stretch) {
  Band out;
  for (std::size_t row = stretch.source_begin; row <= stretch.source_end; ++row) {
    out.first.push_back(std::max(band.first[row], stretch.target_begin) - stretch.target_begin);
    out.last.push_back(std::min(band.last[row], stretch.target_end) - stretch.target_begin);
  }
  return out;
}

/// Flags of the beads in or next to marked rows, and of the gaps that touch those: a gap is
/// searched whole, or it would be paid for twice.
std::vector<std::uint8_t> stale_beads(const std::vector<Bead>& beads,
                                      const std::vector<std::uint8_t>& marked) {
  std::vector<std::uint8_t> out;
  for (const Bead& bead : beads) {
    const auto begin = marked.begin() + bead.source_begin;
    const auto end = begin + bead.source_count + 1;
    const bool in_gap = bead.is_null() && !out.empty() && out.back() != 0;
    out.push_back(in_gap || std::find(begin, end, 1) != end ? 1 : 0);
  }
  for (std::size_t i = beads.size(); i-- > 1;) {
    if (out[i] != 0 && beads[i - 1].is_null()) out[i - 1] = 1;
  }
  return out;
}

}  // namespace

SectionSearch::SectionSearch(const LexicalText& text, BlockFlags blocks, LinePrices lines,
                             const Weights& weights)
    : text_(text),
      blocks_(blocks),
      lines_(std::move(lines)),
      weights_(weights),
      priors_(weights.priors()),
      gains_(text, weights),
      anchors_(text, weights) {}

void SectionSearch::run(const TextSection& section, std::vector<Bead>& out) {
  if (section.rows() == 1 || section.columns() == 1) {
    for (std::uint32_t i = section.source_begin; i < section.source_end; ++i)
      out.push_back({i, 1, section.target_begin, 0, 0});
    for (std::uint32_t j = section.target_begin; j < section.target_end; ++j)
      out.push_back({section.source_end, 0, j, 1, 0});
    return;
  }
  std::vector<Bead> beads = search(section);
  for (Bead& bead : beads) {
    bead.source_begin += section.source_begin;
    bead.target_begin += section.target_begin;
    out.push_back(bead);
  }
}

std::vector<Bead> SectionSearch::search(const TextSection& section) {
  BandFollower follower = band_about(anchors_.find(section), text_, section);
  std::vector<Bead> beads = search(section, with_rising_borders(follower.band()));
  for (int round = 0; round < kMostRounds; ++round) {
    const std::vector<std::uint32_t> reach = follower.reach();
    if (!follower.follow(path_of(beads, section.rows()))) break;
    std::vector<std::uint8_t> widened;
    for (std::size_t row = 0; row < reach.size(); ++row)
      widened.push_back(follower.reach()[row] > reach[row] ? 1 : 0);
    search_again(section, with_rising_borders(follower.band()), widened, beads);
  }
  return beads;
}

std::vector<Bead> SectionSearch::search(const TextSection& section, const Band& band) {
  const BorderPrices borders = borders_of(section);
  const BeadPriors priors = priors_of(section);
  SectionGains words{gains_, section};
  WithLines<SectionGains> gains{words, lines_, section, 0};
  BeadSearch search(priors, borders, gains);
  return search.run(band);
}

void SectionSearch::search_again(const TextSection& section, const Band& band,
                                 const std::vector<std::uint8_t>& widened,
                                 std::vector<Bead>& beads) {
  const std::vector<std::uint8_t> stale = stale_beads(beads, widened);
  std::vector<Bead> out;
  for (std::size_t i = 0; i < beads.size();) {
    const auto fresh = static_cast<std::size_t>(
        std::find(stale.begin() + static_cast<std::ptrdiff_t>(i), stale.end(), 0) - stale.begin());
    if (fresh == i) {
      out.push_back(beads[i++]);
      continue;
    }
    const Bead& first = beads[i];
    const Bead& last = beads[fresh - 1];
    const TextSection stretch{first.source_begin, last.source_begin + last.source_count,
                              first.target_begin, last.target_begin + last.target_count};
    const TextSection place{
        section.source_begin + stretch.source_begin, section.source_begin + stretch.source_end,
        section.target_begin + stretch.target_begin, section.target_begin + stretch.target_end};
    for (Bead bead : search(place, part(band, stretch))) {
      bead.source_begin += stretch.source_begin;
      bead.target_begin += stretch.target_begin;
      out.push_back(bead);
    }
    i = fresh;
  }
  beads = std::move(out);
}

BorderPrices SectionSearch::borders_of(const TextSection& section) const {
  return BorderPrices(part(blocks_.source, section.source_begin, section.source_end),
                      part(blocks_.target, section.target_begin, section.target_end),
                      priors_.border);
}

BeadPriors SectionSearch::priors_of(const TextSection& section) const {
  BeadPriors out = priors_;
  out.alone_source = lines_.alone_source().subspan(section.source_begin, section.rows() - 1);
  out.alone_target = lines_.alone_target().subspan(section.target_begin, section.columns() - 1);
  return out;
}

std::vector<BeadEvidence> SectionSearch::refine(const std::vector<TextSection>& sections,
                                                std::vector<Bead>& beads, bool scores) {
  priors_ = fit_habits(priors_, beads, weights_.habits);
  lines_.fit(beads, weights_.habits);
  gains_.measure_sides();
  std::vector<Bead> out;
  std::vector<BeadEvidence> evidence;
  auto next = beads.begin();
  for (const TextSection& section : sections) {
    std::vector<Bead> part;
    for (; next != beads.end() && next->source_begin + next->source_count <= section.source_end &&
           next->target_begin + next->target_count <= section.target_end;
         ++next)
      part.push_back(*next);
    if (section.rows() > 1 && section.columns() > 1) refine(section, part, scores, evidence);
    out.insert(out.end(), part.begin(), part.end());
    if (scores) evidence.resize(out.size());
  }
  beads = std::move(out);
  return evidence;
}

void SectionSearch::refine(const TextSection& section, std::vector<Bead>& beads, bool scores,
                           std::vector<BeadEvidence>& evidence) {
  for (Bead& bead : beads) {
    bead.source_begin -= section.source_begin;
    bead.target_begin -= section.target_begin;
  }
  const Band band = band_near(beads, section.rows(), section.columns());
  const BorderPrices borders = borders_of(section);
  const BeadPriors priors = priors_of(section);
  KeptGains words(gains_, section, band);
  WithLines<KeptGains> gains{words, lines_, section, 0};
  BeadSearch search(priors, borders, gains);
  beads = search.run(band);
  if (scores) {
    BeadPosteriors posteriors(priors, borders, gains, kSharpness);
    posteriors.run(band);
    for (const Bead& bead : beads)
      evidence.push_back({bead.is_null() ? 0.0F : static_cast<float>(posteriors.of(bead))});
  }
  for (Bead& bead : beads) {
    bead.source_begin += section.source_begin;
    bead.target_begin += section.target_begin;
  }
}

}  // namespace weft
