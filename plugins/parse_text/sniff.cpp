// SPDX-License-Identifier: Apache-2.0
/// Counting what plain text does not hold: control bytes, impossible characters, tags.

#include "sniff.hpp"

#include <weft/text/decode.hpp>
#include <weft/text/script.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "characters.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr int kDeclared = 95;
constexpr int kPlain = 40;
constexpr int kMarkup = 8;
constexpr int kOtherType = 5;

/// True when so few of the characters are impossible in text, and nearly all letters so much of one
/// way of writing, that the bytes cannot be anything but UTF-16 or UTF-32: random ones are neither.
/// Where a mark says so, half of them may be broken.
bool is_wide_text(const Decoded& decoded, bool marked) {
  if (!decoded.encoding.starts_with("UTF-16") && !decoded.encoding.starts_with("UTF-32"))
    return false;
  std::size_t points = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < decoded.text.size(); ++points) {
    const char32_t point = next_code_point(decoded.text, at);
    odd += is_impossible(point) ? 1U : 0U;
  }
  const ScriptCounts counts = count_scripts(decoded.text);
  const std::uint64_t east_asian = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  std::uint64_t most = east_asian;
  for (const Script script : {Script::kCyrillic, Script::kGreek, Script::kArabic, Script::kHebrew,
                              Script::kThai, Script::kDevanagari, Script::kOther})
    most = std::max(most, counts[script]);
  const std::uint64_t letters = counts.letters();
  const bool readable = marked ? odd * 2 <= points : odd * 50 <= points && letters * 5 >= points;
  return points > 0 && readable && letters > 0 &&
         (most + counts[Script::kLatin]) * 10 >= letters * 9;
}

bool has_magic(std::string_view head) {
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
  return std::any_of(std::begin(kMagic), std::end(kMagic),
                     [&](std::string_view magic) { return head.starts_with(magic); });
}

/// Control bytes beyond one in fifty; in what is UTF-8 without NUL, where chance does not lead,
/// beyond one in three: scraped texts hold the controls of terminals and of other encodings.
bool is_binary(std::string_view head) {
  std::size_t odd = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    const bool text = byte >= 0x20 || (byte >= '\t' && byte <= '\r') || byte == 0x1B;
    odd += text ? 0U : 1U;
  }
  if (odd * 50 <= head.size()) return false;
  const std::size_t invalid = find_invalid_utf8(head);  // the head may end inside a character
  const bool is_utf8 = invalid == std::string_view::npos || invalid + 3 >= head.size();
  return odd * 3 > head.size() || !is_utf8 || head.find('\0') != std::string_view::npos;
}

/// The beginning of `head`, in UTF-8 when it is UTF-16 or UTF-32.
std::string narrowed(std::string_view head) {
  constexpr std::size_t kLooked = 4096;  // a multiple of four: no unit is cut
  const bool marked = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (!marked && head.substr(0, kLooked).find('\0') == std::string_view::npos &&
      !is_binary(head.substr(0, kLooked)))
    return std::string(head);
  Decoded decoded = decode(head.substr(0, kLooked));
  return is_wide_text(decoded, marked) ? std::move(decoded.text) : std::string(head);
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
  if (has_magic(head)) return 0;
  const std::string text = narrowed(head);
  if (is_binary(text)) return 0;
  if (type == "text/plain") return kDeclared;
  if (!type.empty() && type != "application/octet-stream") return kOtherType;
  return is_markup(text) ? kMarkup : kPlain;
}

}  // namespace weft::plain
