// SPDX-License-Identifier: Apache-2.0
/// A list counts from one; dates and ordinals seldom do.
#include "list_numbers.hpp"

#include <algorithm>
#include <array>

namespace weft {
namespace {

/// Of languages whose ordinals are a number with a full stop: "1. Mai", "3. místo".
bool dots_ordinals(std::string_view language) {
  constexpr std::array<std::string_view, 20> kTags{"de", "da", "no", "nb", "nn", "fi", "cs",
                                                   "sk", "sl", "hr", "sr", "bs", "hu", "et",
                                                   "lv", "lt", "is", "fo", "pl", "tr"};
  return std::find(kTags.begin(), kTags.end(), language.substr(0, language.find('-'))) !=
         kTags.end();
}

}  // namespace

std::optional<int> take_number(std::string_view& line) {
  constexpr std::size_t kMost = 2;  // digits
  std::size_t at = 0;
  int number = 0;
  while (at < line.size() && at <= kMost && line[at] >= '0' && line[at] <= '9')
    number = 10 * number + (line[at++] - '0');
  if (at == 0 || at > kMost) return std::nullopt;
  std::string_view rest = line.substr(at);
  for (const std::string_view mark : {".", ")", "）", "、", "．"}) {
    if (!rest.starts_with(mark)) continue;
    rest.remove_prefix(mark.size());
    const bool space = rest.starts_with(' ');
    const bool wide = !rest.empty() && static_cast<unsigned char>(rest[0]) >= 0x80;
    if (!space && !wide) return std::nullopt;
    line = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    return number;
  }
  return std::nullopt;
}

std::vector<std::string_view> without_numbers(const std::vector<std::string_view>& lines,
                                              std::string_view language) {
  std::vector<std::string_view> bare = lines;
  int count = 0;
  for (std::string_view& line : bare) {
    const std::optional<int> number = take_number(line);
    if (number && *number != ++count) return lines;
  }
  const bool lone = count == 1 && dots_ordinals(language);
  return lone ? lines : bare;
}

}  // namespace weft
