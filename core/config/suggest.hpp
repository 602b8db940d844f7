// SPDX-License-Identifier: Apache-2.0
/// "did you mean": the known word nearest to a mistyped one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Edits (insert, delete, replace, swap two neighbours) that turn one word into the other, ASCII
/// case ignored; bytes count. The optimal string alignment form of Damerau (1964), O(a * b).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word` if it is near enough to be what was meant (one edit, or one for
/// every three letters), else one that `word` (three letters or more) begins, else nothing. Of
/// equals the first.
[[nodiscard]] std::optional<std::string> closest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

/// A hint for a Problem: "did you mean 'lexicon'?", or "known are a, b, c" when nothing is near and
/// there are few candidates, or nothing.
[[nodiscard]] std::string suggest(std::string_view word,
                                  const std::vector<std::string>& candidates);

}  // namespace weft
