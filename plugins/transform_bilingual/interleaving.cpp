// SPDX-License-Identifier: Apache-2.0
/// Dynamic programming over a sequence of units; after Gale and Church (1993), with lone units
/// between pairs in place of deletions.

#include "interleaving.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kAlone = 2.2;        // a unit without translation
constexpr double kLongGroup = 1.5;    // each unit beyond one on a side
constexpr double kSpread = 0.35;      // standard deviation of the logarithm of lengths' ratio
constexpr double kOtherType = 2.0;    // a heading against a paragraph
constexpr double kMostAnchors = 1.8;  // what shared anchors are worth at most
constexpr std::size_t kLongest = 3;   // units of one side in a group

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Indexes of one stream's units, in text order.
std::vector<std::size_t> stream_of(const std::vector<Unit>& units, Stream stream) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].stream == stream) out.push_back(i);
  }
  return out;
}

/// The usual ratio of the second side's length to the first's: the median over neighbours that
/// change from the first side to the second.
double usual_ratio(const std::vector<Unit>& units, std::uint32_t first) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (units[i].side == first && units[i + 1].side != first &&
        units[i].stream == units[i + 1].stream)
      ratios.push_back(std::log(units[i + 1].size / units[i].size));
  }
  if (ratios.empty()) return 1;
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return std::exp(*middle);
}

std::set<std::string> united(const std::vector<const Unit*>& units) {
  std::set<std::string> out;
  for (const Unit* unit : units)
    out.insert(unit->anchors.begin(), unit->anchors.end());
  return out;
}

/// From 0 (nothing shared) to kMostAnchors; 0 as well where there is nothing to share.
double anchor_gain(const std::vector<const Unit*>& left, const std::vector<const Unit*>& right) {
  const std::set<std::string> a = united(left);
  const std::set<std::string> b = united(right);
  if (a.empty() || b.empty()) return 0;
  const auto shared = static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](const std::string& one) { return b.count(one) != 0; }));
  return kMostAnchors * shared / static_cast<double>(std::min(a.size(), b.size()));
}

double size_of(const std::vector<const Unit*>& units) {
  double size = 0;
  for (const Unit* unit : units)
    size += unit->size;
  return size;
}

/// The least cost of reading one stream, and the choices made.
class Reader {
 public:
  Reader(const std::vector<Unit>& units, std::vector<std::size_t> stream, std::uint32_t first,
         double ratio)
      : units_(units), stream_(std::move(stream)), first_(first), ratio_(ratio) {}

  double read(std::vector<Pair>& pairs) {
    const std::size_t count = stream_.size();
    best_.assign(count + 1, {});
    for (std::size_t end = 1; end <= count; ++end) {
      best_[end] = {best_[end - 1].cost + kAlone, 0, 0, 0};
      for (std::size_t second = 1; second <= kLongest && second < end; ++second)
        try_groups(end, second);
    }
    const std::size_t begin = pairs.size();
    for (std::size_t end = count; end > 0;) {
      const Choice& choice = best_[end];
      if (choice.second == 0) {
        --end;
        continue;
      }
      pairs.push_back(pair_at(end, choice));
      end -= choice.first + choice.second;
    }
    std::reverse(pairs.begin() + static_cast<std::ptrdiff_t>(begin), pairs.end());
    return best_[count].cost;
  }

 private:
  struct Choice {
    double cost = 0;
    std::size_t first = 0;
    std::size_t second = 0;
    double pair_cost = 0;
  };

  [[nodiscard]] const Unit& unit(std::size_t i) const { return units_[stream_[i]]; }

  /// Groups ending at `end` whose last `second` units are translations.
  void try_groups(std::size_t end, std::size_t second) {
    if (unit(end - second).side == first_) return;
    for (std::size_t first = 1; first <= kLongest && first + second <= end; ++first) {
      const std::size_t begin = end - second - first;
      if (unit(begin).side != first_) return;
      const double cost = group_cost(begin, first, second);
      const double total = best_[begin].cost + cost;
      if (total < best_[end].cost) best_[end] = {total, first, second, cost};
    }
  }

  [[nodiscard]] std::vector<const Unit*> group(std::size_t begin, std::size_t count) const {
    std::vector<const Unit*> out;
    for (std::size_t i = begin; i < begin + count; ++i)
      out.push_back(&unit(i));
    return out;
  }

  [[nodiscard]] double group_cost(std::size_t begin, std::size_t first, std::size_t second) const {
    const std::vector<const Unit*> left = group(begin, first);
    const std::vector<const Unit*> right = group(begin + first, second);
    const double off = std::log(size_of(right) / (size_of(left) * ratio_)) / kSpread;
    double cost = off * off / 2 + kLongGroup * static_cast<double>(first + second - 2);
    if (left.front()->heading != right.front()->heading) cost += kOtherType;
    return cost - anchor_gain(left, right);
  }

  [[nodiscard]] Pair pair_at(std::size_t end, const Choice& choice) const {
    Pair out;
    out.cost = choice.pair_cost;
    const std::size_t middle = end - choice.second;
    for (std::size_t i = middle - choice.first; i < end; ++i)
      (i < middle ? out.first : out.second).push_back(stream_[i]);
    return out;
  }

  const std::vector<Unit>& units_;
  std::vector<std::size_t> stream_;
  std::uint32_t first_;
  double ratio_;
  std::vector<Choice> best_;
};

double share_paired(const std::vector<Unit>& units, const std::vector<Pair>& pairs) {
  double all = 0;
  double paired = 0;
  for (const Unit& unit : units)
    all += unit.stream == Stream::kBody ? unit.size : 0;
  for (const Pair& pair : pairs) {
    for (const std::vector<std::size_t>& side : {pair.first, pair.second}) {
      for (const std::size_t i : side)
        paired += units[i].stream == Stream::kBody ? units[i].size : 0;
    }
  }
  return all > 0 ? paired / all : 0;
}

}  // namespace

std::set<std::string> anchors_of(std::string_view text) {
  std::set<std::string> out;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_ascii_word(text[begin])) continue;
    std::size_t end = begin;
    std::string word;
    bool marked = false;
    for (; end < text.size() && is_ascii_word(text[end]); ++end) {
      const char c = text[end];
      const bool capital = c >= 'A' && c <= 'Z';
      marked |= capital || (c >= '0' && c <= '9');
      word.push_back(capital ? static_cast<char>(c - 'A' + 'a') : c);
    }
    if (marked && word.size() > 1) out.insert(std::move(word));
    begin = end;
  }
  return out;
}

Interleaving find_interleaving(const std::vector<Unit>& units) {
  Interleaving best;
  double least = std::numeric_limits<double>::max();
  for (const std::uint32_t first : {0U, 1U}) {
    Interleaving made;
    made.first_side = first;
    const double ratio = usual_ratio(units, first);
    double cost = 0;
    for (const Stream stream : {Stream::kHead, Stream::kBody, Stream::kBeside})
      cost += Reader(units, stream_of(units, stream), first, ratio).read(made.pairs);
    if (cost >= least) continue;
    least = cost;
    best = std::move(made);
  }
  std::sort(best.pairs.begin(), best.pairs.end(),
            [](const Pair& a, const Pair& b) { return a.first.front() < b.first.front(); });
  best.paired_share = share_paired(units, best.pairs);
  return best;
}

}  // namespace weft
