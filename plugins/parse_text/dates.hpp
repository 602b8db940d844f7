// SPDX-License-Identifier: Apache-2.0
/// Dates as people write them, read into ISO 8601.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace weft::plain {

/// A date found in a text.
struct FoundDate {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  std::string iso;  ///< "2025-02-07", "2025-02", "2025-02-07T10:00:49", "...T10:00+08:00"
};

/// Reads a date with its time of day, if any, that begins exactly at `at`:
/// - year first: 2025-02-07, 2025/2/7, 2025.2.7, 2025年2月7日 (星期五) 10:00, 二〇二五年二月七日,
///   民國114年2月7日, 2025년 2월 7일, ISO 8601 with T and zone, 2025年2月;
/// - month or day by name: February 7, 2025; 7 Feb 2025; Fri, 07 Feb 2025 10:00:49 +0800;
///   7. Februar 2025; 7 de febrero de 2025; 7 февраля 2025;
/// - 7/2/2025 only where one of the two numbers cannot be a month.
/// Dates that do not exist (February 30) and years outside 1800..2199 are none. A zone is kept
/// where it is a number, Z, UTC or GMT; other zone names are read over and left out. Any thread.
std::optional<FoundDate> date_at(std::string_view text, std::size_t at);

/// The first date in the text.
std::optional<FoundDate> find_date(std::string_view text);

/// "3 hours ago", "昨天", "2小时前": says when, but names no day.
bool is_relative_date(std::string_view key);

}  // namespace weft::plain
