// SPDX-License-Identifier: Apache-2.0
/// What stands behind a numeral (units, classifiers, percent) or before it (currencies).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft {

enum class UnitSort : std::uint8_t {
  kNone,
  kPercent,     // %, 百分点
  kTenth,       // 成: 三成 are 30 %
  kMultiple,    // 倍, times, -fold
  kMoney,       // 美元
  kSubMoney,    // 分, cents: a hundredth
  kDime,        // 角: a tenth
  kDuration,    // 年, hours
  kMeasure,     // 公里, km
  kClassifier,  // 个, 人: no unit, but what is before it counts
};

struct Unit {
  std::string_view text;
  UnitSort sort = UnitSort::kNone;
  std::string_view canonical = {};
  bool assumed = false;  // the usual currency of an ambiguous word
  bool exact = false;    // a symbol: upper and lower case differ
};

struct FoundUnit {
  Unit unit;
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] explicit operator bool() const { return unit.sort != UnitSort::kNone; }
};

/// The longest unit at `at`, a space or (before English words) a hyphen before it allowed. English
/// words are whole words.
FoundUnit unit_behind(std::string_view text, std::size_t at);
/// A currency that ends at `end`: $, US$, 人民币, RMB.
FoundUnit currency_before(std::string_view text, std::size_t end);

/// How a canonical unit is converted within its dimension.
struct UnitScale {
  std::string_view canonical;
  char dimension = '\0';  // l length, a area, v volume, m mass, t duration, s speed, ...
  double factor = 1;      // times the base unit of the dimension
};
/// dimension '\0' for a unit that is converted to none.
UnitScale scale_of(std::string_view canonical);

}  // namespace weft
