// SPDX-License-Identifier: Apache-2.0
/// Clusters of blocks, documents told apart by what only they hold, and counting.
#include "site_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <unordered_map>

namespace weft {
namespace {

constexpr std::size_t kBlockBytes = 18;
constexpr std::uint16_t kNearFrom = 8 * 4;    // words in quarters; sketches of less are chance
constexpr std::uint16_t kShortText = 3 * 4;   // such as "Yes, please": must recur oftener
constexpr std::uint64_t kManyDocuments = 20;  // of a longer block that needs no share any more

template <class Value>
void put(std::string& out, Value value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class Value>
Value get(std::string_view bytes, std::size_t at) {
  Value value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

/// The blocks of one site under numbers: near wordings share one.
class Clusters {
 public:
  std::size_t number(const BlockKey& block) {
    const auto [known, added] = by_key_.emplace(block.key, parent_.size());
    if (!added) return known->second;
    const std::size_t own = parent_.size();
    parent_.push_back(own);
    blocks_.push_back(block);
    if (block.words >= kNearFrom) join_near(own);
    return own;
  }
  std::size_t root(std::size_t number) {
    while (parent_[number] != number)
      number = parent_[number] = parent_[parent_[number]];
    return number;
  }
  [[nodiscard]] std::size_t size() const { return parent_.size(); }
  [[nodiscard]] const BlockKey& block(std::size_t number) const { return blocks_[number]; }

 private:
  /// Seven of eight slots agree only where one half agrees in all four.
  void join_near(std::size_t own) {
    for (std::size_t half = 0; half < 2; ++half) {
      std::uint64_t band = half;
      for (std::size_t i = 0; i < 4; ++i)
        band = band << 8U | blocks_[own].sketch.at(half * 4 + i);
      const auto [first, added] = bands_.emplace(band, own);
      if (added || !is_near(blocks_[first->second], blocks_[own])) continue;
      const std::size_t a = root(first->second);
      const std::size_t b = root(own);
      parent_[std::max(a, b)] = std::min(a, b);
    }
  }
  std::unordered_map<std::uint64_t, std::size_t> by_key_;
  std::unordered_map<std::uint64_t, std::size_t> bands_;
  std::vector<std::size_t> parent_;
  std::vector<BlockKey> blocks_;
};

/// One document as clusters, each once, with its words.
using Words = std::map<std::size_t, std::uint64_t>;

/// What makes a document itself: of the texts that few documents share, weighed against how many
/// do, the longest block. Copies of an article have the same one.
std::size_t identity(const Words& words, const std::vector<std::uint64_t>& frequency) {
  std::map<std::uint64_t, std::uint64_t> mass;
  for (const auto& [cluster, count] : words)
    mass[frequency[cluster]] += count;
  std::uint64_t level = 0;
  double most = -1;
  for (const auto& [documents, count] : mass) {
    const double weight = static_cast<double>(count) / static_cast<double>(documents);
    if (weight > most) level = documents;
    most = std::max(most, weight);
  }
  std::size_t best = 0;
  std::uint64_t longest = 0;
  for (const auto& [cluster, count] : words) {
    if (frequency[cluster] == level && count > longest) {
      best = cluster;
      longest = count;
    }
  }
  return best;
}

std::uint64_t needed(const BlockKey& block, std::size_t documents, const Thresholds& thresholds) {
  const double share =
      block.words < kShortText ? std::max(0.5, thresholds.share) : thresholds.share;
  auto out = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(documents)));
  if (block.words >= kNearFrom) out = std::min(out, kManyDocuments);
  return std::max(out, thresholds.documents);
}

}  // namespace

std::string write_note(const DocumentNote& note) {
  std::string out;
  out.reserve(8 + note.blocks.size() * kBlockBytes);
  put(out, note.site);
  for (const BlockKey& block : note.blocks) {
    put(out, block.key);
    put(out, block.sketch);
    put(out, block.words);
  }
  return out;
}

DocumentNote read_note(std::string_view bytes) {
  DocumentNote out;
  if (bytes.size() < 8) return out;
  out.site = get<std::uint64_t>(bytes, 0);
  for (std::size_t at = 8; at + kBlockBytes <= bytes.size(); at += kBlockBytes) {
    out.blocks.push_back({get<std::uint64_t>(bytes, at),
                          get<std::array<std::uint8_t, 8>>(bytes, at + 8),
                          get<std::uint16_t>(bytes, at + 16)});
  }
  return out;
}

void find_furniture(const std::vector<const DocumentNote*>& documents, const Thresholds& thresholds,
                    Furniture& out) {
  if (documents.size() < thresholds.documents) return;
  Clusters clusters;
  for (const DocumentNote* document : documents) {
    for (const BlockKey& block : document->blocks)
      clusters.number(block);
  }
  std::vector<Words> texts(documents.size());
  std::vector<std::uint64_t> frequency(clusters.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const BlockKey& block : documents[i]->blocks) {
      const auto [place, added] =
          texts[i].emplace(clusters.root(clusters.number(block)), block.words);
      if (added) ++frequency[place->first];
    }
  }
  // Documents in the order of their identities: each identity counts once a cluster.
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < documents.size(); ++i)
    order.emplace_back(texts[i].empty() ? 0 : identity(texts[i], frequency), i);
  std::sort(order.begin(), order.end());
  std::size_t different = 0;
  std::vector<std::uint64_t> count(clusters.size());
  std::vector<std::size_t> last(clusters.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || order[i].first != order[i - 1].first) ++different;
    for (const auto& [cluster, words] : texts[order[i].second]) {
      if (last[cluster] != different) ++count[cluster];
      last[cluster] = different;
    }
  }
  for (std::size_t number = 0; number < clusters.size(); ++number) {
    const BlockKey& block = clusters.block(number);
    if (count[clusters.root(number)] >= needed(block, different, thresholds))
      out.add(documents.front()->site, block.key);
  }
}

}  // namespace weft
