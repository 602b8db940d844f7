// SPDX-License-Identifier: Apache-2.0
/// When it was said is no part of who said it.
#pragma once

#include <cstddef>
#include <string_view>

namespace weft {

/// Characters at the end of a Chinese text (simplified form) that say when: 3月3日, 周二晚, 于昨日;
/// 0: none. Any thread.
std::size_t date_at_end(std::u32string_view text);
/// The same at its beginning: 当地时间3日, 去年12月.
std::size_t date_at_start(std::u32string_view text);

/// An English name without "on Tuesday", "in March 2024", "last week" behind or in front of it.
/// Months and weekdays without such a word or a number are left: they are names too. Any thread.
std::string_view without_english_dates(std::string_view who);

}  // namespace weft
