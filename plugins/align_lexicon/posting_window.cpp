// SPDX-License-Identifier: Apache-2.0
/// Sentences come in behind and go out in front.
#include "posting_window.hpp"

#include <algorithm>

namespace weft {

PostingWindow::PostingWindow(const TokenTable& table, const Postings& postings)
    : table_(table), postings_(postings) {
  for (std::uint32_t type = 0; type < table.types.size(); ++type)
    parts_.push_back({postings.begin(type), postings.begin(type)});
}

void PostingWindow::move(std::size_t first, std::size_t last) {
  if (first < first_ || last < last_ || first >= last_) {
    for (; first_ < last_; ++first_)
      leave(static_cast<std::uint32_t>(first_));
    first_ = last_ = first;
  }
  for (; last_ < last; ++last_)
    enter(static_cast<std::uint32_t>(last_));
  for (; first_ < first; ++first_)
    leave(static_cast<std::uint32_t>(first_));
}

void PostingWindow::enter(std::uint32_t sentence) {
  const auto all = postings_.all();
  for (const TokenUse& use : table_.of(sentence)) {
    Part& part = parts_[use.type];
    if (part.begin == part.end) {
      const auto of_type = postings_.of(use.type);
      const bool is_next = part.end < postings_.begin(use.type) + of_type.size() &&
                           all[part.end].sentence == sentence;
      if (!is_next) {
        const auto found = std::lower_bound(
            of_type.begin(), of_type.end(), sentence,
            [](const Posting& posting, std::uint32_t wanted) { return posting.sentence < wanted; });
        part.begin =
            postings_.begin(use.type) + static_cast<std::uint32_t>(found - of_type.begin());
        part.end = part.begin;
      }
      ++part.end;
    } else if (all[part.end - 1].sentence != sentence) {
      ++part.end;
    }
  }
}

void PostingWindow::leave(std::uint32_t sentence) {
  const auto all = postings_.all();
  for (const TokenUse& use : table_.of(sentence)) {
    Part& part = parts_[use.type];
    if (part.begin < part.end && all[part.begin].sentence == sentence) ++part.begin;
  }
}

}  // namespace weft
