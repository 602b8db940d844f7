// SPDX-License-Identifier: Apache-2.0
/// Neighbours by binary search.
#include "sentence_context.hpp"

#include <algorithm>
#include <tuple>

#include "weft/text/normalize.hpp"

namespace weft {

std::string SentenceContext::before(const PairSide& side) const {
  return side.sentences.empty() ? std::string() : neighbour(*side.sentences.front(), false);
}

std::string SentenceContext::after(const PairSide& side) const {
  return side.sentences.empty() ? std::string() : neighbour(*side.sentences.back(), true);
}

std::string SentenceContext::neighbour(const weft_span& sentence, bool next) const {
  const auto place = [](const weft_span& span) {
    return std::make_tuple(span.view, span.begin, ~span.end, span.id);
  };
  const auto found =
      std::lower_bound(sentences_.begin(), sentences_.end(), sentence,
                       [&](const weft_span& a, const weft_span& b) { return place(a) < place(b); });
  if (found == sentences_.end() ||
      (next ? found + 1 == sentences_.end() : found == sentences_.begin()))
    return {};
  const weft_span& other = next ? *(found + 1) : *(found - 1);
  if (other.view != sentence.view) return {};
  return fold_space(clean_for_xml(document_.text(other)).text);
}

}  // namespace weft
