// SPDX-License-Identifier: Apache-2.0
/// The lists behind unit_table.hpp.
#pragma once

#include <span>

#include "unit_table.hpp"

namespace weft {

std::span<const Unit> han_units();          // by descending size in bytes
std::span<const Unit> english_units();      // by descending size; a space takes a hyphen too
std::span<const Unit> currency_prefixes();  // by descending size; exact

}  // namespace weft
