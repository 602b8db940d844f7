// SPDX-License-Identifier: Apache-2.0
/// The Unihan database's readings: what every character means and how it is read.
#pragma once

#include <string_view>

#include "read_dictionary.hpp"

namespace weft {

/// True for a first piece of Unihan_Readings.txt.
bool is_unihan_readings(std::string_view head);
/// Headwords are single characters (kDefinition). Pinyin is weighed by kHanyuPinlu's counts where
/// there are any, else by the order of kMandarin; kXHC1983, kTGHZ2013 and kHanyuPinyin add rarer
/// readings (UAX #38).
void read_unihan_readings(std::string_view text, Dictionary& out);

}  // namespace weft
