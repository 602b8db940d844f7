// SPDX-License-Identifier: Apache-2.0
/// Clauses: the parts of a sentence between commas and their like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace weft {

/// Bytes of a sentence, without white space and marks at its ends.
struct Clause {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The clauses of a sentence in order, none of them empty. A comma or point between digits and a
/// mark inside brackets part nothing.
std::vector<Clause> clauses_of(std::string_view sentence);

}  // namespace weft
