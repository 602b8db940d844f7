// SPDX-License-Identifier: Apache-2.0
/// The same loops, compiled once for every machine and once for those with AVX2.
#include "gain_kernels.hpp"

#include <bit>

namespace weft {
namespace {

/// Columns [begin, end), whole vectors of them. Sums go from the oldest sentence on, as those of
/// groups one sentence shorter do.
template <std::size_t kGroup>
[[gnu::always_inline]] inline void add_group(const BackwardSums& to, std::size_t begin,
                                             std::size_t end) {
  const BackwardSums::Group& group = to.groups[kGroup];
  begin = std::max(begin, group.first / kLanes * kLanes);
  end = std::min(end, (group.end + kLanes - 1) / kLanes * kLanes);
  const Gain gain = to.gain;
  const float scale = to.scale;
  const float weight = to.weight;
  const float* __restrict given = to.given;
  const float* __restrict per_token = group.per_token;
  float* __restrict gains = group.gains;
  for (std::size_t column = begin; column < end; ++column) {
    float sum = *(given + column - kGroup);
    for (std::size_t back = kGroup; back-- > 0;)
      sum += *(given + column - back);
    gains[column] += weight * gain(scale * sum * per_token[column]);
  }
}

/// True when a group that ends in one of kLanes columns has evidence.
[[gnu::always_inline]] inline bool has_evidence(const float* given) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < kLanes + kLongestBead - 1; ++i)
    bits |= std::bit_cast<std::uint32_t>(*(given + i - (kLongestBead - 1)));
  return bits != 0;
}

[[gnu::always_inline]] inline void backward_sums(const BackwardSums& to) {
  static_assert(kLongestBead == 5);
  for (std::size_t begin = 0; begin < to.columns;) {
    std::size_t end = begin;
    while (end < to.columns && has_evidence(to.given + end))
      end += kLanes;
    add_group<0>(to, begin, end);
    add_group<1>(to, begin, end);
    add_group<2>(to, begin, end);
    add_group<3>(to, begin, end);
    add_group<4>(to, begin, end);
    begin = end + kLanes;
  }
}

[[gnu::always_inline]] inline void forward_sums(const ForwardSums& to) {
  for (std::size_t place = 0; place < to.types.size(); ++place) {
    const auto postings = to.window->of(to.types[place]);
    if (postings.empty()) continue;
    std::array<float, kLanes> gains;
    const float* given = to.given + place * kLanes;
    const std::uint32_t type = to.types[place];
    const float scale = to.scale[type];
    const Gain gain{1.0F - to.lexical[type], to.cap, to.miss[type]};
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      gains[lane] = gain(scale * given[lane] * to.per_token[lane]);
    for (const Posting& posting : postings) {
      float* sums = to.sums + (posting.sentence - to.first) * kLanes;
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        sums[lane] += posting.weight * gains[lane];
    }
  }
}

void backward_plain(const BackwardSums& to) {
  backward_sums(to);
}
void forward_plain(const ForwardSums& to) {
  forward_sums(to);
}

constexpr GainKernels kPlain{backward_plain, forward_plain};

#if defined(__x86_64__)
// Not FMA: it rounds once where others round twice.
[[gnu::target("avx2")]] void backward_wide(const BackwardSums& to) {
  backward_sums(to);
}
[[gnu::target("avx2")]] void forward_wide(const ForwardSums& to) {
  forward_sums(to);
}

GainKernels kernels_here() {
  if (__builtin_cpu_supports("avx2") != 0) return {backward_wide, forward_wide};
  return kPlain;
}
#else
GainKernels kernels_here() {
  return kPlain;
}
#endif

}  // namespace

const GainKernels& gain_kernels() {
  static const GainKernels kernels = kernels_here();
  return kernels;
}

const GainKernels& plain_gain_kernels() {
  return kPlain;
}

}  // namespace weft
