// SPDX-License-Identifier: Apache-2.0
/// After Gale and Church (1993), with words for characters and a variance that falls with length.

#include "fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text_weight.hpp"

namespace weft {
namespace {

// The variance of the logarithm of a translation's ratio is kVariance + kPerWord / words: four
// development sets (two of fiction, one of reports, the Bible) agree within a fifth of that.
constexpr double kVariance = 0.02;
constexpr double kPerWord = 0.9;
constexpr double kChance = 1.0;       // the same of texts put together by chance, beyond kPerWord
constexpr double kMostAnchors = 1.8;  // what shared anchors are worth at most
constexpr double kOtherType = 2.0;    // a heading against a paragraph
constexpr double kDrawn = 4;          // ratios that weigh as much as what is known beforehand
constexpr double kLeastSize = 0.5;    // words
constexpr double kLowest = -3;        // evidence of one pair
constexpr double kAnchorsMissing = 0.4;  // numbers may be spelled out, names transcribed

/// The logarithm of how much likelier it is in translations than by chance that both texts have a
/// mark, or that one of them has: question, exclamation, quotation marks, brackets, colons.
struct MarkWorth {
  double both;
  double one;
};
constexpr std::array<MarkWorth, kMarkKinds> kMarkWorth = {
    {{1.8, -1.6}, {1.6, -0.7}, {1.2, -0.4}, {1.4, -0.6}, {0.8, -0.4}}};

double mark_evidence(const Bulk& first, const Bulk& second) {
  double out = 0;
  for (std::size_t i = 0; i < kMarkKinds; ++i) {
    const bool left = ((first.marks >> i) & 1U) != 0;
    const bool right = ((second.marks >> i) & 1U) != 0;
    if (left || right) out += left && right ? kMarkWorth.at(i).both : kMarkWorth.at(i).one;
  }
  return out;
}

double variance_of(const Bulk& first, const Bulk& second) {
  return kVariance + kPerWord / std::max(kLeastSize, std::min(first.size, second.size));
}

}  // namespace

Bulk bulk_of(const std::vector<Piece>& pieces, std::span<const std::size_t> members) {
  Bulk out;
  if (!members.empty()) out.heading = pieces[members.front()].heading;
  for (const std::size_t i : members) {
    out.size += pieces[i].size;
    out.marks |= pieces[i].marks;
    out.anchors.insert(out.anchors.end(), pieces[i].anchors.begin(), pieces[i].anchors.end());
  }
  if (members.size() > 1) {
    std::sort(out.anchors.begin(), out.anchors.end());
    out.anchors.erase(std::unique(out.anchors.begin(), out.anchors.end()), out.anchors.end());
  }
  return out;
}

double shared_anchors(const Bulk& first, const Bulk& second) {
  if (first.anchors.empty() || second.anchors.empty()) return -1;
  std::size_t shared = 0;
  for (auto a = first.anchors.begin(), b = second.anchors.begin();
       a != first.anchors.end() && b != second.anchors.end();) {
    if (*a == *b) {
      ++shared;
      ++a;
      ++b;
    } else {
      ++(*a < *b ? a : b);
    }
  }
  return static_cast<double>(shared) /
         static_cast<double>(std::min(first.anchors.size(), second.anchors.size()));
}

FitModel FitModel::of(std::vector<double> ratios) {
  if (ratios.empty()) return {};
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  const auto count = static_cast<double>(ratios.size());
  return {*middle * count / (count + kDrawn)};
}

double FitModel::off(const Bulk& first, const Bulk& second, std::uint32_t first_side) const {
  const double ratio =
      std::log(std::max(kLeastSize, second.size) / std::max(kLeastSize, first.size));
  return first_side == 0 ? ratio - usual : ratio + usual;
}

double FitModel::cost(const Bulk& first, const Bulk& second, std::uint32_t first_side) const {
  const double distance = off(first, second, first_side);
  double out = distance * distance / variance_of(first, second) / 2;
  if (first.heading != second.heading) out += kOtherType;
  return out - kMostAnchors * std::max(0.0, shared_anchors(first, second)) -
         mark_evidence(first, second);
}

double FitModel::evidence(const Bulk& first, const Bulk& second, std::uint32_t first_side) const {
  const double distance = off(first, second, first_side);
  const double variance = variance_of(first, second);
  const double chance = variance + kChance;
  double out =
      (std::log(chance / variance) - distance * distance * (1 / variance - 1 / chance)) / 2;
  out += mark_evidence(first, second);
  const double shared = shared_anchors(first, second);
  if (shared >= 0) out += shared > 0 ? kMostAnchors * shared : -kAnchorsMissing;
  return std::max(kLowest, out);
}

}  // namespace weft
