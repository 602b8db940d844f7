// SPDX-License-Identifier: Apache-2.0
/// Counts by byte: what a letter weighs matters less than that all weigh alike.
#include "weft/zip/language_votes.hpp"

#include <algorithm>

namespace weft {
namespace {

bool is_east_asian(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  return primary == "zh" || primary == "ja" || primary == "ko" || primary == "yue";
}

bool is_tag(std::string_view tag) {
  return tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

}  // namespace

void LanguageVotes::add(std::string_view text, std::string_view latin_tag,
                        std::string_view asian_tag) {
  std::uint64_t latin = 0;
  std::uint64_t asian = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const auto small = static_cast<unsigned char>(byte | 0x20U);
    latin += (small >= 'a' && small <= 'z') || (byte >= 0xC3 && byte < 0xE3) ? 1U : 0U;
    asian += byte >= 0xE3 && byte <= 0xED ? 2U : 0U;  // a character says as much as two letters
  }
  letters_ += latin + asian;
  const auto vote = [&](std::string_view tag, std::uint64_t count, bool east_asian) {
    if (count == 0 || !is_tag(tag) || is_east_asian(tag) != east_asian) return;
    const auto found = by_tag_.find(tag);
    if (found != by_tag_.end()) {
      found->second += count;
    } else if (by_tag_.size() < 64) {
      by_tag_.emplace(tag, count);
    }
  };
  vote(latin_tag, latin, false);
  vote(asian_tag, asian, true);
}

std::string LanguageVotes::winner() const {
  for (const auto& [tag, count] : by_tag_)
    if (count * 3 > letters_ * 2) return tag;
  return {};
}

}  // namespace weft
