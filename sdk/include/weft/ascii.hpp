// SPDX-License-Identifier: Apache-2.0
/// Letters of ASCII, whatever the locale: names, tags and keywords of formats. Header-only; every
/// function may be called from any thread and leaves bytes of other characters as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace weft {

/// True for A to Z and a to z.
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True for 0 to 9.
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The small letter of A to Z, any other byte itself.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The capital letter of a to z, any other byte itself.
constexpr char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// True when no byte is over 0x7F.
inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A copy with small letters for A to Z, as many bytes as before.
inline std::string ascii_lowered(std::string_view text) {
  std::string copy(text);
  for (char& c : copy)
    c = ascii_lower(c);
  return copy;
}

}  // namespace weft
