// SPDX-License-Identifier: Apache-2.0
/// ${NAME} in attribute values.
#pragma once

#include "core/config/config_inputs.hpp"
#include "core/config/problems.hpp"
#include "core/config/xml_element.hpp"

namespace weft {

/// Replaces each ${NAME} of an attribute's value by the environment variable and each $${ by ${;
/// any other '$' stays. The variable's value is taken as it is: nothing in it is replaced or
/// parsed. Returns false and adds problems, each at its ${, when a variable is missing, is not
/// UTF-8 or has no well-formed name, or the result is longer than 64 KiB; what is wrong stays as
/// written (too long a value becomes empty).
bool substitute(XmlAttribute& attribute, const Environment& environment, Problems& problems);

}  // namespace weft
