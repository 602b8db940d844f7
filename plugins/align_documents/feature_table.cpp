// SPDX-License-Identifier: Apache-2.0
/// Building the flat arrays of a table.
#include "feature_table.hpp"

#include <algorithm>

namespace weft {

FeatureTable::FeatureTable(const std::vector<DocumentNote>& notes,
                           std::vector<std::size_t> documents)
    : notes_(notes), documents_(std::move(documents)) {
  for (const std::size_t document : documents_)
    for (const Feature& feature : notes_[document].features)
      if (keys_.empty() || keys_.back() != feature.key) keys_.push_back(feature.key);
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  std::vector<std::size_t> count(keys_.size() + 1);
  first_held_.push_back(0);
  for (const std::size_t document : documents_) {
    const auto& features = notes_[document].features;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
      if (i == 0 || features[i].key != features[i - 1].key) {
        held_.push_back({number(features[i].key), i, 0});
        ++count[held_.back().number];
      }
      ++held_.back().count;
    }
    first_held_.push_back(held_.size());
  }
  first_holder_.assign(keys_.size() + 1, 0);
  for (std::size_t i = 0; i < keys_.size(); ++i)
    first_holder_[i + 1] = first_holder_[i] + count[i];
  holders_.resize(held_.size());
  std::vector<std::size_t> next = first_holder_;
  for (std::uint32_t rank = 0; rank < documents_.size(); ++rank)
    for (const HeldFeature& held : features(rank))
      holders_[next[held.number]++] = rank;
}

std::uint32_t FeatureTable::number(std::uint32_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  const bool known = found != keys_.end() && *found == key;
  return static_cast<std::uint32_t>((known ? found : keys_.end()) - keys_.begin());
}

}  // namespace weft
