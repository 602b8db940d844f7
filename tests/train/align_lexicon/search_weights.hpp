// SPDX-License-Identifier: Apache-2.0
/// Looks for the weights that align several sets best.
#pragma once

#include <string>
#include <vector>

#include "alignment_set.hpp"
#include "stored_gains.hpp"

namespace weft::train {

struct PreparedDocument {
  const SetDocument* document;
  StoredGains gains;
};
/// The documents of a set after a whole alignment, near whose paths other weights are tried.
using PreparedSet = std::vector<PreparedDocument>;

PreparedDocument prepare(const SetDocument& document, const AlignedText& aligned,
                         const Weights& weights);

/// Random search from `weights`: changes of one to three of them at a time that raise the
/// mean of the sets' F1 stay. Prints the weights and figures before and after.
void search_weights(std::vector<PreparedSet>& sets, const Weights& weights, double cpu_seconds,
                    unsigned seed);

/// The default weights with changes: "gap=-9,words=.9". Throws Error on a name that is none.
Weights changed_weights(const std::string& changes);

/// CPU time of the process.
double cpu_seconds();

}  // namespace weft::train
