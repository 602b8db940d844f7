// SPDX-License-Identifier: Apache-2.0
/// Which sentences of a document say what a sentence about it says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "weft/summary/body_sentences.hpp"

namespace weft {

/// The sentences of the document that share most with a written one.
struct Support {
  std::vector<std::uint32_t> sentences;  ///< places in Body::sentences, ascending; may be empty
  double score = 0;  ///< 0 .. 1: the share of the written sentence's weighted terms they have
};

/// For every written sentence at most three sentences of the document: greedily the one that has
/// most of the terms not found yet, while it adds a tenth. Terms as the ranker's (stems; pairs of
/// characters), weighed by how rare they are in the document; one that it lacks weighs as one of a
/// single sentence. In another language than the document's only what both write alike is found
/// (names, digits). O(terms of the document) a written sentence. Any thread.
std::vector<Support> find_support(const Body& body, const std::vector<std::string>& written);

}  // namespace weft
