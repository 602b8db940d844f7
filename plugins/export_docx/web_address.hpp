// SPDX-License-Identifier: Apache-2.0
/// Addresses as programs want them that refuse a whole document for a bad one.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// An http or https address with all that RFC 3986 forbids in it percent-encoded as UTF-8; empty
/// for any other text.
std::string web_address(std::string_view url);

}  // namespace weft
