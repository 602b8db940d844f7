// SPDX-License-Identifier: Apache-2.0
/// Pairs by key, then beads in their order.
#include "apply_decisions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "weft/exports/pair_reader.hpp"
#include "weft/exports/unit_ids.hpp"

namespace weft {
namespace {

constexpr std::string_view kMethod = "transform_review";
constexpr std::string_view kByReview = "review";

/// Sentences of both sides, in order.
struct Sentences {
  std::vector<const weft_span*> source;
  std::vector<const weft_span*> target;
};

/// A decision whose pairs are in the document.
struct Found {
  const Decision* decision = nullptr;
  std::vector<const Pair*> pairs;
  Sentences sentences;
};

bool cuts_fit(const Found& found) {
  std::size_t source = 0;
  std::size_t target = 0;
  const auto forward = [&](std::size_t s, std::size_t t) {
    const bool fits = s >= source && t >= target && s + t > source + target;
    source = s;
    target = t;
    return fits;
  };
  for (const auto& cut : found.decision->cuts)
    if (!forward(cut.first, cut.second)) return false;
  return source <= found.sentences.source.size() && target <= found.sentences.target.size() &&
         forward(found.sentences.source.size(), found.sentences.target.size());
}

class Review {
 public:
  Review(Document& document, const Decisions& decisions, bool mark)
      : document_(document), mark_(mark) {
    const PairReader reader(document, decisions.source, decisions.target);
    for (const weft_link& link : document.links()) {
      if (std::optional<Pair> pair = reader.read(link)) pairs_.push_back(std::move(*pair));
    }
    UnitIds ids(document.id());
    for (const Pair& pair : pairs_)
      by_key_.emplace(pair_key(ids.next(pair.source.text, pair.target.text)), &pair);
    for (const weft_attr& attr : document.attributes()) {
      if (attr.owner_kind == WEFT_ON_LINK) attributes_[attr.owner].push_back(&attr);
    }
  }

  Applied apply(const std::vector<Decision>& own) {
    for (const Decision& decision : own)
      look_up(decision);
    for (const weft_link& link : document_.links()) {
      if (link.type != bead_) continue;
      const auto at = by_link_.find(link.id);
      const Found* found = at == by_link_.end() ? nullptr : &found_[at->second];
      if (found == nullptr || !found->decision->reshapes()) {
        keep(link, found);
        continue;
      }
      document_.remove_link(link.id);
      anew_ = true;
      if (link.id == found->pairs.front()->link) reshape(*found);
    }
    return applied_;
  }

 private:
  void look_up(const Decision& decision) {
    Found found{&decision, {}, {}};
    for (const std::string& key : decision.pairs) {
      const auto pair = by_key_.find(key);
      if (pair == by_key_.end() || by_link_.contains(pair->second->link) ||
          std::ranges::find(found.pairs, pair->second) != found.pairs.end())
        break;
      found.pairs.push_back(pair->second);
      append(found.sentences.source, pair->second->source.sentences);
      append(found.sentences.target, pair->second->target.sentences);
    }
    if (found.pairs.size() != decision.pairs.size() || !cuts_fit(found)) {
      ++applied_.unmatched;
      return;
    }
    for (const Pair* pair : found.pairs)
      by_link_.emplace(pair->link, found_.size());
    found_.push_back(std::move(found));
  }

  static void append(std::vector<const weft_span*>& all,
                     const std::vector<const weft_span*>& more) {
    all.insert(all.end(), more.begin(), more.end());
  }

  /// A bead that stays what it was, with a verdict or without.
  void keep(const weft_link& link, const Found* found) {
    const Verdict verdict = found == nullptr ? Verdict::kNone : found->decision->verdicts.front();
    if (is_left_out(verdict)) {
      document_.remove_link(link.id);
      return;
    }
    weft_id id = link.id;
    if (anew_) {
      document_.remove_link(link.id);
      id = document_.add_link(bead_, document_.ends(link), link.score);
      for (const weft_attr* attr : attributes_[link.id])
        if (found == nullptr || attr->key != review_) copy(*attr, id);
    } else if (found != nullptr && !document_.string(on_link(id), review_).empty()) {
      document_.clear(on_link(id), review_);
    }
    stamp(id, verdict);
  }

  /// The new beads of pairs that were merged or split.
  void reshape(const Found& found) {
    ++applied_.reshaped;
    double score = kNoScore;
    for (const Pair* pair : found.pairs)
      score = std::fmin(score, pair->score);  // the other one where one is NaN
    std::pair<std::size_t, std::size_t> from;
    for (std::size_t i = 0; i < found.decision->verdicts.size(); ++i) {
      const auto to = i < found.decision->cuts.size()
                          ? found.decision->cuts[i]
                          : std::pair(found.sentences.source.size(), found.sentences.target.size());
      const Verdict verdict = found.decision->verdicts[i];
      if (!is_left_out(verdict)) {
        const auto part = [](const auto& all, std::size_t begin, std::size_t end) {
          return std::vector<const weft_span*>(all.data() + begin, all.data() + end);
        };
        add_part(found,
                 {part(found.sentences.source, from.first, to.first),
                  part(found.sentences.target, from.second, to.second)},
                 score, verdict);
      }
      from = to;
    }
  }

  void add_part(const Found& found, const Sentences& part, double score, Verdict verdict) {
    std::set<weft_id> spans;
    for (const auto* side : {&part.source, &part.target})
      for (const weft_span* span : *side)
        spans.insert(span->id);
    std::vector<weft_end> ends;
    for (const Pair* pair : found.pairs) {
      for (const weft_end& end : document_.ends(*link_of(pair->link)))
        if (spans.contains(end.span)) ends.push_back(end);
    }
    const weft_id id = document_.add_link(bead_, ends, score);
    document_.set(on_link(id), method_, kMethod);
    for (const Pair* pair : found.pairs) {
      for (const weft_attr* attr : attributes_[pair->link]) {
        const weft_span* evidence = document_.find_span(attr->evidence);
        const bool here =
            evidence == nullptr ? found.decision->cuts.empty() : spans.contains(evidence->parent);
        if (attr->key == finding_ && here) copy(*attr, id);
      }
    }
    stamp(id, verdict);
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
  bool mark_;
  bool anew_ = false;  // a bead before was reshaped
  std::vector<Pair> pairs_;
  std::map<std::string, const Pair*, std::less<>> by_key_;
  std::map<weft_id, std::vector<const weft_attr*>> attributes_;  // of links
  std::vector<Found> found_;
  std::map<weft_id, std::size_t> by_link_;  // its place in found_
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
