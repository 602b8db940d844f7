// SPDX-License-Identifier: Apache-2.0
/// The vote over candidate encodings.
#pragma once

#include <string_view>

#include "encodings.hpp"

namespace weft {

/// The encoding in which the first telling kilobytes of `bytes` are the likeliest text. What was
/// declared (or nullptr) is believed unless the bytes speak clearly against it.
const Encoding& likeliest_encoding(std::string_view bytes, const Encoding* declared);

}  // namespace weft
