// SPDX-License-Identifier: Apache-2.0
/// Writes what a builder collected as the bytes of a lexicon file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pair_table.hpp"
#include "reading_table.hpp"
#include "weft/lexicon/lexicon.hpp"

namespace weft {

struct LexiconContent {
  std::array<std::string, 2> languages;
  std::string built_by;
  std::vector<LexiconSource> sources;
  std::array<std::vector<std::string>, 2> terms;  ///< folded, by number
  std::array<std::vector<std::uint8_t>, 2> flags;
  std::vector<PairCount> pairs;  ///< in numbers of terms
  ReadingTable::Result readings;
};

/// Terms get the numbers of the file: by key. Terms without a pair are left out.
std::string write_lexicon(LexiconContent content);

}  // namespace weft
