// SPDX-License-Identifier: Apache-2.0
/// Looks at the end of every sentence; sums by position.
#include "line_prices.hpp"

#include <algorithm>
#include <cmath>

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

// Of the unmarked lines of texts at large: left out, and joined.
constexpr double kUsuallyAlone = 0.2;
constexpr double kUsuallyJoined = 0.1;
constexpr double kUsualLines = 5;  // lines
constexpr double kMostPriceChange = 3;

bool closes(char32_t point) {
  constexpr std::u32string_view kClosing = U" \t\u3000\"'”’»›)）]］】」』》〉";
  return kClosing.find(point) != std::u32string_view::npos;
}

bool ends_unmarked(std::string_view sentence) {
  std::size_t end = sentence.size();
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && !on_border(sentence, at))
      --at;
    std::size_t next = at;
    const char32_t point = next_code_point(sentence, next);
    if (!closes(point)) return script_of(point) != Script::kNone;
    end = at;
  }
  return false;
}

float change(double count, double lines, double usual) {
  const double share = (count + kUsualLines * usual) / (lines + kUsualLines);
  return static_cast<float>(
      std::clamp(std::log(share / usual), -kMostPriceChange, kMostPriceChange));
}

}  // namespace

LinePrices::LinePrices(const std::vector<std::string_view>& source,
                       const std::vector<std::string_view>& target, const Weights& weights)
    : weights_(weights), source_(read(source)), target_(read(target)) {
  price(source_, weights_.unmarked_joined, weights_.unmarked_alone);
  price(target_, weights_.unmarked_joined, weights_.unmarked_alone);
}

LinePrices::Side LinePrices::read(const std::vector<std::string_view>& sentences) {
  Side side;
  for (const std::string_view sentence : sentences)
    side.before.push_back(side.before.back() + (ends_unmarked(sentence) ? 1U : 0U));
  return side;
}

void LinePrices::price(Side& side, float joined, float alone) const {
  const std::size_t count = side.before.size() - 1;
  const float share =
      count > 0 ? static_cast<float>(side.before.back()) / static_cast<float>(count) : 0.0F;
  const float say = std::clamp(2 - 4 * share, 0.0F, 1.0F);
  side.joined = say * joined;
  side.alone.assign(count, 0.0F);
  for (std::size_t i = 0; i < count; ++i) {
    if (side.is_unmarked(i)) side.alone[i] = say * alone;
  }
}

void LinePrices::Counts::add(const Side& side, std::size_t begin, std::size_t count, bool is_null) {
  const double lines = side.before[begin + count] - side.before[begin];
  if (is_null)
    alone += lines;
  else if (count > 1)
    joined += lines;
}

void LinePrices::fit(const std::vector<Bead>& beads, float strength) {
  Counts source;
  Counts target;
  for (const Bead& bead : beads) {
    source.add(source_, bead.source_begin, bead.source_count, bead.is_null());
    target.add(target_, bead.target_begin, bead.target_count, bead.is_null());
  }
  const auto reprice = [&](Side& side, const Counts& counts) {
    const double lines = side.before.back();
    price(side, weights_.unmarked_joined + strength * change(counts.joined, lines, kUsuallyJoined),
          weights_.unmarked_alone + strength * change(counts.alone, lines, kUsuallyAlone));
  };
  reprice(source_, source);
  reprice(target_, target);
}

void LinePrices::add(BeadType type, std::size_t row, std::size_t column,
                     std::span<float> out) const {
  const float source = type.source > 1
                           ? source_.joined * static_cast<float>(source_.before[row] -
                                                                 source_.before[row - type.source])
                           : 0.0F;
  if (source != 0) {
    for (float& gain : out)
      gain += source;
  }
  if (type.target < 2 || target_.joined == 0 || target_.before.back() == 0) return;
  const std::uint32_t* ends = target_.before.data() + column;
  for (std::size_t k = 0; k < out.size(); ++k)
    out[k] += target_.joined * static_cast<float>(ends[k] - *(ends + k - type.target));
}

}  // namespace weft
