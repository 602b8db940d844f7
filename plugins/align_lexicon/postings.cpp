// SPDX-License-Identifier: Apache-2.0
/// Counted, then filled in the order of sentences.
#include "postings.hpp"

namespace weft {
namespace {

/// Visits every type of every sentence once, then again for each further use (`is_new` false).
template <class Visit>
void for_each_use(const TokenTable& table, const Visit& visit) {
  std::vector<std::uint32_t> last(table.types.size(), 0xFFFFFFFF);
  for (std::uint32_t sentence = 0; sentence < table.sentences(); ++sentence) {
    for (const TokenUse& use : table.of(sentence)) {
      visit(use, sentence, last[use.type] != sentence);
      last[use.type] = sentence;
    }
  }
}

}  // namespace

Postings::Postings(const TokenTable& table) : begin_(table.types.size() + 1, 0) {
  for_each_use(table, [&](const TokenUse& use, std::uint32_t, bool is_new) {
    begin_[use.type + 1] += is_new ? 1 : 0;
  });
  for (std::size_t i = 1; i < begin_.size(); ++i)
    begin_[i] += begin_[i - 1];
  postings_.resize(begin_.back());
  std::vector<std::uint32_t> end(begin_.begin(), begin_.end() - 1);
  for_each_use(table, [&](const TokenUse& use, std::uint32_t sentence, bool is_new) {
    if (is_new) postings_[end[use.type]++].sentence = sentence;
    postings_[end[use.type] - 1].weight += use.weight;
  });
}

}  // namespace weft
