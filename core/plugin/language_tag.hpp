// SPDX-License-Identifier: Apache-2.0
/// BCP 47 language tags: are they well formed, and how are they usually written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace weft {

/// The tag in the letter case that RFC 5646, section 2.1.1 recommends ("zh-hans-cn" gives
/// "zh-Hans-CN"), or nothing when it is not well formed by section 2.1. "*", the range of all
/// languages (RFC 4647), is taken too. Stricter than the grammar in one point: a language has two
/// or three letters, because none of four to eight is registered and "english" is always a mistake.
/// Registration is not looked up.
[[nodiscard]] std::optional<std::string> canonical_language(std::string_view tag);

/// What may have been meant by an ill-formed tag: "zh_CN" gives "zh-CN". Empty when nothing is
/// near.
[[nodiscard]] std::string likely_language(std::string_view tag);

}  // namespace weft
