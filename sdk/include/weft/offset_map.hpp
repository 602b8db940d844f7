// SPDX-License-Identifier: Apache-2.0
/// Run-length offset maps (weft_run): building them while a text is made, and following them back.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "weft/abi.h"

namespace weft {

/// A byte range [begin, end); empty and `known == false` when nothing of it has an origin.
struct MappedRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool known = false;
};

/// Where [begin, end) of a view came from: the smallest range holding the origins of all its mapped
/// bytes. A unit that is cut counts whole. O(log runs + runs touched).
inline MappedRange trace(std::span<const weft_run> runs, std::uint32_t begin, std::uint32_t end) {
  MappedRange out;
  const auto here_end = [](const weft_run& run) {
    return std::uint64_t{run.here} + std::uint64_t{run.count} * run.here_unit;
  };
  auto run = std::partition_point(runs.begin(), runs.end(),
                                  [&](const weft_run& r) { return here_end(r) <= begin; });
  for (; run != runs.end() && run->here < end; ++run) {
    if (run->here_unit == 0) continue;
    const std::uint64_t from = std::max<std::uint64_t>(begin, run->here) - run->here;
    const std::uint64_t to = std::min<std::uint64_t>(end, here_end(*run)) - run->here;
    const std::uint64_t first = run->there + from / run->here_unit * run->there_unit;
    const std::uint64_t last =
        run->there + (to + run->here_unit - 1) / run->here_unit * run->there_unit;
    out.begin = out.known ? std::min(out.begin, first) : first;
    out.end = std::max(out.end, last);
    out.known = true;
  }
  return out;
}

/// Builds the runs of a text that grows at its end. Neighbouring runs of the same unit sizes that
/// continue each other are joined, so that plain copying costs one run.
class OffsetMapBuilder {
 public:
  /// `size` bytes of the text at `here` were copied from `there`.
  void copy(std::uint32_t here, std::uint64_t there, std::uint32_t size) {
    units(here, there, size, 1, 1);
  }

  /// `count` units of `here_unit` bytes at `here` stand for as many units of `there_unit` bytes at
  /// `there`.
  void units(std::uint32_t here, std::uint64_t there, std::uint32_t count, std::uint32_t here_unit,
             std::uint32_t there_unit) {
    if (count == 0 || here_unit == 0) return;
    if (!runs_.empty()) {
      weft_run& last = runs_.back();
      if (last.here_unit == here_unit && last.there_unit == there_unit &&
          last.here + last.count * last.here_unit == here &&
          last.there + std::uint64_t{last.count} * last.there_unit == there) {
        last.count += count;
        return;
      }
    }
    runs_.push_back({there, here, count, here_unit, there_unit});
  }

  /// `here_size` bytes at `here` that stand as a whole for `there_size` bytes at `there` (an
  /// entity).
  void whole(std::uint32_t here, std::uint32_t here_size, std::uint64_t there,
             std::uint32_t there_size) {
    units(here, there, 1, here_size, there_size);
  }

  [[nodiscard]] const std::vector<weft_run>& runs() const { return runs_; }
  [[nodiscard]] std::vector<weft_run> take() { return std::move(runs_); }

 private:
  std::vector<weft_run> runs_;
};

/// The map from a to c of maps a->b and b->c. Units that do not match are joined into one whole;
/// the result is never finer than either.
inline std::vector<weft_run> compose(std::span<const weft_run> ab, std::span<const weft_run> bc) {
  OffsetMapBuilder out;
  for (const weft_run& run : ab) {
    if (run.here_unit == 1 && run.there_unit == 1) {
      std::uint64_t position = run.there;
      const std::uint64_t stop = run.there + run.count;
      auto next = std::partition_point(bc.begin(), bc.end(), [&](const weft_run& r) {
        return r.here + std::uint64_t{r.count} * r.here_unit <= position;
      });
      for (; next != bc.end() && next->here < stop; ++next) {
        const std::uint64_t from = std::max<std::uint64_t>(position, next->here);
        const std::uint64_t to = std::min<std::uint64_t>(
            stop, next->here + std::uint64_t{next->count} * next->here_unit);
        const auto here = static_cast<std::uint32_t>(run.here + (from - run.there));
        if ((from - next->here) % next->here_unit == 0 && (to - from) % next->here_unit == 0) {
          const std::uint64_t there =
              next->there + (from - next->here) / next->here_unit * next->there_unit;
          out.units(here, there, static_cast<std::uint32_t>((to - from) / next->here_unit),
                    next->here_unit, next->there_unit);
        } else {
          const MappedRange range =
              trace(bc, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
          out.whole(here, static_cast<std::uint32_t>(to - from), range.begin,
                    static_cast<std::uint32_t>(range.end - range.begin));
        }
        position = to;
      }
      continue;
    }
    for (std::uint32_t unit = 0; unit < run.count; ++unit) {
      const auto begin =
          static_cast<std::uint32_t>(run.there + std::uint64_t{unit} * run.there_unit);
      const MappedRange range = trace(bc, begin, begin + run.there_unit);
      if (!range.known) continue;
      out.whole(run.here + unit * run.here_unit, run.here_unit, range.begin,
                static_cast<std::uint32_t>(range.end - range.begin));
    }
  }
  return out.take();
}

}  // namespace weft
