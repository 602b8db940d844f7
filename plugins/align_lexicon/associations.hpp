// SPDX-License-Identifier: Apache-2.0
/// Which tokens of a document's two sides translate each other, and how likely, both ways.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model_one.hpp"
#include "prior_pairs.hpp"
#include "token_table.hpp"

namespace weft {

struct Association {
  std::uint32_t target = 0;  ///< type
  float forward = 0;         ///< probability of the target token given the source token
  float backward = 0;        ///< of the source token given the target token
};

/// By source type.
class Associations {
 public:
  Associations() = default;
  /// From the prior and what was learnt (may be empty). `given_is_source`: the sides of both.
  Associations(const TokenTable& given, const TokenTable& other, const PriorPairs& prior,
               const LearntCounts& learnt, bool given_is_source);

  [[nodiscard]] std::span<const Association> of(std::uint32_t source_type) const {
    return std::span(items_).subspan(begin_[source_type],
                                     begin_[source_type + 1] - begin_[source_type]);
  }

 private:
  std::vector<Association> items_;
  std::vector<std::uint32_t> begin_{0};
};

/// How much of a side's tokens each type is, by weight: the background that a translation must
/// beat.
std::vector<float> shares_of(const TokenTable& table);

}  // namespace weft
