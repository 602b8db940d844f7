// SPDX-License-Identifier: Apache-2.0
/// Edit distance, and what is near enough to be worth suggesting.
#include "core/config/suggest.hpp"

#include <algorithm>

#include "weft/ascii.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxWord = 64;    // longer ones are no typing mistakes
constexpr std::size_t kMaxListed = 12;  // a longer list is no help

std::string join(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words)
    result += (result.empty() ? "" : ", ") + word;
  return result;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table suffice: a swap looks back two.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
          ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string> closest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > kMaxWord) return std::nullopt;
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    if (candidate.empty() || candidate.size() > kMaxWord) continue;
    const std::size_t distance = edit_distance(word, candidate);
    // Everything is one edit from a single letter.
    if (distance >= best || distance >= std::max(word.size(), candidate.size())) continue;
    best = distance;
    found = candidate;
  }
  if (found || word.size() < 3) return found;
  const auto begins = [&](const std::string& candidate) {
    return ascii_lowered(std::string_view(candidate)).starts_with(ascii_lowered(word));
  };
  const auto longer = std::ranges::find_if(candidates, begins);
  return longer == candidates.end() ? std::nullopt : std::optional(*longer);
}

std::string suggest(std::string_view word, const std::vector<std::string>& candidates) {
  if (const auto near = closest(word, candidates)) return "did you mean '" + *near + "'?";
  if (candidates.empty() || candidates.size() > kMaxListed) return {};
  return "known are " + join(candidates);
}

}  // namespace weft
