// SPDX-License-Identifier: Apache-2.0
/// From units to beads, in the order of the document.
#include "apply_decisions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "review_units.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {
namespace {

constexpr std::string_view kMethod = "transform_review";
constexpr std::string_view kByReview = "review";

class Review {
 public:
  Review(Document& document, const Decisions& decisions, bool mark)
      : document_(document), reader_(document, decisions.source, decisions.target), mark_(mark) {
    for (const weft_link& link : document.links()) {
      std::optional<Pair> pair = reader_.read(link);
      if (!pair) continue;
      by_link_.emplace(link.id, pairs_.size());
      pairs_.push_back(std::move(*pair));
    }
    for (const weft_attr& attr : document.attributes()) {
      if (attr.owner_kind == WEFT_ON_LINK) attributes_[attr.owner].push_back(&attr);
    }
  }

  Applied apply(const std::vector<Decision>& own) {
    ReviewUnits review(reader_, pairs_, document_.id(), mark_);
    for (const Decision& decision : own)
      count(review.decide(decision), decision);
    std::size_t next = 0;
    for (const weft_link& link : document_.links()) {
      if (link.type != bead_) continue;
      const auto pair = by_link_.find(link.id);
      if (pair == by_link_.end()) {
        keep(link, nullptr);
        continue;
      }
      while (pair->second >= review.units()[next].first + review.units()[next].count)
        ++next;
      const ReviewUnit& unit = review.units()[next];
      if (unit.is_one_pair()) {
        keep(link, &unit.parts.front());
        continue;
      }
      document_.remove_link(link.id);
      anew_ = true;
      if (unit.first == pair->second) reshape(unit);
    }
    return applied_;
  }

 private:
  void count(ReviewUnits::Answer answer, const Decision& decision) {
    if (answer == ReviewUnits::Answer::kOverruled) applied_.overruling.push_back(&decision);
    if (answer == ReviewUnits::Answer::kUnmatched) ++applied_.unmatched;
    if (answer == ReviewUnits::Answer::kNoNeighbours) applied_.no_neighbours.push_back(&decision);
  }

  /// A bead that stays what it was, with a verdict or without.
  void keep(const weft_link& link, const ReviewPart* part) {
    const bool decided = part != nullptr && part->verdict;
    const Verdict verdict = decided ? *part->verdict : Verdict::kNone;
    if (is_left_out(verdict)) {
      document_.remove_link(link.id);
      return;
    }
    weft_id id = link.id;
    if (anew_) {
      document_.remove_link(link.id);
      id = document_.add_link(bead_, document_.ends(link), link.score);
      for (const weft_attr* attr : attributes_[link.id])
        if (!decided || attr->key != review_) copy(*attr, id);
    } else if (decided && !document_.string(on_link(id), review_).empty()) {
      document_.clear(on_link(id), review_);
    }
    stamp(id, verdict);
  }

  /// The new beads of pairs that were merged or split.
  void reshape(const ReviewUnit& unit) {
    ++applied_.reshaped;
    for (const ReviewPart& part : unit.parts)
      if (!is_left_out(part.verdict.value_or(Verdict::kNone))) add_part(part);
  }

  void add_part(const ReviewPart& part) {
    std::set<weft_id> spans;
    for (const auto* side : {&part.source, &part.target})
      for (const weft_span* span : *side)
        spans.insert(span->id);
    std::vector<weft_end> ends;
    double score = kNoScore;
    for (const std::size_t pair : part.pairs) {
      score = std::fmin(score, pairs_[pair].score);  // the other one where one is NaN
      for (const weft_end& end : document_.ends(*link_of(pairs_[pair].link)))
        if (spans.contains(end.span)) ends.push_back(end);
    }
    const weft_id id = document_.add_link(bead_, ends, score);
    document_.set(on_link(id), method_, kMethod);
    for (const std::size_t pair : part.pairs) {
      for (const weft_attr* attr : attributes_[pairs_[pair].link]) {
        const weft_span* evidence = document_.find_span(attr->evidence);
        const bool here = evidence == nullptr ? part.whole : spans.contains(evidence->parent);
        if (attr->key == finding_ && here) copy(*attr, id);
      }
    }
    stamp(id, part.verdict.value_or(Verdict::kNone));
  }

  [[nodiscard]] const weft_link* link_of(weft_id id) const {
    const auto all = document_.links();
    return &*std::lower_bound(
        all.begin(), all.end(), id,
        [](const weft_link& link, weft_id wanted) { return link.id < wanted; });
  }

  void copy(const weft_attr& attr, weft_id link) {
    const Provenance from{attr.origin, attr.evidence, attr.confidence};
    if (attr.value.kind == WEFT_VALUE_STRING) {
      document_.add(on_link(link), attr.key, to_view(attr.value.as.string), from);
    } else if (attr.value.kind == WEFT_VALUE_REAL) {
      document_.set_real(on_link(link), attr.key, attr.value.as.real, from);
    } else {
      document_.set(on_link(link), attr.key, attr.value.as.integer, from);
    }
  }

  /// Counts a rejection; true when nothing of the pair is to be left.
  bool is_left_out(Verdict verdict) {
    if (verdict == Verdict::kReject) ++applied_.rejected;
    return verdict == Verdict::kReject && !mark_;
  }

  void stamp(weft_id link, Verdict verdict) {
    if (verdict == Verdict::kReject) document_.set(on_link(link), reject_, kByReview);
    if (verdict != Verdict::kAccept) return;
    document_.set(on_link(link), review_, WEFT_REVIEW_ACCEPTED);
    document_.clear(on_link(link), reject_);
    ++applied_.accepted;
  }

  Document& document_;
  PairReader reader_;
  bool mark_;
  bool anew_ = false;  // a bead before was reshaped
  std::vector<Pair> pairs_;
  std::map<weft_id, std::size_t> by_link_;                       // its place in pairs_
  std::map<weft_id, std::vector<const weft_attr*>> attributes_;  // of links
  Applied applied_;
  weft_id bead_ = name(WEFT_LINK_BEAD);
  weft_id method_ = name(WEFT_KEY_METHOD);
  weft_id finding_ = name(WEFT_KEY_FINDING);
  weft_id reject_ = name(WEFT_KEY_REJECT);
  weft_id review_ = name(WEFT_KEY_REVIEW);
};

}  // namespace

Applied apply_decisions(Document& document, const Decisions& decisions,
                        const std::vector<Decision>& own, bool mark) {
  return Review(document, decisions, mark).apply(own);
}

}  // namespace weft
