// SPDX-License-Identifier: Apache-2.0
/// Where a text changes language, and whether what follows is what stood before.

#include "two_blocks.hpp"

#include <algorithm>
#include <cmath>

#include "block_path.hpp"

namespace weft {
namespace {

constexpr double kPureHalf = 0.9;         // of the body's size on the right side of the change
constexpr std::size_t kFewestBlocks = 2;  // on either side
constexpr std::size_t kJudged = 200;      // blocks of the first half that evidence is taken from
constexpr double kHalfAlone = 0.5;        // against, for each block without a translation
constexpr double kRatioVariance = 0.09;   // of the logarithm of whole texts' ratio
constexpr double kChanceVariance = 1.0;

std::vector<std::size_t> body_of(const std::vector<Piece>& pieces) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].stream == Stream::kBody && pieces[i].pairs) out.push_back(i);
  return out;
}

double size_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& members) {
  double out = 0;
  for (const std::size_t i : members)
    out += pieces[i].size;
  return out;
}

/// The first members that hold that share of the text.
std::vector<std::size_t> beginning(const std::vector<Piece>& pieces,
                                   const std::vector<std::size_t>& members, double share) {
  const double enough = share * size_of(pieces, members);
  std::vector<std::size_t> out;
  double size = 0;
  for (const std::size_t i : members) {
    if (size >= enough || out.size() == 2 * kJudged) break;
    size += pieces[i].size;
    out.push_back(i);
  }
  return out;
}

double path_evidence(const std::vector<Piece>& pieces, const std::vector<std::size_t>& first,
                     const std::vector<std::size_t>& second, const FitModel& model) {
  double out = 0;
  std::size_t in_pairs = 0;
  for (const Pair& pair : align_blocks(pieces, first, second, model)) {
    out += pair.evidence;
    in_pairs += pair.first.size() + pair.second.size();
  }
  return out - kHalfAlone * static_cast<double>(first.size() + second.size() - in_pairs);
}

}  // namespace

Halves find_halves(const std::vector<Piece>& pieces) {
  const std::vector<std::size_t> body = body_of(pieces);
  // How much more of the body is on the right side if the change is here; for both orders.
  double all = 0;
  double best = 0;
  double balance = 0;  // of side 0 less side 1, up to here
  double whole = 0;
  for (const std::size_t i : body) {
    all += pieces[i].size;
    whole += pieces[i].side == 0 ? pieces[i].size : -pieces[i].size;
  }
  std::size_t change = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const Piece& piece = pieces[body[i]];
    balance += piece.side == 0 ? piece.size : -piece.size;
    const double right = std::abs(2 * balance - whole);
    if (right > best) {
      best = right;
      change = i + 1;
    }
  }
  if (all <= 0 || (all + best) / 2 < kPureHalf * all || change == 0) return {};
  double before = 0;
  for (std::size_t i = 0; i < change; ++i)
    before += pieces[body[i]].side == 0 ? pieces[body[i]].size : -pieces[body[i]].size;
  const std::uint32_t first_side = before > 0 ? 0 : 1;
  Halves out;
  for (const std::size_t i : body)
    (pieces[i].side == first_side ? out.first : out.second).push_back(i);
  if (out.first.size() < kFewestBlocks || out.second.size() < kFewestBlocks) return {};
  return out;
}

FitModel model_of_halves(const std::vector<Piece>& pieces, const Halves& halves) {
  const double ratio =
      std::log(size_of(pieces, halves.second) / std::max(1.0, size_of(pieces, halves.first)));
  const bool forward = pieces[halves.first.front()].side == 0;
  return {(forward ? ratio : -ratio)};
}

double evidence_of(const std::vector<Piece>& pieces, const Halves& halves, const FitModel& model) {
  const double chance = kRatioVariance + kChanceVariance;
  const double length = (std::log(chance / kRatioVariance) -
                         model.usual * model.usual * (1 / kRatioVariance - 1 / chance)) /
                        2;
  const double share =
      std::min(1.0, static_cast<double>(kJudged) / static_cast<double>(halves.first.size()));
  const std::vector<std::size_t> first = beginning(pieces, halves.first, share);
  std::vector<std::size_t> second = beginning(pieces, halves.second, share);
  const double in_order = path_evidence(pieces, first, second, model);
  // What a path finds in texts of these sizes that are no translations: the same, backwards.
  std::reverse(second.begin(), second.end());
  const double backwards = path_evidence(pieces, first, second, model);

  return length + in_order - std::max(0.0, backwards);
}

}  // namespace weft
