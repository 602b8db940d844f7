// SPDX-License-Identifier: Apache-2.0
/// Terms with their translation in brackets behind them, inside a text of one language.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace weft {

/// A term and its gloss, as bytes of the text; quotation marks and brackets are outside.
struct Gloss {
  std::uint32_t term_begin = 0;
  std::uint32_t term_end = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The glosses of a block of valid UTF-8, in text order: Chinese terms glossed in Latin letters and
/// the other way round. A bracket whose term has no clear left border is left out, and so is what
/// looks like an aside, a number, a unit or a citation. Linear; any thread.
std::vector<Gloss> find_glosses(std::string_view text);

}  // namespace weft
