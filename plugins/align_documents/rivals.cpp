// SPDX-License-Identifier: Apache-2.0
/// Leads and the gap that chance leaves.
#include "rivals.hpp"

#include <algorithm>

#include "weft/text/wording_sketch.hpp"

namespace weft {

Rivals::Rivals(const std::vector<DocumentNote>& notes, const std::vector<ContentPair>& pairs)
    : notes_(notes), pairs_(pairs), of_(notes.size()) {
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    of_[pairs[i].a].push_back(i);
    of_[pairs[i].b].push_back(i);
  }
  for (std::vector<std::size_t>& all : of_) {
    std::stable_sort(all.begin(), all.end(), [&](std::size_t one, std::size_t two) {
      return pairs_[one].score > pairs_[two].score;
    });
  }
  usual_gap_ = find_usual_gap();
}

Lead Rivals::lead(const ContentPair& pair) const {
  const double left = (pair.score - rivals(pair.a, pair.b).first) / usual_gap_;
  const double right = (pair.score - rivals(pair.b, pair.a).first) / usual_gap_;
  return {std::min(left, right), (left + right) / 2};
}

Rivals::Two Rivals::rivals(std::size_t document, std::size_t partner) const {
  Two out;
  for (const std::size_t pair : of_[document]) {
    const std::size_t rival = other(pair, document);
    if (rival == partner || is_near(notes_[rival].sketch, notes_[partner].sketch)) continue;
    (out.count == 0 ? out.first : out.second) = pairs_[pair].score;
    if (++out.count == 2) break;
  }
  return out;
}

/// Spacings of the highest of many numbers fall off exponentially, the k-th with a k-th of the
/// first one's mean (Renyi 1953): so the gap from second to third, which no true partner widens,
/// tells what chance leaves between first and second.
double Rivals::find_usual_gap() const {
  constexpr double kGuess = 0.05;
  constexpr double kPseudoDocuments = 5;
  double sum = kGuess * kPseudoDocuments;
  double count = kPseudoDocuments;
  for (std::size_t document = 0; document < of_.size(); ++document) {
    if (of_[document].empty()) continue;
    const Two two = rivals(document, other(of_[document].front(), document));
    if (two.count < 2) continue;
    sum += 2 * (two.first - two.second);
    count += 1;
  }
  return sum / count;
}

}  // namespace weft
