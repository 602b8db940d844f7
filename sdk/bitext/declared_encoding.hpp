// SPDX-License-Identifier: Apache-2.0
/// What the first bytes of an XML file say of its encoding.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// The encoding that the XML declaration names, or empty.
std::string declared_encoding(std::string_view bytes);

/// True when Expat can read the bytes as UTF-8 as they are, whatever the declaration says: programs
/// that write "UTF-16" above UTF-8 are common.
bool is_plain_utf8(std::string_view bytes);

}  // namespace weft
