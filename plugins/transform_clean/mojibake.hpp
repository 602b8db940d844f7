// SPDX-License-Identifier: Apache-2.0
/// UTF-8 that was read as windows-1252, Latin-1 or GBK, and what of it can be read again.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rewrite.hpp"

namespace weft {

/// Bytes that windows-1252 or Latin-1 would read as these characters, where they are surely UTF-8:
/// by a sequence that no language writes ("â€™", "Ã©", "Â°"), by sequences side by side, or beside
/// such ones in a line that has nothing else of these characters. One round; double encoding takes
/// two. O(text).
std::vector<Edit> repair_latin_mojibake(std::string_view text);

/// Runs whose GBK bytes are UTF-8 of commoner Chinese than the run itself. O(text).
std::vector<Edit> repair_gbk_mojibake(std::string_view text);

/// C1 controls that windows-1252 has characters for.
std::vector<Edit> repair_c1_controls(std::string_view text);

/// Characters that stand for lost ones: U+FFFD, and each "锟斤拷" (U+FFFD twice, read as GBK).
std::uint64_t count_lost(std::string_view text);

}  // namespace weft
