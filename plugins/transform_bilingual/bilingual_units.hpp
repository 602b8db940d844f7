// SPDX-License-Identifier: Apache-2.0
/// Reads a mixed view as units in two languages, and says which two.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "interleaving.hpp"
#include "weft/document.hpp"

namespace weft {

/// A part of a block that goes into one language's view: the whole block, or some of its lines.
struct Part {
  weft_span block;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t side = 0;
};

/// A view read as parts; units[i] belongs to parts[unit_part[i]].
struct MixedText {
  std::vector<std::string> languages;  ///< two, or none when the view is no mixture of two
  std::vector<Part> parts;             ///< in text order
  std::vector<Unit> units;
  std::vector<std::size_t> unit_part;
};

/// Interned names of the types that go into a language's view, with their streams.
class UnitTypes {
 public:
  UnitTypes();
  [[nodiscard]] const Stream* stream_of(weft_id type) const;
  [[nodiscard]] bool is_heading(weft_id type) const { return type == heading_; }

 private:
  std::map<weft_id, Stream> streams_;
  weft_id heading_;
};

/// `lang` is the id of the attribute that transform_language sets; blocks without it are guessed.
MixedText read_mixed_text(const Document& document, weft_id view, const UnitTypes& types,
                          weft_id lang);

}  // namespace weft
