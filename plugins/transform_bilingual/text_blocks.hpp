// SPDX-License-Identifier: Apache-2.0
/// The outermost blocks of a view, with what is counted and known of each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "piece.hpp"
#include "text_weight.hpp"
#include "weft/document.hpp"

namespace weft {

/// Interned names that say which spans are text, and what is known of them.
class BlockNames {
 public:
  BlockNames();
  /// nullptr for what goes into no language's view: boilerplate, containers, sentences.
  [[nodiscard]] const Stream* stream_of(weft_id type) const;

  weft_id heading, code, table;
  weft_id lang, row, column;

 private:
  std::map<weft_id, Stream> streams_;
};

struct TextBlock {
  weft_span span{};
  Stream stream = Stream::kBody;
  bool heading = false;
  bool code = false;
  std::string_view text;
  ScriptCounts counts;
  Words words;
  std::string tag;  ///< its `lang`, or a guess; empty where it says nothing
  weft_id table = 0;
  std::uint32_t row = kNoColumn;
  std::uint32_t column = kNoColumn;
};

/// In text order. Texts point into the document.
std::vector<TextBlock> read_blocks(const Document& document, weft_id view, const BlockNames& names);

}  // namespace weft
