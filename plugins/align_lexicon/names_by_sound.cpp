// SPDX-License-Identifier: Apache-2.0
/// A trie of names, walked by the readings of neighbouring characters.
#include "names_by_sound.hpp"

#include <algorithm>
#include <cstddef>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr int kMostCharacters = 3;
constexpr std::size_t kMostLetters = 18;
constexpr float kWeight = 0.6F;  // other characters sound the same
// A word is a name when at most one in so many of its uses is in lower case.
constexpr std::uint32_t kNamesIn = 6;

bool is_name(const TokenType& type) {
  if (type.kind != TokenClass::kWord || type.written.size() < 2) return false;
  if (type.written.size() > kMostLetters || type.capitalised == 0) return false;
  if ((type.count - type.capitalised) * kNamesIn > type.count) return false;
  return std::all_of(type.written.begin(), type.written.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

NamesBySound::NamesBySound(const TokenTable& alphabet, const Lexicon& lexicon)
    : alphabet_(alphabet), lexicon_(lexicon), nodes_(1) {
  for (std::size_t type = 0; type < alphabet.types.size(); ++type) {
    if (!is_name(alphabet.types[type])) continue;
    std::uint32_t node = 0;
    for (const char c : alphabet.types[type].written) {
      std::uint32_t next = nodes_[node].next.at(static_cast<std::size_t>(c - 'a'));
      if (next == 0) {
        next = static_cast<std::uint32_t>(nodes_.size());
        nodes_[node].next.at(static_cast<std::size_t>(c - 'a')) = next;
        nodes_.emplace_back();
      }
      node = next;
    }
    nodes_[node].name = static_cast<std::uint32_t>(type + 1);
  }
}

std::uint32_t NamesBySound::step(std::uint32_t node, std::string_view letters) const {
  for (const char c : letters) {
    if (c < 'a' || c > 'z') return 0;
    node = nodes_[node].next.at(static_cast<std::size_t>(c - 'a'));
    if (node == 0) return 0;
  }
  return node;
}

void NamesBySound::follow(std::size_t at, std::uint32_t node, int depth) {
  if (at >= points_.size() || points_[at] == 0) return;
  for (const std::string_view reading : lexicon_.readings(points_[at])) {
    const std::uint32_t next = step(node, reading);
    if (next == 0) continue;
    if (nodes_[next].name != 0) found_.push_back(nodes_[next].name - 1);
    if (depth + 1 < kMostCharacters) follow(at + 1, next, depth + 1);
  }
}

void NamesBySound::add(std::string_view sentence, TokenTable& characters) {
  if (nodes_.size() == 1) return;
  points_.clear();
  for (std::size_t at = 0; at < sentence.size();) {
    const char32_t point = next_code_point(sentence, at);
    points_.push_back(point >= 0x3400 ? point : 0);
  }
  found_.clear();
  for (std::size_t at = 0; at < points_.size(); ++at)
    follow(at, 0, 0);
  std::sort(found_.begin(), found_.end());
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  for (const std::uint32_t name : found_) {
    characters.add(alphabet_.types[name].key, TokenClass::kForeign, TokenType::kNoTerm, kWeight);
  }
  characters.begin.back() = static_cast<std::uint32_t>(characters.uses.size());
}

}  // namespace weft
