// SPDX-License-Identifier: Apache-2.0
/// Counting what plain text does not hold: control bytes and tags.

#include "sniff.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace weft::plain {
namespace {

constexpr int kDeclared = 95;
constexpr int kPlain = 40;
constexpr int kMarkup = 8;
constexpr int kOtherType = 5;

bool starts_like_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

/// Every second byte of Latin text in UTF-16 is NUL; binary formats are not that regular.
bool alternates_with_nul(std::string_view head) {
  std::array<std::size_t, 2> nul{};
  for (std::size_t i = 0; i < head.size(); ++i)
    nul[i % 2] += head[i] == '\0' ? 1U : 0U;
  const std::size_t half = head.size() / 2;
  const std::size_t most = std::max(nul[0], nul[1]);
  const std::size_t least = std::min(nul[0], nul[1]);
  return half >= 4 && most * 5 >= half * 2 && least * 20 <= half;
}

bool is_binary(std::string_view head) {
  constexpr std::string_view kMagic[] = {"%PDF-",
                                         "PK\x03\x04",
                                         "\x7F"
                                         "ELF",
                                         "\x89PNG",
                                         "GIF8",
                                         "\xFF\xD8\xFF",
                                         "\x1F\x8B",
                                         "{\\rtf",
                                         "\xD0\xCF\x11\xE0",
                                         "BZh",
                                         "7z\xBC\xAF",
                                         "RIFF",
                                         "OggS",
                                         "ID3"};
  if (std::any_of(std::begin(kMagic), std::end(kMagic),
                  [&](std::string_view magic) { return head.starts_with(magic); }))
    return true;
  if (starts_like_utf16(head) || alternates_with_nul(head)) return false;
  std::size_t odd = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    const bool text = byte >= 0x20 || (byte >= '\t' && byte <= '\r') || byte == 0x1B;
    odd += text ? 0U : 1U;
  }
  return odd * 50 > head.size();
}

/// Tags such as "<p>", "</div>", "<!DOCTYPE": a letter, "/", "!" or "?" right behind "<", and a
/// ">".
std::size_t count_tags(std::string_view head) {
  std::size_t tags = 0;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (at + 1 >= head.size()) break;
    const char next = head[at + 1];
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (!letter && next != '/' && next != '!' && next != '?') continue;
    const std::size_t close = head.substr(at, 2000).find('>');
    tags += close != std::string_view::npos ? 1U : 0U;
  }
  return tags;
}

bool is_markup(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::string_view start = first == std::string_view::npos ? head : head.substr(first);
  if (start.starts_with("<!") || start.starts_with("<?xml") || start.starts_with("<html"))
    return true;
  const std::size_t tags = count_tags(head);
  return tags >= 4 && tags * 400 > head.size();
}

std::string type_of(std::string_view media_type) {
  std::string type(media_type.substr(0, media_type.find(';')));
  while (!type.empty() && type.back() == ' ')
    type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return type;
}

}  // namespace

int sniff_text(std::string_view /*uri*/, std::string_view media_type, std::string_view head) {
  const std::string type = type_of(media_type);
  if (type == "text/plain") return kDeclared;
  if (is_binary(head)) return 0;
  if (!type.empty() && type != "application/octet-stream") return kOtherType;
  return is_markup(head) ? kMarkup : kPlain;
}

}  // namespace weft::plain
