// SPDX-License-Identifier: Apache-2.0
/// The sentence graph of a document, without its edges: what centrality needs in linear time.
#pragma once

#include <vector>

#include "weft/summary/sentence_terms.hpp"

namespace weft {

/// Unit tf-idf vectors of the sentences and what follows from them. Means are over the document.
struct Signals {
  std::vector<float> weights;       ///< of Terms::entries: the vectors, each of length 1
  std::vector<float> recurring;     ///< by term that two sentences have: sentences x idf; see below
  std::vector<double> forward;      ///< similarity to all earlier sentences / mean degree
  std::vector<double> backward;     ///< similarity to all later sentences / mean degree
  std::vector<double> probability;  ///< mean tf-idf probability of the terms / its mean
  std::vector<double> title;        ///< similarity to the title, 0 .. 1
  std::vector<double> rare;         ///< share of terms that no other sentence has, less its mean
  double lead_degree = 1;           ///< mean degree with weights 1, 1/2, 1/3, ... / mean degree
};

/// `recurring` is empty if Terms::telling is. Its sum over a sentence's terms has the mean 1: how
/// much of what the document keeps coming back to (weights after Gillick and Favre, "A Scalable
/// Global Model for Summarization", 2009). A sentence whose facts.key an earlier one has is left
/// out of all sums and gets zeros. O(terms) time and memory: the sum of the cosines to many
/// sentences is the product with the sum of their vectors. Any thread.
Signals find_signals(const Terms& terms);

}  // namespace weft
