// SPDX-License-Identifier: Apache-2.0
/// The number that a heading, an article of a law or an item of a list begins with.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

/// 3 for "3. Scope", "(3) ...", "三、范围", "第三条 ...", "Article 3", "Chapter III"; 0 where a
/// text begins with no such number, as "3 boats left" or "三月" do. Arabic, Chinese and Roman
/// numerals to 999. Any thread.
std::uint32_t leading_number(std::string_view text);

}  // namespace weft
