// SPDX-License-Identifier: Apache-2.0
/// Terms out of TMX and TBX (ISO 30042, versions 2 and 3).
#pragma once

#include <string>
#include <string_view>

#include "read_dictionary.hpp"

namespace weft {

/// True when the root element is one of these formats'.
bool is_term_xml(std::string_view head);

/// Units of TMX count when each side is short and no sentence: up to five words, or ten characters
/// where words are not parted, without a stop at the end. All terms of a TBX entry count. The
/// languages are the wanted ones, else the first two of the first unit that has two. Throws
/// Error(WEFT_E_INPUT), `name` first in its message, for XML that is not well-formed.
void read_term_xml(std::string_view bytes, const std::string& name,
                   const DictionaryLanguages& wanted, Dictionary& out);

}  // namespace weft
