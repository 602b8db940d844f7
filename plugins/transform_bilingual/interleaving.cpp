// SPDX-License-Identifier: Apache-2.0
/// Dynamic programming over a sequence of pieces; after Gale and Church (1993), with lone pieces
/// between pairs in place of deletions, and the order of languages as a state.

#include "interleaving.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace weft {
namespace {

constexpr double kAlone = 2.2;  // a piece without translation: at most, and at least
constexpr double kLeastAlone = 1;
constexpr double kAlonePerWord = 0.2;
constexpr double kLongGroup = 1.5;   // each piece beyond one on a side
constexpr double kRuns = 3.0;        // two runs longer than groups may be
constexpr double kTurn = 3.0;        // the other language comes first from here on
constexpr double kOtherCut = 1.0;    // a whole block against a part of one
constexpr std::size_t kLongest = 3;  // pieces of one side in a group

/// The least cost of reading one stream, and the choices made.
class Reader {
 public:
  Reader(const std::vector<Piece>& pieces, std::vector<std::size_t> stream, const FitModel& model)
      : pieces_(pieces), stream_(std::move(stream)), model_(model) {}

  void read(std::vector<Pair>& pairs) {
    find_runs();
    const std::size_t count = stream_.size();
    best_.assign(count + 1, {});
    for (std::size_t end = 1; end <= count; ++end) {
      for (std::uint32_t order = 0; order < 2; ++order)
        best_[end].at(order) = {best_[end - 1].at(order).cost + alone(end - 1), 0, 0, order};
      for (std::size_t second = 1; second <= kLongest && second < end; ++second)
        try_groups(end, second);
      try_runs(end);
    }
    walk_back(pairs);
  }

 private:
  /// How a prefix ends: with a group of so many pieces, or (none) a lone one. `before` is the order
  /// of what comes before.
  struct Choice {
    double cost = 0;
    std::size_t first = 0;
    std::size_t second = 0;
    std::uint32_t before = 0;
  };

  [[nodiscard]] const Piece& piece(std::size_t i) const { return pieces_[stream_[i]]; }

  [[nodiscard]] double alone(std::size_t i) const {
    return std::min(kAlone, kLeastAlone + kAlonePerWord * piece(i).size);
  }

  void find_runs() {
    run_begin_.assign(stream_.size(), 0);
    for (std::size_t i = 1; i < stream_.size(); ++i)
      run_begin_[i] = piece(i).side == piece(i - 1).side ? run_begin_[i - 1] : i;
  }

  /// Groups ending at `end` whose last `second` pieces are translations.
  void try_groups(std::size_t end, std::size_t second) {
    const std::uint32_t side = piece(end - 1).side;
    if (run_begin_[end - 1] > end - second) return;
    for (std::size_t first = 1; first <= kLongest && first + second <= end; ++first) {
      const std::size_t begin = end - second - first;
      if (piece(begin).side == side) return;
      consider(end, first, second, kLongGroup * static_cast<double>(first + second - 2));
    }
  }

  /// The whole run that ends at `end` with the whole run before it.
  void try_runs(std::size_t end) {
    const std::size_t second = run_begin_[end - 1];
    if (second == 0 || (end < stream_.size() && run_begin_[end] != end)) return;
    const std::size_t first = run_begin_[second - 1];
    if (std::max(end - second, second - first) > kLongest)
      consider(end, second - first, end - second, kRuns);
  }

  void consider(std::size_t end, std::size_t first, std::size_t second, double extra) {
    const std::size_t begin = end - second - first;
    const Bulk left = bulk_of(pieces_, members(begin, first));
    const Bulk right = bulk_of(pieces_, members(begin + first, second));
    const std::uint32_t order = piece(begin).side;
    double cost = model_.cost(left, right, order) + extra;
    if ((piece(begin).cut == Cut::kBlock) != (piece(begin + first).cut == Cut::kBlock))
      cost += kOtherCut;
    for (std::uint32_t before = 0; before < 2; ++before) {
      const double turn = before == order || begin == 0 ? 0 : kTurn;
      const double total = best_[begin].at(before).cost + cost + turn;
      if (total < best_[end].at(order).cost) best_[end].at(order) = {total, first, second, before};
    }
  }

  [[nodiscard]] std::span<const std::size_t> members(std::size_t begin, std::size_t count) const {
    return std::span(stream_).subspan(begin, count);
  }

  void walk_back(std::vector<Pair>& pairs) const {
    std::size_t end = stream_.size();
    std::uint32_t order = best_[end][1].cost < best_[end][0].cost ? 1 : 0;
    while (end > 0) {
      const Choice& choice = best_[end].at(order);
      if (choice.second == 0) {
        --end;
        continue;
      }
      const std::size_t begin = end - choice.first - choice.second;
      const auto left = members(begin, choice.first);
      const auto right = members(begin + choice.first, choice.second);
      const double evidence =
          model_.evidence(bulk_of(pieces_, left), bulk_of(pieces_, right), piece(begin).side);
      pairs.push_back({{left.begin(), left.end()}, {right.begin(), right.end()}, evidence});
      end = begin;
      order = choice.before;
    }
  }

  const std::vector<Piece>& pieces_;
  std::vector<std::size_t> stream_;
  const FitModel& model_;
  std::vector<std::size_t> run_begin_;
  std::vector<std::array<Choice, 2>> best_;
};

}  // namespace

FitModel model_of_neighbours(const std::vector<Piece>& pieces) {
  std::vector<double> ratios;
  const Piece* last = nullptr;
  for (const Piece& piece : pieces) {
    if (!piece.pairs || piece.stream != Stream::kBody || piece.size <= 0) continue;
    if (last != nullptr && last->side != piece.side) {
      const double ratio = std::log(piece.size / last->size);
      ratios.push_back(piece.side == 1 ? ratio : -ratio);
    }
    last = &piece;
  }
  return FitModel::of(std::move(ratios));
}

std::vector<Pair> find_interleaving(const std::vector<Piece>& pieces, const FitModel& model,
                                    const std::vector<bool>& taken) {
  std::vector<Pair> pairs;
  for (const Stream stream : {Stream::kHead, Stream::kBody, Stream::kBeside}) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool free = taken.empty() || !taken[i];
      if (pieces[i].stream == stream && pieces[i].pairs && free) members.push_back(i);
    }
    if (!members.empty()) Reader(pieces, std::move(members), model).read(pairs);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.first.front() < b.first.front(); });
  return pairs;
}

}  // namespace weft
