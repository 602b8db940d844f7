// SPDX-License-Identifier: Apache-2.0
/// Dates as tables and front matter write them, made ISO 8601.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// "2024-05-03", "2024/5/3", "2024年5月3日", "20240503" and ISO 8601 with a time
/// ("2024-05-03T08:10:00Z", "2024-05-03 08:10") as ISO 8601, with a zone only where one was
/// written; empty for all else, days that do not exist, and forms that two countries read
/// differently ("3/5/2024"). Any thread.
std::string iso_date(std::string_view text);

}  // namespace weft
