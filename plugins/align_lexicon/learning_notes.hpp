// SPDX-License-Identifier: Apache-2.0
/// What a document tells a corpus about translations, in a few bytes a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align_text.hpp"
#include "learnt_table.hpp"

namespace weft {

/// The tokens of the beads of a first alignment. At most `most_bytes`: of a longer text beads
/// evenly spread over it.
std::string write_note(const AlignedText& aligned, std::size_t most_bytes = 1U << 18U);

/// Learns from the notes of all documents, in their order, up to a bound on time and memory (30
/// million pairs of tokens). `given` is TextAligner::given(). Damaged notes are left out.
LearntTable learn_from(const std::vector<std::string_view>& notes, LexiconUse given);

}  // namespace weft
