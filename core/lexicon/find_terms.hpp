// SPDX-License-Identifier: Apache-2.0
/// The terms of a lexicon that a person means.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "weft/lexicon/lexicon.hpp"

namespace weft {

struct FoundTerm {
  LexiconSide side = LexiconSide::kFirst;
  std::uint32_t term = 0;
};

/// In languages without spaces the text as a headword, in others each of its words; first side
/// first.
std::vector<FoundTerm> find_terms(const Lexicon& lexicon, std::string_view text);

}  // namespace weft
