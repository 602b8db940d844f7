// SPDX-License-Identifier: Apache-2.0
/// Aligns two texts by the vectors of their windows: the whole of it, without a document about it.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "vector_gains.hpp"
#include "weft/align/bead.hpp"
#include "windows.hpp"

namespace weft {

/// What is known of one side of a text.
struct VectorSide {
  WindowVectors vectors;
  std::vector<std::uint32_t> bytes;        ///< of each sentence
  std::vector<std::uint8_t> begins_block;  ///< 1 where a sentence is the first of its block
};

/// Stretches of both sides that are aligned on their own, in order; either may be empty.
struct VectorSection {
  Stretch source;
  Stretch target;
};

/// Beads of all sections, in order, covering every sentence once; their numbers are the text's. A
/// score is the posterior of the bead among all ways to cut the sentences near it, times the
/// probability that its windows translate each other by their similarity; 0 for one-sided ones.
/// Time and memory grow with the sum of both sides. `poll` is called between rows of work and may
/// throw.
std::vector<Bead> align_vectors(const VectorSide& source, const VectorSide& target,
                                const std::vector<VectorSection>& sections,
                                const VectorWeights& weights, const std::function<void()>& poll);

}  // namespace weft
