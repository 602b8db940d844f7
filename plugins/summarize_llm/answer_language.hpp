// SPDX-License-Identifier: Apache-2.0
/// Whether a summary is in the language that was asked for.
#pragma once

#include <string>
#include <vector>

namespace weft {

/// The language of these sentences (BCP 47, as guess_language tells it) where it is surely another
/// one than `wanted`, or Chinese in the other form where `wanted` names one; else empty. Short
/// texts and languages that are easily taken for each other give no complaint. Any thread.
std::string language_instead(const std::vector<std::string>& sentences, const std::string& wanted);

}  // namespace weft
