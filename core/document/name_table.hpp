// SPDX-License-Identifier: Apache-2.0
/// Interned names (span types, attribute keys, roles): one table for the process, append-only.
#pragma once

#include <string_view>

#include "weft/abi.h"

namespace weft {

/// The id of a name, made if it is new. 0 for an empty name, one over 255 bytes, invalid UTF-8, or
/// when 65,535 names exist. Any thread.
weft_id intern(std::string_view name);

/// The name of an id, in static storage; empty for an unknown id. Any thread.
std::string_view interned_name(weft_id id);  // not name_of: that is the plugins' own, weft/host.hpp

/// True for an id that intern has given out. Any thread, no lock.
bool is_name(weft_id id);

}  // namespace weft
