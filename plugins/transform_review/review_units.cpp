// SPDX-License-Identifier: Apache-2.0
/// Places of parts, on pages and now.
#include "review_units.hpp"

#include <algorithm>
#include <utility>

#include "weft/exports/unit_ids.hpp"

namespace weft {
namespace {

using Units = std::vector<ReviewUnit>;

/// The unit that the pair is in.
std::size_t unit_of(const Units& units, std::size_t pair) {
  const auto behind = std::partition_point(
      units.begin(), units.end(), [&](const ReviewUnit& unit) { return unit.first <= pair; });
  return static_cast<std::size_t>(behind - units.begin()) - 1;
}

std::size_t end_of(const ReviewUnit& unit) {
  return unit.first + unit.count;
}

/// Whether one stands directly behind the other.
template <class Places>
bool side_by_side(const Units& units, const Places& places) {
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const auto& here = places[i];
    const auto& next = places[i + 1];
    const bool last = here.part + 1 == units[here.unit].parts.size();
    if (last ? next.unit != here.unit + 1 || next.part != 0
             : next.unit != here.unit || next.part != here.part + 1)
      return false;
  }
  return true;
}

template <class Value>
void append(std::vector<Value>& all, const std::vector<Value>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

template <class Places>
ReviewPart joined(const Units& units, const Places& places) {
  ReviewPart all;
  for (const auto& place : places) {
    const ReviewPart& part = units[place.unit].parts[place.part];
    append(all.source, part.source);
    append(all.target, part.target);
    for (const std::size_t pair : part.pairs)
      if (all.pairs.empty() || all.pairs.back() != pair) all.pairs.push_back(pair);
    all.whole = all.whole && part.whole;
  }
  return all;
}

bool cuts_fit(const ReviewPart& whole, const Decision& decision) {
  std::pair<std::size_t, std::size_t> from;
  const auto forward = [&](const std::pair<std::size_t, std::size_t>& to) {
    const bool fits = to.first >= from.first && to.second >= from.second && to != from;
    from = to;
    return fits;
  };
  const std::pair end(whole.source.size(), whole.target.size());
  return std::all_of(decision.cuts.begin(), decision.cuts.end(), forward) &&
         from.first <= end.first && from.second <= end.second && forward(end);
}

}  // namespace

ReviewUnits::ReviewUnits(const PairReader& reader, const std::vector<Pair>& pairs,
                         std::string_view document, bool mark)
    : reader_(reader), pairs_(pairs), document_(document), mark_(mark) {
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    ReviewPart part;
    part.source = pairs[i].source.sentences;
    part.target = pairs[i].target.sentences;
    part.pairs = {i};
    units_.push_back({i, 1, {std::move(part)}});
  }
  pages_.push_back(page_of_now());
}

ReviewUnits::Page ReviewUnits::page_of_now() const {
  Page page{units_, {}};
  UnitIds ids(document_);
  for (std::size_t i = 0; i < units_.size(); ++i) {
    for (std::size_t j = 0; j < units_[i].parts.size(); ++j) {
      const ReviewPart& part = units_[i].parts[j];
      if (part.gone) continue;
      const Pair& pair = pairs_[units_[i].first];
      const std::string id = units_[i].is_one_pair() ? ids.next(pair.source.text, pair.target.text)
                                                     : ids.next(reader_.side(part.source).text,
                                                                reader_.side(part.target).text);
      page.by_key.emplace(pair_key(id), Place{i, j});
    }
  }
  return page;
}

/// Where the page had the decision's pairs; empty where it lacked one.
ReviewUnits::Places ReviewUnits::look_up(const Page& page, const Decision& decision) const {
  Places places;
  for (const std::string& key : decision.pairs) {
    const auto found = page.by_key.find(key);
    if (found == page.by_key.end()) return {};
    places.push_back(found->second);
  }
  return places;
}

/// Where the same parts are now; empty where one was reshaped since.
ReviewUnits::Places ReviewUnits::places_now(const Page& page, const Places& places) const {
  Places now;
  for (const Place& place : places) {
    const ReviewPart& part = page.units[place.unit].parts[place.part];
    const std::size_t unit = unit_of(units_, part.pairs.front());
    const auto& parts = units_[unit].parts;
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const ReviewPart& other) {
      return other.source == part.source && other.target == part.target;
    });
    if (same == parts.end()) return {};
    now.push_back({unit, static_cast<std::size_t>(same - parts.begin())});
  }
  return side_by_side(units_, now) ? now : Places();
}

