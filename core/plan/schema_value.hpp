// SPDX-License-Identifier: Apache-2.0
/// The value of one option as a pattern of RELAX NG.
#pragma once

#include <string>

#include "core/plugin/plugin_info.hpp"

namespace pugi {
class xml_node;
}

namespace weft {

/// Adds the patterns that a value of the parameter may have, alternatives of each other, to
/// `parent`, a <choice>. They use the datatypes of XML Schema.
void add_value_patterns(pugi::xml_node parent, const ParamInfo& param);

/// Adds <data type="TYPE"> with a pattern that the whole value must match.
void add_matching(pugi::xml_node parent, const char* type, const std::string& expression);

}  // namespace weft
