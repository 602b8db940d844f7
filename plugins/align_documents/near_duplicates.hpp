// SPDX-License-Identifier: Apache-2.0
/// Documents without a partner that repeat one that has a partner.
#pragma once

#include <cstddef>
#include <vector>

#include "document_note.hpp"

namespace weft {

/// For each document that is not paired, the paired one of its language whose wording it nearly
/// repeats (the likest, then the first), or the number of documents. Found by bands of the sketches
/// (locality-sensitive hashing), so that the time grows with the number of documents only.
std::vector<std::size_t> near_duplicates(const std::vector<DocumentNote>& notes,
                                         const std::vector<bool>& paired);

}  // namespace weft
