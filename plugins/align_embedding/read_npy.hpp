// SPDX-License-Identifier: Apache-2.0
/// Arrays as numpy writes them.
#pragma once

#include <string>
#include <string_view>

#include "weft/endpoint/vectors.hpp"

namespace weft {

/// Reads a .npy file (format 1 to 3) of a matrix in C order, numbers of type <f2, <f4 or <f8: a row
/// is a vector. `name` stands in messages. Throws Error(WEFT_E_CONFIG) for anything else, also
/// where a number is not finite or bytes are missing or left over.
Vectors read_npy(std::string_view bytes, const std::string& name);

}  // namespace weft
