// SPDX-License-Identifier: Apache-2.0
/// Percent-encoding of what an address may not hold.
#include "web_address.hpp"

#include <cctype>

namespace weft {
namespace {

bool is_hex(std::string_view text, std::size_t i) {
  return i < text.size() && std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
}

bool is_allowed(std::string_view url, std::size_t i) {
  const char c = url[i];
  if (c == '%') return is_hex(url, i + 1) && is_hex(url, i + 2);
  constexpr std::string_view kMarks = "-._~:/?#@!$&'()*+,;=";
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x80 && std::isalnum(byte) != 0) || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

std::string web_address(std::string_view url) {
  const std::size_t host = url.find("://") + 3;
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  const bool has_host = host < url.size() && url[host] != '/' && url[host] != ':';
  if (!has_host) return {};
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool second_fragment = url[i] == '#' && in_fragment;
    in_fragment = in_fragment || url[i] == '#';
    if (is_allowed(url, i) && !second_fragment) {
      out += url[i];
      continue;
    }
    const auto byte = static_cast<unsigned char>(url[i]);
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4U];
    out += "0123456789ABCDEF"[byte & 15U];
  }
  return out;
}

}  // namespace weft
