// SPDX-License-Identifier: Apache-2.0
/// The postings of a stretch of sentences that moves through a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "postings.hpp"
#include "token_table.hpp"

namespace weft {

/// Says of every type at once where in the stretch it stands, so that the many that stand nowhere
/// in it cost one look. Keeps references to both.
class PostingWindow {
 public:
  PostingWindow(const TokenTable& table, const Postings& postings);

  /// The stretch is now of sentences [first, last). Time is that of the sentences that come and go
  /// where both only move on, else that of both stretches.
  void move(std::size_t first, std::size_t last);

  [[nodiscard]] std::span<const Posting> of(std::uint32_t type) const {
    const Part& part = parts_[type];
    return postings_.all().subspan(part.begin, part.end - part.begin);
  }

 private:
  struct Part {  // of all postings; where it is empty, where the next ones may begin
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  void enter(std::uint32_t sentence);
  void leave(std::uint32_t sentence);

  const TokenTable& table_;
  const Postings& postings_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::vector<Part> parts_;  // by type
};

}  // namespace weft
