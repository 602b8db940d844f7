// SPDX-License-Identifier: Apache-2.0
/// Term lists of lines "headword TAB translation".
#pragma once

#include <string_view>

#include "read_dictionary.hpp"

namespace weft {

/// True when the first line that is no comment has a TAB.
bool is_term_list(std::string_view head);

/// Reads the first two columns, or those that the header names by language tag ("en TAB zh-Hans TAB
/// note"). Several translations of one cell are parted by ';' or '|'; what stands in brackets is no
/// part of a term; lines that begin with '#' are comments. Languages that neither header nor
/// `wanted` tells are guessed. `out` has the languages of its columns.
void read_term_list(std::string_view text, const DictionaryLanguages& wanted, Dictionary& out);

}  // namespace weft
