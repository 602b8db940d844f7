// SPDX-License-Identifier: Apache-2.0
/// Under which terms a page may be used, where it says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "choose_metadata.hpp"

namespace weft {

/// The licence: an address of rel=license, JSON-LD or a Creative Commons link, or the name that a
/// line gives ("CC BY-SA 4.0"). Nothing for pages that only reserve all rights. Any thread.
std::optional<ChosenValue> find_licence(const MetadataInput& input);

/// "CC BY-SA 4.0" of a text that says so in English, Chinese or short; empty otherwise. Any thread.
std::string name_of_licence(std::string_view text);

}  // namespace weft
