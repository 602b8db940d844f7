// SPDX-License-Identifier: Apache-2.0
/// A first look at a document: sentence pairs that rare words vouch for, and the band about them.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lexical_gains.hpp"
#include "text_section.hpp"
#include "weft/align/band.hpp"

namespace weft {

/// A source and a target sentence that have much in common.
struct Anchor {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float gain = 0;
};

/// Finds anchors of a text's sections. Keeps references to both.
class AnchorFinder {
 public:
  AnchorFinder(const LexicalText& text, const Weights& weights);
  ~AnchorFinder();
  AnchorFinder(AnchorFinder&&) noexcept;
  AnchorFinder& operator=(AnchorFinder&&) = delete;

  /// Of the best partners of every sentence the monotone chain of most gain; numbers count from the
  /// section's begin. Time and memory grow with the number of sentences, not with pairs of them:
  /// partners are looked up by their rarest shared words. None where the section is small enough to
  /// be searched whole.
  std::vector<Anchor> find(const TextSection& section);

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

/// The band to search: narrow where anchors are dense, wide between distant ones.
BandFollower band_about(const std::vector<Anchor>& anchors, const LexicalText& text,
                        const TextSection& section);

}  // namespace weft
