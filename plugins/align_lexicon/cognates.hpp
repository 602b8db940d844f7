// SPDX-License-Identifier: Apache-2.0
/// Words of two alphabetic languages that are written alike: "Präsident" and "président".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prior_pairs.hpp"
#include "token_table.hpp"

namespace weft {

/// Finds words that begin with the same three letters, accents aside, and share most of the others.
class Cognates {
 public:
  Cognates(const TokenTable& given, const TokenTable& other);

  /// Appends those of a type of the given side.
  void find(std::uint32_t type, std::vector<PriorPair>& out) const;

 private:
  struct Entry {
    std::string letters;  // base letters in lower case
    std::uint32_t type = 0;
  };
  const TokenTable& given_;
  std::vector<Entry> others_;  // by letters
};

}  // namespace weft
