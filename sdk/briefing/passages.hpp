// SPDX-License-Identifier: Apache-2.0
/// The body of a briefing: texts cut into runs where something of the briefing has its place.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "open_document.hpp"

namespace weft {

/// The places of summary points, figures and phrases, by block.
class PlaceMarks {
 public:
  explicit PlaceMarks(const OpenDocument& open) : open_(open) {}

  /// Says that a span is the place of an item: `number` is a member of BriefingRun and counts from
  /// 1. A span outside the body is left alone.
  void add(const weft_span& span, std::uint32_t BriefingRun::*number, std::uint32_t value);

  /// Says that a span is in another language than the block around it.
  void add_language(const weft_span& span, std::string language);

  /// The text of a block in runs; of code with its line ends.
  [[nodiscard]] BriefingText text_of(const weft_span& block, bool code) const;

 private:
  struct Mark {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint32_t BriefingRun::*number = nullptr;
    std::uint32_t value = 0;
    std::string language = {};
  };

  void add(const weft_span& span, Mark mark);

  const OpenDocument& open_;
  std::unordered_map<weft_id, std::vector<Mark>> by_block_;
};

/// The body in reading order.
std::vector<Passage> read_body(const OpenDocument& open, const PlaceMarks& marks);

}  // namespace weft
