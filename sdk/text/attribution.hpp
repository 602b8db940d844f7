// SPDX-License-Identifier: Apache-2.0
/// Whether the words behind a closed quotation say who spoke it.
#pragma once

#include <cstddef>
#include <string_view>

namespace weft {

/// True when the clause at `offset` (no white space there) names a speaker and closes with, or
/// begins with a pronoun and, a verb of saying, and does not itself introduce a new quotation by a
/// colon: 他问道。 / 王先生笑着说，/ John asked. / said the mayor. Looks at one clause, at most 40
/// characters.
bool is_attribution(std::string_view text, std::size_t offset);

/// True when the quotation whose opening quote is at `offset` was introduced by a colon.
bool is_introduced(std::string_view text, std::size_t begin, std::size_t offset);

}  // namespace weft
