// SPDX-License-Identifier: Apache-2.0
/// What pairing keeps of a document between observe and settle: a few kilobytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/text/wording_sketch.hpp"

namespace weft {

/// Whether a document can have a partner.
enum class Standing : std::uint8_t {
  kOneLanguage,    ///< in one of the languages asked for
  kOtherLanguage,  ///< in none of them
  kSeveral,        ///< its text is in two of them
  kJoined,         ///< made of several languages by an earlier stage or its parser
  kEmpty,          ///< no text to judge by
};

/// What a feature is, in the low bits of its key.
enum class FeatureKind : std::uint8_t {
  kNumber,   ///< a figure; the same in all languages
  kName,     ///< a word in Latin letters in a text of another script, or a capitalised one
  kAddress,  ///< an address of the web or of mail in the text
  kWord,     ///< the beginning of a word of an alphabet, for cognates
  kTerm,     ///< a term of the lexicon; the key holds its number
};
inline constexpr std::size_t kFeatureKinds = 5;
inline constexpr std::uint32_t kKindBits = 3;

/// The key of a feature: 29 bits of value, 3 of kind.
constexpr std::uint32_t feature_key(FeatureKind kind, std::uint64_t value) {
  return static_cast<std::uint32_t>(value << kKindBits) | static_cast<std::uint32_t>(kind);
}
constexpr FeatureKind kind_of(std::uint32_t key) {
  return static_cast<FeatureKind>(key & ((1U << kKindBits) - 1));
}
constexpr std::uint32_t value_of(std::uint32_t key) {
  return key >> kKindBits;
}

/// One occurrence in the text.
struct Feature {
  std::uint32_t key = 0;
  std::uint16_t sentence = 0;  ///< counted from 0 over the whole text
  bool operator==(const Feature&) const = default;
};

/// That another document is this text in another language.
struct Claim {
  std::uint64_t address = 0;  ///< hash of url_key
  std::uint8_t range = 0;     ///< of the language said; kNoRange where none was
  bool original = false;      ///< "translation-of": the other is the original
  bool operator==(const Claim&) const = default;
};
inline constexpr std::uint8_t kNoRange = 0xFF;

struct DocumentNote {
  Standing standing = Standing::kEmpty;
  std::uint8_t range = kNoRange;  ///< position of its language in the ranges
  std::string language;           ///< BCP 47, as the text shows it
  std::uint64_t address = 0;      ///< hash of url_key of its own address; 0: none
  std::uint64_t neutral = 0;      ///< hash of its address without the language; 0: none
  bool marked = false;            ///< the address says a language
  std::vector<Claim> claims;
  std::uint32_t bytes = 0;  ///< of its blocks
  std::uint32_t blocks = 0;
  std::uint32_t sentences = 0;
  Sketch sketch{};                ///< of its wording, for near-duplicates
  std::vector<Feature> features;  ///< sorted by key, then sentence
};

std::string write_note(const DocumentNote& note);
/// What write_note wrote; a note that is cut off gives an empty one.
DocumentNote read_note(std::string_view bytes);

}  // namespace weft
