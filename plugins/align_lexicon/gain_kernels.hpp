// SPDX-License-Identifier: Apache-2.0
/// The inner loops of LexicalGains, in the widest vectors that the machine has.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "fast_log.hpp"
#include "posting_window.hpp"
#include "weft/align/bead_types.hpp"

namespace weft {

/// Floats that are worked on side by side. Every machine does the same with each of them, whatever
/// the width of its vectors, so that results are equal to the bit.
inline constexpr std::size_t kLanes = 8;

/// From a ratio of probabilities to what a token gains, more than one without a counterpart does:
/// nothing where the ratio's evidence is 0.
struct Gain {
  float rest;
  float cap;
  float miss;
  float operator()(float scaled) const { return std::min(fast_log(rest + scaled), cap) - miss; }
};

/// What a source type gains by groups of target sentences; columns count from the window's begin.
/// All arrays go on for kLanes - 1 behind the last column, and `given` is 0 for kLongestBead - 1
/// before the first one.
struct BackwardSums {
  Gain gain;
  float scale = 0;
  float weight = 0;
  const float* given = nullptr;  ///< probability of the type, by column
  std::size_t columns = 0;
  /// By target sentences less 1, then the column where the group ends; only [first, end) of them
  /// are asked for.
  struct Group {
    const float* per_token = nullptr;
    float* gains = nullptr;
    std::size_t first = 0;
    std::size_t end = 0;
  };
  std::array<Group, kLongestBead> groups{};
};

/// What target types gain by groups of source sentences, a lane each.
struct ForwardSums {
  float cap = 0;
  std::span<const std::uint32_t> types{};
  const float* given = nullptr;      ///< [place in `types`][lane]: probability
  const float* lexical = nullptr;    ///< by type: share of its probability that translations have
  const float* miss = nullptr;       ///< by type: what a token without a counterpart gains
  const float* scale = nullptr;      ///< by type
  const float* per_token = nullptr;  ///< by lane
  const PostingWindow* window = nullptr;
  std::size_t first = 0;  ///< sentence of the window
  float* sums = nullptr;  ///< [column of the window][lane]
};

struct GainKernels {
  void (*add_backward)(const BackwardSums&);
  void (*add_forward)(const ForwardSums&);
};

/// Those for this machine. Any thread.
const GainKernels& gain_kernels();
/// Those that run on every machine, for comparison.
const GainKernels& plain_gain_kernels();

}  // namespace weft
