// SPDX-License-Identifier: Apache-2.0
/// Says why a block is not content.
#pragma once

#include <cstdint>
#include <string_view>

#include "page_profile.hpp"

namespace weft {

/// The reason, by the block's own words first and the elements around it next: "navigation",
/// "pagination", "legal", "social", "newsletter", "related", "comments", "advertising",
/// "loading-notice", "read-more", "account", "sidebar", "footer", "form", "hidden", "shop" or,
/// where nothing tells, "unrelated". Static.
std::string_view boilerplate_reason(const PageProfile& profile, std::uint32_t block);

}  // namespace weft
