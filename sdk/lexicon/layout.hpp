// SPDX-License-Identifier: Apache-2.0
/// What a lexicon file looks like: a header, then arrays that are used where they lie.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "weft/lexicon/lexicon.hpp"

namespace weft {

inline constexpr std::array<char, 8> kLexiconMagic = {'w', 'e', 'f', 't', 'l', 'e', 'x', '\n'};
inline constexpr std::uint32_t kLexiconVersion = 1;
/// As the machine that wrote the file has it; another one reads other digits.
inline constexpr std::uint32_t kLexiconByteOrder = 0x01020304;
inline constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

/// Arrays of one side. `keys` are sorted and term t has keys[t]; buckets split them by their top
/// bits, 2^n + 1 borders. The trie is in order of breadth: children of node k are the nodes
/// first_child[k] .. first_child[k + 1] - 1, by ascending label; node 0 is the root, and
/// `root_pages` says where its children with a label from 64 * page on begin; there are pages up to
/// that of the last one.
enum class SideSection : std::uint8_t {
  kKeys,           // u64 a term
  kBuckets,        // u32
  kTextBorders,    // u32, one more than terms
  kTexts,          // bytes
  kLists,          // TranslationList a term
  kTranslations,   // Translation
  kFlags,          // u8 a term
  kLabels,         // u32 a node: code point
  kFirstChildren,  // u32, one more than nodes
  kNodeTerms,      // u32 a node, kNoTerm
  kRootPages,      // u32, one more than pages, or none without a trie
  kCount,
};

/// Arrays of the file as a whole.
enum class FileSection : std::uint8_t {
  kNotes,         // text: languages, program, sources
  kHan,           // u32: code points with readings, ascending
  kHanPages,      // u32, one more than pages
  kHanSyllables,  // HanReadings a code point
  kSyllables,     // Syllable
  kCount,
};

inline constexpr std::size_t kSideSections = static_cast<std::size_t>(SideSection::kCount);
inline constexpr std::size_t kFileSections = static_cast<std::size_t>(FileSection::kCount);
inline constexpr std::size_t kSections = kFileSections + 2 * kSideSections;
inline constexpr std::uint32_t kPageBits = 6;

inline constexpr std::uint8_t kOwnFlag = 1;

struct TranslationList {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

/// Numbers of syllables; kNoSyllable fills up.
using HanReadings = std::array<std::uint16_t, Readings::kMost>;
inline constexpr std::uint16_t kNoSyllable = 0xFFFF;

/// Padded with NUL.
using Syllable = std::array<char, 8>;

struct SectionPlace {
  std::uint64_t offset = 0;  ///< bytes from the start of the file, a multiple of 8
  std::uint64_t bytes = 0;
};

struct LexiconHeader {
  std::array<char, 8> magic = kLexiconMagic;
  std::uint32_t version = kLexiconVersion;
  std::uint32_t byte_order = kLexiconByteOrder;
  std::uint64_t size = 0;      ///< of the whole file
  std::uint64_t checksum = 0;  ///< XXH3 of all bytes behind the header
  std::array<SectionPlace, kSections> sections{};
};

constexpr std::size_t section_index(FileSection section) {
  return static_cast<std::size_t>(section);
}
constexpr std::size_t section_index(LexiconSide side, SideSection section) {
  return kFileSections + static_cast<std::size_t>(side) * kSideSections +
         static_cast<std::size_t>(section);
}

/// The form that labels of the trie have: ASCII letters small, full-width forms as ASCII.
constexpr char32_t fold_label(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
  return point >= U'A' && point <= U'Z' ? point + 0x20 : point;
}

}  // namespace weft
