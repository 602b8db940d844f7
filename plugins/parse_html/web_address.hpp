// SPDX-License-Identifier: Apache-2.0
/// Addresses relative to others (RFC 3986, section 5.2).
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// `reference` as an absolute http or https address, resolved against `base`; empty when it cannot
/// be: `base` is no absolute address, or the reference is of another scheme. Any thread.
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace weft
