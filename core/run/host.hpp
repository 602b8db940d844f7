// SPDX-License-Identifier: Apache-2.0
/// The host as plugins see it: the function tables of abi.h over Call, Transaction and the name
/// table.
#pragma once

#include "weft/abi.h"

namespace weft {

/// The one host of this process; static storage.
const weft_host* host();

}  // namespace weft
