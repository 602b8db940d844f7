// SPDX-License-Identifier: Apache-2.0
/// Sections that begin at headings and numbers, aligned as blocks are.

#include <algorithm>

#include "block_path.hpp"
#include "leading_number.hpp"
#include "two_blocks.hpp"

namespace weft {
namespace {

constexpr double kFits = 0.3;                               // evidence a pair must have on average
constexpr double kWorst = -1.5;                             // and at least, block to block
constexpr double kInPairs = 0.95;                           // of the text, for links of sections
constexpr std::uint64_t kNumberMark = 0x9E3779B97F4A7C15U;  // no hash of a word by itself

using Half = std::vector<std::size_t>;

/// Consecutive blocks of a half, the first of which is a heading or begins with a number.
struct Section {
  Half members;
  bool heading = false;
};

std::vector<Section> sections_of(const std::vector<Piece>& pieces,
                                 const std::vector<std::string_view>& texts, const Half& half,
                                 std::vector<Piece>& wholes) {
  std::vector<Section> out;
  std::vector<std::uint32_t> numbers;
  for (const std::size_t i : half) {
    const std::uint32_t number = leading_number(texts[i]);
    if (out.empty() || pieces[i].heading || number > 0) {
      out.push_back({{}, pieces[i].heading});
      numbers.push_back(number);
    }
    out.back().members.push_back(i);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Bulk bulk = bulk_of(pieces, out[i].members);
    Piece& whole = wholes.emplace_back();
    whole.side = pieces[out[i].members.front()].side;
    whole.size = bulk.size;
    whole.heading = out[i].heading;
    whole.anchors = bulk.anchors;
    if (numbers[i] == 0) continue;
    const std::uint64_t number = kNumberMark * numbers[i];
    whole.anchors.insert(std::upper_bound(whole.anchors.begin(), whole.anchors.end(), number),
                         number);
  }
  return out;
}

Half indexes(std::size_t begin, std::size_t end) {
  Half out;
  for (std::size_t i = begin; i < end; ++i)
    out.push_back(i);
  return out;
}

/// Makes pairs of blocks that stand for each other.
class Pairing {
 public:
  Pairing(const std::vector<Piece>& pieces, const FitModel& model)
      : pieces_(pieces), model_(model) {}

  /// One block to one, where there are as many and they fit.
  bool add_single(const Half& left, const Half& right) {
    if (left.size() != right.size() || left.empty()) return false;
    std::vector<Pair> made;
    double evidence = 0;
    double worst = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      made.push_back(pair({left[i]}, {right[i]}));
      evidence += made.back().evidence;
      worst = std::min(worst, made.back().evidence);
    }
    if (evidence < kFits * static_cast<double>(made.size()) || worst < kWorst) return false;
    std::move(made.begin(), made.end(), std::back_inserter(pairs_));
    return true;
  }
  /// One block to one where that fits, else all to all.
  void add(const Half& left, const Half& right) {
    if (left.empty() || right.empty() || add_single(left, right)) return;
    pairs_.push_back(pair(left, right));
  }
  /// A section: its heading by itself.
  void add_section(const Section& left, const Section& right) {
    if (!left.heading || !right.heading) {
      add(left.members, right.members);
      return;
    }
    add({left.members.front()}, {right.members.front()});
    add({left.members.begin() + 1, left.members.end()},
        {right.members.begin() + 1, right.members.end()});
  }
  std::vector<Pair> take() { return std::move(pairs_); }

 private:
  [[nodiscard]] Pair pair(const Half& left, const Half& right) const {
    return {left, right,
            model_.evidence(bulk_of(pieces_, left), bulk_of(pieces_, right),
                            pieces_[left.front()].side)};
  }

  const std::vector<Piece>& pieces_;
  const FitModel& model_;
  std::vector<Pair> pairs_;
};

Half members_of(const std::vector<Section>& sections, const Half& which, std::size_t offset) {
  Half out;
  for (const std::size_t i : which) {
    const Half& members = sections[i - offset].members;
    out.insert(out.end(), members.begin(), members.end());
  }
  return out;
}

/// Most of the text is in pairs, and they fit.
bool is_good(const std::vector<Pair>& path, const std::vector<Piece>& wholes) {
  double all = 0;
  double paired = 0;
  double evidence = 0;
  for (const Piece& whole : wholes)
    all += whole.size;
  for (const Pair& pair : path) {
    paired += bulk_of(wholes, pair.first).size + bulk_of(wholes, pair.second).size;
    evidence += pair.evidence;
  }
  return path.size() > 1 && paired >= kInPairs * all &&
         evidence >= kFits * static_cast<double>(path.size());
}

}  // namespace

std::vector<Pair> pair_sections(const std::vector<Piece>& pieces,
                                const std::vector<std::string_view>& texts, const Halves& halves,
                                const FitModel& model) {
  Pairing pairing(pieces, model);
  if (pairing.add_single(halves.first, halves.second)) return pairing.take();
  std::vector<Piece> wholes;
  const std::vector<Section> first = sections_of(pieces, texts, halves.first, wholes);
  const std::vector<Section> second = sections_of(pieces, texts, halves.second, wholes);
  const std::vector<Pair> path = align_blocks(
      wholes, indexes(0, first.size()), indexes(first.size(), first.size() + second.size()), model);
  if (!is_good(path, wholes)) return {};
  for (const Pair& sections : path) {
    if (sections.first.size() == 1 && sections.second.size() == 1) {
      pairing.add_section(first[sections.first.front()],
                          second[sections.second.front() - first.size()]);
    } else {
      pairing.add(members_of(first, sections.first, 0),
                  members_of(second, sections.second, first.size()));
    }
  }
  return pairing.take();
}

}  // namespace weft
