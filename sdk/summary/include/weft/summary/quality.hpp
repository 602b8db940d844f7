// SPDX-License-Identifier: Apache-2.0
/// How well each sentence stands for its document.
#pragma once

#include <vector>

#include "weft/summary/signals.hpp"

namespace weft {

/// What a budget is counted in decides what length is worth: a sentence of a sentence budget may
/// say as much as it can, one of a word budget takes its length from the others.
enum class Cost { kSentences, kText };

struct Quality {
  std::vector<double> value;     ///< by sentence, without its position; 0 = never pick
  std::vector<double> position;  ///< factor of a document whose lead is central
  double lead = 0;               ///< 0 .. 1: how far this document is one
};

/// How well each sentence stands for the document of these terms and signals. Any thread.
Quality judge(const Terms& terms, const Signals& signals, Cost cost);

/// Of items that exist in two languages: the geometric mean of both qualities, each beside its own
/// mean; 0 where one is. Positions are those of `quality`. `other` is of as many items. Any
/// thread.
void join_quality(Quality& quality, const Quality& other);

}  // namespace weft
