// SPDX-License-Identifier: Apache-2.0
/// How many tokens a text may be, without the model's tokenizer.
#pragma once

#include <cstddef>
#include <string_view>

namespace weft {

/// An upper bound for common tokenizers: one and a half tokens for a Han character, one for any
/// other byte. It is a bound and no count: English has about four bytes a token. Valid UTF-8. Any
/// thread.
std::size_t estimate_tokens(std::string_view text);

/// About how many tokens a text is: one for a Han character, one for three other bytes. Between the
/// tokenizers of common models, so that some count more: for guesses that an endpoint corrects.
/// Valid UTF-8. Any thread.
std::size_t likely_tokens(std::string_view text);

}  // namespace weft
