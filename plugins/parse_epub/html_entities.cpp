// SPDX-License-Identifier: Apache-2.0
/// References are short: one look from the ampersand to the semicolon decides.
#include "html_entities.hpp"

#include <weft/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace weft {
namespace {

struct Entity {
  std::string_view name;
  char32_t point;
};

constexpr Entity kEntities[] = {
#include "html_entities.inc"
};

constexpr char32_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

/// The character of "#20013", "#x4E2D" or "nbsp"; 0 when it is none.
char32_t character_of(std::string_view reference) {
  if (!reference.starts_with('#')) {
    const auto* found = std::lower_bound(
        std::begin(kEntities), std::end(kEntities), reference,
        [](const Entity& entity, std::string_view name) { return entity.name < name; });
    return found != std::end(kEntities) && found->name == reference ? found->point : 0;
  }
  reference.remove_prefix(1);
  const bool hex = reference.starts_with('x') || reference.starts_with('X');
  if (hex) reference.remove_prefix(1);
  std::uint32_t code = 0;
  const auto result =
      std::from_chars(reference.data(), reference.data() + reference.size(), code, hex ? 16 : 10);
  if (reference.empty() || result.ec != std::errc() ||
      result.ptr != reference.data() + reference.size())
    return 0;
  if (code >= 0x80 && code < 0xA0) return kWindows1252[code - 0x80];
  const bool scalar = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
  return scalar ? code : U'\uFFFD';
}

}  // namespace

void append_decoded(std::string& out, std::string_view text) {
  constexpr std::size_t kLongest = 12;
  std::size_t done = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t size = text.substr(at + 1, kLongest).find(';');
    if (size == std::string_view::npos) continue;
    const char32_t point = character_of(text.substr(at + 1, size));
    if (point == 0) continue;
    out += text.substr(done, at - done);
    append_code_point(out, point);
    done = at + size + 2;
    at = done - 1;
  }
  out += text.substr(done);
}

}  // namespace weft