ReviewUnits::Answer ReviewUnits::decide(const Decision& decision) {
  if (decision.round != round_) pages_.push_back(page_of_now());
  round_ = decision.round;
  Answer answer = Answer::kUnmatched;
  // The page of this round first, then those of earlier ones.
  for (auto page = pages_.rbegin(); page != pages_.rend(); ++page) {
    const Places places = look_up(*page, decision);
    if (places.empty()) continue;
    if (side_by_side(page->units, places)) return apply(*page, places, decision);
    answer = Answer::kNoNeighbours;
  }
  return answer;
}

ReviewUnits::Answer ReviewUnits::apply(const Page& page, const Places& places,
                                       const Decision& decision) {
  if (!cuts_fit(joined(page.units, places), decision)) return Answer::kUnmatched;
  Places now = places_now(page, places);
  if (!now.empty()) {
    const bool changes = std::any_of(now.begin(), now.end(), [&](const Place& place) {
      const auto& verdict = units_[place.unit].parts[place.part].verdict;
      return verdict && std::any_of(decision.verdicts.begin(), decision.verdicts.end(),
                                    [&](Verdict wanted) { return wanted != *verdict; });
    });
    decision.reshapes() ? reshape(now, decision) : judge(now, decision);
    return changes ? Answer::kOverruled : Answer::kApplied;
  }
  const Units before = units_;
  undo_since(page, places);
  now = places_now(page, places);
  decision.reshapes() ? reshape(now, decision) : judge(now, decision);
  return units_ == before ? Answer::kApplied : Answer::kOverruled;
}

/// Puts the page's units in the place of all that share a pair with these.
void ReviewUnits::undo_since(const Page& page, const Places& places) {
  std::size_t first = page.units[places.front().unit].first;
  std::size_t end = end_of(page.units[places.back().unit]);
  for (bool grows = true; grows;) {
    const std::pair before(first, end);
    for (const Units* units : {&page.units, static_cast<const Units*>(&units_)}) {
      first = (*units)[unit_of(*units, first)].first;
      end = end_of((*units)[unit_of(*units, end - 1)]);
    }
    grows = before != std::pair(first, end);
  }
  const auto at = [](const Units& units, std::size_t pair) {
    return static_cast<std::ptrdiff_t>(unit_of(units, pair));
  };
  const auto from = page.units.begin() + at(page.units, first);
  const auto to = page.units.begin() + at(page.units, end - 1) + 1;
  const auto gap =
      units_.erase(units_.begin() + at(units_, first), units_.begin() + at(units_, end - 1) + 1);
  units_.insert(gap, from, to);
}

/// A verdict alone.
void ReviewUnits::judge(const Places& places, const Decision& decision) {
  ReviewPart& part = units_[places.front().unit].parts[places.front().part];
  part.verdict = decision.verdicts.front();
  part.gone = *part.verdict == Verdict::kReject && !mark_;
}

/// One unit of all that these are in.
void ReviewUnits::reshape(const Places& places, const Decision& decision) {
  const Place& front = places.front();
  const Place& back = places.back();
  ReviewUnit made{units_[front.unit].first, 0, {}};
  made.count = end_of(units_[back.unit]) - made.first;
  const auto& before = units_[front.unit].parts;
  const auto& behind = units_[back.unit].parts;
  made.parts.assign(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(front.part));
  append(made.parts, cut(joined(units_, places), decision));
  made.parts.insert(made.parts.end(), behind.begin() + static_cast<std::ptrdiff_t>(back.part) + 1,
                    behind.end());
  const auto first = units_.begin() + static_cast<std::ptrdiff_t>(front.unit);
  units_.erase(first + 1, units_.begin() + static_cast<std::ptrdiff_t>(back.unit) + 1);
  units_[front.unit] = std::move(made);
}

std::vector<ReviewPart> ReviewUnits::cut(ReviewPart whole, const Decision& decision) const {
  std::vector<ReviewPart> parts;
  std::pair<std::size_t, std::size_t> from;
  for (std::size_t i = 0; i < decision.verdicts.size(); ++i) {
    const auto to = i < decision.cuts.size() ? decision.cuts[i]
                                             : std::pair(whole.source.size(), whole.target.size());
    const auto between = [](const auto& all, std::size_t begin, std::size_t end) {
      return std::vector<const weft_span*>(all.data() + begin, all.data() + end);
    };
    ReviewPart part;
    part.source = between(whole.source, from.first, to.first);
    part.target = between(whole.target, from.second, to.second);
    part.pairs = whole.pairs;
    part.whole = whole.whole && decision.cuts.empty();
    part.verdict = decision.verdicts[i];
    part.gone = decision.verdicts[i] == Verdict::kReject && !mark_;
    parts.push_back(std::move(part));
    from = to;
  }
  return parts;
}

}  // namespace weft
