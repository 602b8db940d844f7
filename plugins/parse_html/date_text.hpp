// SPDX-License-Identifier: Apache-2.0
/// Dates in the many ways pages write them, as ISO 8601.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace weft {

/// A date found in a text: bytes [begin, end) of it say `iso`: "2024-05-21", "2024-05-21T09:30:00"
/// or "2024-05-21T09:30:00+08:00". A zone is there only if the text gave one.
struct FoundDate {
  std::string iso;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Which number of "05/06/2024" is the day.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// The first complete date (year, month and day, years 1990 to 2099) in `text`: ISO 8601 and its
/// loose forms, "21 May 2024", "May 21, 2024", "21. Mai 2024", "2024年5月21日", "2024/5/21", with a
/// time of day behind it if one follows. "05/06/2024" is no date unless `order` says which;
/// "21/05/2024" is one. Any thread.
std::optional<FoundDate> find_date(std::string_view text, DateOrder order = DateOrder::unknown);

/// The order that the dates written with slashes in `text` show, such as "21/05/2024"; unknown when
/// there are none or they disagree.
DateOrder order_of_dates(std::string_view text);

/// The day in the path of an address: /2024/03/05/gulls, /2024-03/05/c_7.html,
/// /n1/2024/0305/7.html, /20240305/7.html, /t20240305_7.html. A page must follow it. Any thread.
std::optional<std::string> day_of_address(std::string_view url);

/// Days from 1970-01-01 to the day of an ISO 8601 date as find_date() gives it.
long day_number(std::string_view iso);

/// The date that `text` as a whole is: find_date() with at most a label and punctuation around it.
std::optional<FoundDate> read_date(std::string_view text);

/// The moment of an epoch in milliseconds or seconds, in UTC ("2024-05-18T18:01:32Z"); nothing
/// outside 1990 to 2099.
std::optional<std::string> iso_of_epoch(std::string_view digits);

}  // namespace weft
