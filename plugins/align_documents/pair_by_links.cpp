// SPDX-License-Identifier: Apache-2.0
/// Edges from links and addresses, the surest first.
#include "pair_by_links.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "weft/text/wording_sketch.hpp"

namespace weft {
namespace {

struct Edge {
  std::size_t from = 0;
  std::size_t to = 0;
  double score = 0;
};

constexpr double kBoth = 1;
constexpr double kOne = 0.95;
constexpr double kBothMarked = 0.9;
constexpr double kOneMarked = 0.85;

class LinkFinder {
 public:
  LinkFinder(const std::vector<DocumentNote>& notes, const std::vector<bool>& free)
      : notes_(notes), free_(free) {}

  LinkedGroups find() {
    add_claims();
    add_addresses();
    std::stable_sort(edges_.begin(), edges_.end(),
                     [](const Edge& a, const Edge& b) { return a.score > b.score; });
    std::vector<std::uint8_t> ranges;
    for (const DocumentNote& note : notes_)
      ranges.push_back(note.range);
    Grouping grouping(std::move(ranges));
    for (const Edge& edge : edges_)
      grouping.join(edge.from, edge.to, edge.score);
    std::sort(contested_.begin(), contested_.end());
    contested_.erase(std::unique(contested_.begin(), contested_.end()), contested_.end());
    return {grouping.groups(), std::move(contested_)};
  }

 private:
  [[nodiscard]] bool usable(std::size_t document) const {
    return free_[document] && notes_[document].standing == Standing::kOneLanguage;
  }

  void add_claims() {
    std::unordered_map<std::uint64_t, std::size_t> at;
    for (std::size_t i = 0; i < notes_.size(); ++i)
      if (usable(i) && notes_[i].address != 0) at.emplace(notes_[i].address, i);
    // Of one document in the order of its links.
    std::vector<std::pair<std::size_t, std::size_t>> said;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      if (!usable(i)) continue;
      for (const Claim& claim : notes_[i].claims) {
        const auto target = at.find(claim.address);
        if (target == at.end()) continue;
        const DocumentNote& other = notes_[target->second];
        const bool as_said = claim.range == kNoRange || claim.range == other.range;
        if (as_said && other.range != notes_[i].range) said.emplace_back(i, target->second);
      }
    }
    std::map<std::pair<std::size_t, std::size_t>, bool> known;
    for (const auto& claim : said)
      known.emplace(claim, true);
    std::map<std::pair<std::size_t, std::uint8_t>, std::vector<std::size_t>> one_way;
    for (const auto& [from, to] : said) {
      if (known.count({to, from}) != 0) {
        if (from < to) edges_.push_back({from, to, kBoth});
      } else {
        one_way[{to, notes_[from].range}].push_back(from);
      }
    }
    for (const auto& [target, claimers] : one_way) {
      if (all_alike(claimers)) {
        edges_.push_back({claimers.front(), target.first, kOne});
      } else {
        contested_.push_back(target.first);
      }
    }
  }

  [[nodiscard]] bool all_alike(const std::vector<std::size_t>& documents) const {
    return std::all_of(documents.begin(), documents.end(), [&](std::size_t document) {
      return document == documents.front() ||
             is_near(notes_[document].sketch, notes_[documents.front()].sketch);
    });
  }

  void add_addresses() {
    std::map<std::uint64_t, std::map<std::uint8_t, std::vector<std::size_t>>> same;
    for (std::size_t i = 0; i < notes_.size(); ++i)
      if (usable(i) && notes_[i].neutral != 0)
        same[notes_[i].neutral][notes_[i].range].push_back(i);
    for (const auto& [neutral, by_range] : same) {
      for (auto a = by_range.begin(); a != by_range.end(); ++a)
        for (auto b = std::next(a); b != by_range.end(); ++b)
          add_address_pair(a->second, b->second);
    }
  }

  void add_address_pair(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    const bool marked_a = notes_[a.front()].marked;
    const bool marked_b = notes_[b.front()].marked;
    if ((!marked_a && !marked_b) || !all_alike(a) || !all_alike(b)) return;
    edges_.push_back({a.front(), b.front(), marked_a && marked_b ? kBothMarked : kOneMarked});
  }

  const std::vector<DocumentNote>& notes_;
  const std::vector<bool>& free_;
  std::vector<Edge> edges_;
  std::vector<std::size_t> contested_;
};

}  // namespace

LinkedGroups pair_by_links(const std::vector<DocumentNote>& notes, const std::vector<bool>& free) {
  return LinkFinder(notes, free).find();
}

}  // namespace weft
