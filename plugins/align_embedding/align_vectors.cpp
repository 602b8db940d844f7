// SPDX-License-Identifier: Apache-2.0
/// A coarse path, the best beads near it, what they teach of matches, and how sure they are.
#include "align_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

#include "coarse_path.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead_posteriors.hpp"
#include "weft/align/price_borders.hpp"
#include "weft/align/search_beads.hpp"

namespace weft {
namespace {

constexpr double kPosteriorSharpness = 0.5;
// What a text tells of its matches counts by their number against so many usual ones.
constexpr double kUsualBeads = 10;
// Bytes of one language for a byte of the other: more or less are omissions, and no translation.
constexpr double kMostRatio = 3;
constexpr double kLeastMatch = 2.5;
constexpr double kMostMatch = 12;

/// Sums of bytes before each sentence, scaled.
std::vector<double> sums_of(const std::vector<std::uint32_t>& bytes, double scale) {
  std::vector<double> out{0.0};
  for (const std::uint32_t length : bytes)
    out.push_back(out.back() + scale * length);
  return out;
}

BeadType type_of(const Bead& bead) {
  return {static_cast<std::uint8_t>(bead.source_count),
          static_cast<std::uint8_t>(bead.target_count)};
}

std::span<const std::uint8_t> flags_of(const VectorSide& side, Stretch stretch) {
  const std::span<const std::uint8_t> all(side.begins_block);
  return all.empty() ? all : all.subspan(stretch.begin, stretch.end - stretch.begin);
}

class TextSearch {
 public:
  TextSearch(const VectorSide& source, const VectorSide& target, const VectorWeights& weights,
             const std::function<void()>& poll)
      : source_(source),
        target_(target),
        weights_(weights),
        priors_(weights.priors()),
        poll_(poll),
        similarity_(source.vectors, target.vectors) {
    // Both lengths on the scale in the middle of the two.
    const double from = sums_of(source.bytes, 1).back();
    const double to = sums_of(target.bytes, 1).back();
    double ratio = from > 0 && to > 0 ? to / from : 1.0;
    if (ratio > kMostRatio || ratio < 1 / kMostRatio) ratio = 1;
    source_bytes_ = sums_of(source.bytes, std::sqrt(ratio));
    target_bytes_ = sums_of(target.bytes, 1 / std::sqrt(ratio));
  }

  std::vector<Bead> run(const std::vector<VectorSection>& sections) {
    const double match = match_of(search(sections, weights_.usual_match, false));
    return search(sections, match, true);
  }

 private:
  std::vector<Bead> search(const std::vector<VectorSection>& sections, double match,
                           bool with_scores) {
    std::vector<Bead> out;
    const PairGain gain(similarity_, source_bytes_, target_bytes_, weights_, match);
    for (std::size_t i = 0; i < sections.size(); ++i)
      search_section(i, sections[i], gain, with_scores, out);
    return out;
  }
  void search_section(std::size_t index, const VectorSection& section, const PairGain& gain,
                      bool with_scores, std::vector<Bead>& out);
  void score(const VectorSection& section, const PairGain& gain, const BorderPrices& borders,
             VectorGains& gains, std::vector<Bead>& beads);
  /// The similarity of translations here.
  [[nodiscard]] double match_of(const std::vector<Bead>& beads) const;

  const VectorSide& source_;
  const VectorSide& target_;
  const VectorWeights& weights_;
  BeadPriors priors_;
  const std::function<void()>& poll_;
  Similarity similarity_;
  std::vector<double> source_bytes_;
  std::vector<double> target_bytes_;
  std::map<std::size_t, BandFollower> followers_;  // of sections: the second search begins there
};

void TextSearch::search_section(std::size_t index, const VectorSection& section,
                                const PairGain& gain, bool with_scores, std::vector<Bead>& out) {
  const std::size_t rows = section.source.end - section.source.begin + std::size_t{1};
  const std::size_t columns = section.target.end - section.target.begin + std::size_t{1};
  std::vector<Bead> beads;
  if (poll_) poll_();
  if (rows > 1 && columns > 1) {
    const BorderPrices borders(flags_of(source_, section.source), flags_of(target_, section.target),
                               priors_.border);
    VectorGains gains(gain, section.source, section.target);
    BeadSearch search(priors_, borders, gains);
    const auto [known, fresh] = followers_.try_emplace(index, std::vector<std::uint32_t>{0}, 1);
    if (fresh) {
      known->second = coarse_path(source_.vectors, target_.vectors, section.source, section.target,
                                  weights_, poll_);
    }
    BandFollower& follower = known->second;
    beads = search.run(with_rising_borders(follower.band()));
    while (follower.follow(path_of(beads, rows))) {
      if (poll_) poll_();
      beads = search.run(with_rising_borders(follower.band()));
    }
    if (with_scores) score(section, gain, borders, gains, beads);
  } else {
    for (std::uint32_t i = 0; i + 1 < rows; ++i)
      beads.push_back({i, 1, 0, 0, 0});
    for (std::uint32_t j = 0; j + 1 < columns; ++j)
      beads.push_back({0, 0, j, 1, 0});
  }
  for (Bead& bead : beads) {
    bead.source_begin += section.source.begin;
    bead.target_begin += section.target.begin;
    out.push_back(bead);
  }
}

void TextSearch::score(const VectorSection& section, const PairGain& gain,
                       const BorderPrices& borders, VectorGains& gains, std::vector<Bead>& beads) {
  const std::size_t rows = section.source.end - section.source.begin + std::size_t{1};
  const std::size_t columns = section.target.end - section.target.begin + std::size_t{1};
  BeadPosteriors posteriors(priors_, borders, gains, kPosteriorSharpness);
  posteriors.run(band_near(beads, rows, columns));
  for (Bead& bead : beads) {
    if (bead.is_null()) continue;
    const double ratio =
        gain.by_vectors(type_of(bead), section.source.begin + bead.source_begin + bead.source_count,
                        section.target.begin + bead.target_begin + bead.target_count);
    bead.score = posteriors.of(bead) / (1 + std::exp(-ratio));
  }
}

double TextSearch::match_of(const std::vector<Bead>& beads) const {
  std::vector<double> values;
  for (const Bead& bead : beads) {
    if (bead.source_count != 1 || bead.target_count != 1) continue;
    values.push_back(double{similarity_({1, 1}, bead.source_begin + 1, bead.target_begin + 1)});
  }
  if (values.empty()) return weights_.usual_match;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  const auto count = static_cast<double>(values.size());
  const double mixed =
      (count * *middle + kUsualBeads * weights_.usual_match) / (count + kUsualBeads);
  return std::clamp(mixed, kLeastMatch, kMostMatch);
}

}  // namespace

std::vector<Bead> align_vectors(const VectorSide& source, const VectorSide& target,
                                const std::vector<VectorSection>& sections,
                                const VectorWeights& weights, const std::function<void()>& poll) {
  return TextSearch(source, target, weights, poll).run(sections);
}

}  // namespace weft
