// SPDX-License-Identifier: Apache-2.0
/// A text that is put together piece by piece, each piece with its way back to where it stood.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/abi.h"
#include "weft/error.hpp"
#include "weft/offset_map.hpp"

namespace weft {

/// The text of a view in the making, with its offset map. Pieces are valid UTF-8. Throws
/// weft::Error (WEFT_E_LIMIT) where the text would reach 4 GiB.
class MappedText {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] const std::vector<weft_run>& runs() const { return map_.runs(); }

  /// Appends bytes that stand just so at `there`.
  void copy(std::string_view piece, std::uint64_t there) {
    const std::uint32_t here = make_room(piece.size());
    map_.copy(here, there, static_cast<std::uint32_t>(piece.size()));
    text_ += piece;
  }
  /// Appends bytes that as a whole stand for `there_size` bytes at `there`: an entity, an escape.
  void whole(std::string_view piece, std::uint64_t there, std::uint32_t there_size) {
    const std::uint32_t here = make_room(piece.size());
    map_.whole(here, static_cast<std::uint32_t>(piece.size()), there, there_size);
    text_ += piece;
  }
  /// Appends bytes that have no origin: the blank between two lines that are joined.
  void join(std::string_view piece) {
    make_room(piece.size());
    text_ += piece;
  }
  /// Appends bytes [begin, end) of another text, with their origins.
  void append(const MappedText& other, std::size_t begin, std::size_t end) {
    const std::uint32_t here = make_room(end - begin);
    const auto runs = std::span<const weft_run>(other.runs());
    const auto end_of = [](const weft_run& run) {
      return std::uint64_t{run.here} + std::uint64_t{run.count} * run.here_unit;
    };
    auto run = std::partition_point(runs.begin(), runs.end(),
                                    [&](const weft_run& r) { return end_of(r) <= begin; });
    for (; run != runs.end() && run->here < end; ++run) {
      const std::uint64_t from = std::max<std::uint64_t>(begin, run->here) - run->here;
      const std::uint64_t to = std::min<std::uint64_t>(end, end_of(*run)) - run->here;
      const std::uint64_t first = (from + run->here_unit - 1) / run->here_unit;
      const std::uint64_t last = to / run->here_unit;
      if (first >= last) continue;
      map_.units(static_cast<std::uint32_t>(here + run->here + first * run->here_unit - begin),
                 run->there + first * run->there_unit, static_cast<std::uint32_t>(last - first),
                 run->here_unit, run->there_unit);
    }
    text_.append(other.text(), begin, end - begin);
  }
  void append(const MappedText& other) { append(other, 0, other.size()); }

 private:
  std::uint32_t make_room(std::size_t more) {
    if (text_.size() + more > std::numeric_limits<std::uint32_t>::max() - 1U)
      throw Error(WEFT_E_LIMIT, "the text of this document reaches 4 GiB; split the source");
    return static_cast<std::uint32_t>(text_.size());
  }

  std::string text_;
  OffsetMapBuilder map_;
};

}  // namespace weft
