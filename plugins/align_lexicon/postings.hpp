// SPDX-License-Identifier: Apache-2.0
/// Where the tokens of a side stand: an inverted index of its sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "token_table.hpp"

namespace weft {

/// A sentence that holds a type.
struct Posting {
  std::uint32_t sentence = 0;
  float weight = 0;  ///< of all its uses there
};

/// The sentences of every type of a table, in order.
class Postings {
 public:
  Postings() = default;
  explicit Postings(const TokenTable& table);

  [[nodiscard]] std::span<const Posting> of(std::uint32_t type) const {
    return std::span(postings_).subspan(begin_[type], begin_[type + 1] - begin_[type]);
  }
  /// Those of all types, one type behind the other, and where a type's begin among them.
  [[nodiscard]] std::span<const Posting> all() const { return postings_; }
  [[nodiscard]] std::uint32_t begin(std::uint32_t type) const { return begin_[type]; }

 private:
  std::vector<std::uint32_t> begin_{0};
  std::vector<Posting> postings_;
};

}  // namespace weft
