// SPDX-License-Identifier: Apache-2.0
/// From what speaks for a bead to the probability that it is right.
#pragma once

#include <vector>

#include "weft/align/bead.hpp"

namespace weft {

/// What is known of a bead once a text is aligned.
struct BeadEvidence {
  float posterior = 0;  ///< among all ways to cut the sentences near it
};

/// Sets the scores of two-sided beads: a logistic function, fitted on development sets and on pairs
/// of texts that are no translations (tests/train/align_lexicon), of the posterior and the
/// number of sentences.
void set_confidence(const std::vector<BeadEvidence>& evidence, std::vector<Bead>& beads);

/// What the function is of, for the trainer: constant first. `beads` and `evidence` go together.
std::vector<std::vector<double>> confidence_features(const std::vector<BeadEvidence>& evidence,
                                                     const std::vector<Bead>& beads);

}  // namespace weft
