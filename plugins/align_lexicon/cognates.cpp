// SPDX-License-Identifier: Apache-2.0
/// Sorted words and the longest common subsequence (Melamed, Bitext Maps and Alignment, 1999).
#include "cognates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kStem = 3;      // letters that must agree
constexpr std::size_t kShortest = 4;  // shorter words are alike by chance
constexpr std::size_t kLongest = 24;
constexpr float kAlike = 0.7F;     // from this similarity on
constexpr float kStrength = 0.6F;  // probability of an equal pair
// Words that begin alike are tried up to so many, or common beginnings would cost the square.
constexpr std::size_t kMostTried = 200;

// Base letters of U+00C0 to U+017F; '.' where there is none.
constexpr std::string_view kBase =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
    "nnnnnnnnooooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string base_letters(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t point = next_code_point(written, at);
    if (point >= U'a' && point <= U'z') {
      out.push_back(static_cast<char>(point));
    } else if (point >= 0xC0 && point - 0xC0 < kBase.size()) {
      out.push_back(kBase[point - 0xC0]);
    } else {
      append_code_point(out, point);
    }
  }
  return out;
}

/// Twice the longest common subsequence over both lengths.
float similarity(std::string_view a, std::string_view b) {
  std::array<std::uint8_t, kLongest + 1> row{};
  for (const char letter : a) {
    std::uint8_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint8_t above = row.at(j + 1);
      row.at(j + 1) =
          letter == b[j] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row.at(j));
      diagonal = above;
    }
  }
  return 2.0F * static_cast<float>(row.at(b.size())) / static_cast<float>(a.size() + b.size());
}

bool fits(const TokenType& type, const std::string& letters) {
  return type.kind == TokenClass::kWord && letters.size() >= kShortest &&
         letters.size() <= kLongest;
}

}  // namespace

Cognates::Cognates(const TokenTable& given, const TokenTable& other) : given_(given) {
  const auto is_word = [](const TokenType& type) { return type.kind == TokenClass::kWord; };
  if (std::none_of(given.types.begin(), given.types.end(), is_word)) return;
  for (std::uint32_t type = 0; type < other.types.size(); ++type) {
    if (!is_word(other.types[type])) continue;
    std::string letters = base_letters(other.types[type].written);
    if (fits(other.types[type], letters)) others_.push_back({std::move(letters), type});
  }
  std::sort(others_.begin(), others_.end(), [](const Entry& a, const Entry& b) {
    return a.letters != b.letters ? a.letters < b.letters : a.type < b.type;
  });
}

void Cognates::find(std::uint32_t type, std::vector<PriorPair>& out) const {
  if (others_.empty() || given_.types[type].kind != TokenClass::kWord) return;
  const std::string letters = base_letters(given_.types[type].written);
  if (!fits(given_.types[type], letters)) return;
  const std::string_view stem = std::string_view(letters).substr(0, kStem);
  auto at = std::lower_bound(others_.begin(), others_.end(), stem,
                             [](const Entry& e, std::string_view s) { return e.letters < s; });
  for (std::size_t tried = 0; at != others_.end() && tried < kMostTried; ++at, ++tried) {
    if (at->letters.compare(0, kStem, stem) != 0) break;
    const float alike = similarity(letters, at->letters);
    if (alike >= kAlike) out.push_back({type, at->type, kStrength * alike * alike});
  }
}

}  // namespace weft
