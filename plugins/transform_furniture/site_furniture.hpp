// SPDX-License-Identifier: Apache-2.0
/// Which blocks of a site's documents are furniture: those that recur over documents that differ.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "block_key.hpp"

namespace weft {

/// What settle sees of a document.
struct DocumentNote {
  std::uint64_t site = 0;
  std::vector<BlockKey> blocks;
};

/// 18 bytes a block.
std::string write_note(const DocumentNote& note);
DocumentNote read_note(std::string_view bytes);

struct Thresholds {
  std::uint64_t documents = 3;  ///< at least so many documents that differ
  double share = 0.2;           ///< and this share of the site's
};

/// The furniture of a corpus: keys by site.
class Furniture {
 public:
  [[nodiscard]] bool has(std::uint64_t site, std::uint64_t key) const {
    return keys_.count(mix(site, key)) != 0;
  }
  void add(std::uint64_t site, std::uint64_t key) { keys_.insert(mix(site, key)); }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  static std::uint64_t mix(std::uint64_t site, std::uint64_t key) {
    return (site * 0x9E3779B97F4A7C15ULL) ^ key;
  }
  std::unordered_set<std::uint64_t> keys_;
};

/// Notes of one site's documents, in corpus order. Copies of one article count as one document:
/// documents whose text is mostly shared by the same few count together. O(blocks).
void find_furniture(const std::vector<const DocumentNote*>& documents, const Thresholds& thresholds,
                    Furniture& out);

}  // namespace weft
