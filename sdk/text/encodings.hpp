// SPDX-License-Identifier: Apache-2.0
/// The encodings weft knows: WHATWG names, their labels, and ICU's converters for them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace weft {

/// What kind of text an encoding was made for; picks the model that judges text decoded from it.
enum class Repertoire : std::uint8_t {
  kAny,
  kChinese,
  kJapanese,
  kKorean,
  kCyrillic,
  kWestern,
  kCentral,
  kTurkish,
  kGreek,
  kHebrew,
  kArabic,
  kThai,
  kBaltic,
  kVietnamese,
};

struct Encoding {
  std::string_view name;  ///< WHATWG's
  const char* converter;  ///< ICU's name for it or for its superset
  Repertoire repertoire;
  double rarity;            ///< bits of doubt before any byte is seen; negative: never guessed
  std::string_view labels;  ///< lower case, separated by spaces
  std::u32string_view upper = {};  ///< if set, the characters of 0xA0..0xFF
};

/// All of them, those first whose text is judged by one model.
std::span<const Encoding> all_encodings();

/// By WHATWG name; the name must be one of them.
const Encoding& encoding_named(std::string_view name);

/// By any label, ignoring case and white space around it; nullptr when unknown.
const Encoding* find_encoding(std::string_view label);

}  // namespace weft
