// SPDX-License-Identifier: Apache-2.0
/// Shifts of seven-bit encodings, the form of UTF-8 and UTF-32.

#include "encoding_signs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "weft/ascii.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLooked = 1U << 16U;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// Bytes under 0x80 alone, with many control characters that stand at even or at odd places: the
/// high bytes of UTF-16 in a script whose code points have no byte over 0x7F. Control characters at
/// both are a text that holds control characters.
bool is_full_of_high_bytes(std::string_view bytes) {
  bytes = bytes.substr(0, kLooked);
  if (!is_ascii(bytes)) return false;
  std::array<std::size_t, 2> controls{};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if ((c >= 0 && c < '\t') || (c > '\r' && c < ' ' && c != '\x1B')) ++controls[at % 2];
  }
  const auto [fewer, more] = std::minmax(controls[0], controls[1]);
  return (fewer + more) * 8 > bytes.size() && fewer * 8 < more;
}

/// Counts characters of two bytes or more, and broken places, in the first kilobytes.
bool is_mostly_utf8(std::string_view bytes) {
  bytes = bytes.substr(0, kLooked);
  constexpr std::size_t kGoodForEachBroken = 12;
  constexpr std::size_t kLongestCut = 3;
  std::size_t good = 0;
  std::size_t broken = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(find_invalid_utf8(bytes), bytes.size());
    // Every character beyond ASCII has one lead byte.
    good += static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
    if (end == bytes.size()) break;
    // What the end cut off is not broken.
    const bool cut = bytes.size() - end <= kLongestCut && byte_at(bytes, end) >= 0xC2;
    broken += cut && good > 0 ? 0U : 1U;
    bytes.remove_prefix(end + 1);
  }
  return good >= broken * kGoodForEachBroken;
}

/// "~{" and pairs of bytes of GB 2312 up to "~}", at least half of them everyday characters.
bool is_hz(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t common = 0;
  for (std::size_t at = bytes.find("~{"sv); at != std::string_view::npos;
       at = bytes.find("~{"sv, at)) {
    at += 2;
    while (at + 1 < bytes.size() && bytes[at] != '~' && bytes[at] != '\n') {
      const unsigned lead = byte_at(bytes, at);
      const unsigned trail = byte_at(bytes, at + 1);
      if (lead < 0x21 || lead > 0x77 || trail < 0x21 || trail > 0x7E) return false;
      ++pairs;
      common += lead >= 0x30 && lead <= 0x57 ? 1U : 0U;
      at += 2;
    }
    const bool ended = at + 1 >= bytes.size() || bytes[at] == '\n';
    if (!ended && bytes[at + 1] != '}') return false;
  }
  return pairs >= 2 && common * 2 >= pairs;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos || is_full_of_high_bytes(bytes)) return false;
  return find_invalid_utf8(bytes) == std::string_view::npos || is_mostly_utf8(bytes);
}

const Encoding* find_seven_bit(std::string_view bytes) {
  bytes = bytes.substr(0, kLooked);
  const bool escapes = bytes.find('\x1B') != std::string_view::npos;
  const bool tildes = bytes.find("~{"sv) != std::string_view::npos;
  if ((!escapes && !tildes) || !is_ascii(bytes)) return nullptr;
  const auto holds = [&](std::string_view sign) {
    return bytes.find(sign) != std::string_view::npos;
  };
  if (holds("\x1B$)C"sv)) return &encoding_named("ISO-2022-KR");
  if (holds("\x1B$)A"sv) || holds("\x1B$)G"sv) || holds("\x1B$*H"sv))
    return &encoding_named("ISO-2022-CN");
  if (holds("\x1B$B"sv) || holds("\x1B$@"sv) || holds("\x1B(J"sv) || holds("\x1B$(D"sv))
    return &encoding_named("ISO-2022-JP");
  return tildes && is_hz(bytes) ? &encoding_named("HZ-GB-2312") : nullptr;
}

const Encoding* find_utf32(std::string_view bytes) {
  bytes = bytes.substr(0, std::min(bytes.size(), kLooked) / 4 * 4);
  if (bytes.size() < 8) return nullptr;
  bool little = true;
  bool big = true;
  for (std::size_t at = 0; at < bytes.size() && (little || big); at += 4) {
    const auto fits = [&](std::size_t high, std::size_t plane, std::size_t second,
                          std::size_t low) {
      const std::uint32_t point = (byte_at(bytes, at + plane) << 16U) |
                                  (byte_at(bytes, at + second) << 8U) | byte_at(bytes, at + low);
      return bytes[at + high] == '\0' && point != 0 && point <= 0x10FFFF &&
             (point < 0xD800 || point > 0xDFFF);
    };
    little = little && fits(3, 2, 1, 0);
    big = big && fits(0, 1, 2, 3);
  }
  if (little == big) return nullptr;
  return &encoding_named(little ? "UTF-32LE" : "UTF-32BE");
}

}  // namespace weft
