// SPDX-License-Identifier: Apache-2.0
/// Letters by the same few ranges as text_stats.cpp: what is neither space nor mark is a letter.
#include "letters.hpp"

#include <algorithm>

#include <weft/utf8.hpp>

namespace weft {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xC0) return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;
  if (c >= 0x3000 && c <= 0x303F) return c == 0x3005 || c == 0x3007;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  if (c >= 0xFF1A && c <= 0xFF20) return false;
  return c < 0x1F000 && !(c >= 0xE000 && c <= 0xF8FF) && c != 0xFEFF && c != 0xFFFD;
}

bool is_beyond_alphabets(char32_t c) {
  return c >= 0x2E80 && c < 0x1F000;
}

char32_t lower(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

}  // namespace

std::string letters_only(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) append_code_point(out, lower(c));
  }
  return out;
}

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  constexpr std::uint64_t kBasis = 14695981039346656037U;
  std::vector<std::uint64_t> hashes;
  std::uint64_t hash = kBasis;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    const bool letter = is_letter(c);
    if (letter) hash = (hash ^ lower(c)) * 1099511628211U;
    if (hash != kBasis && (!letter || is_beyond_alphabets(c))) {
      hashes.push_back(hash);
      hash = kBasis;
    }
  }
  if (hash != kBasis) hashes.push_back(hash);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWide[] = {"\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
  constexpr std::string_view kNarrow = " \n\t\r\f\v";
  for (bool changed = true; changed;) {
    changed = false;
    while (!text.empty() && kNarrow.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    while (!text.empty() && kNarrow.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    for (const std::string_view space : kWide) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), changed = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), changed = true;
    }
  }
  return text;
}

}  // namespace weft
