// SPDX-License-Identifier: Apache-2.0
/// Addresses of the same text in other languages.
#pragma once

#include <string>
#include <vector>

#include "choose_metadata.hpp"

namespace weft {

/// Values of the key `alternate`, "en https://...": from hreflang links of the head, and from links
/// whose words say so ("Read the English version", 中文版). `language` is the page's own, or empty;
/// it and x-default are left out, and so is what cannot be made absolute. Any thread.
std::vector<ChosenValue> find_alternates(const MetadataInput& input, std::string_view language);

}  // namespace weft
