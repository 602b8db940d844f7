// SPDX-License-Identifier: Apache-2.0
/// What is in a lexicon, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "weft/lexicon/lexicon.hpp"

namespace weft {

/// With `terms`, their translations in both directions, else languages, sizes and sources with
/// their licences.
std::string describe_lexicon(const Lexicon& lexicon, const std::string& path,
                             const std::vector<std::string>& terms);

/// All of that as a JSON object.
std::string lexicon_to_json(const Lexicon& lexicon, const std::string& path,
                            const std::vector<std::string>& terms);

}  // namespace weft
