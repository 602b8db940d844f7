// SPDX-License-Identifier: Apache-2.0
/// A lexicon's arrays, found and checked in the bytes of a file.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout.hpp"

namespace weft {

struct SideView {
  std::string language;
  std::span<const std::uint64_t> keys;
  std::span<const std::uint32_t> buckets;
  std::span<const std::uint32_t> text_borders;
  std::string_view texts;
  std::span<const TranslationList> lists;
  std::span<const Translation> translations;
  std::span<const std::uint8_t> flags;
  std::span<const std::uint32_t> labels;
  std::span<const std::uint32_t> first_children;
  std::span<const std::uint32_t> node_terms;
  std::span<const std::uint32_t> root_pages;
  std::uint32_t bucket_shift = 0;  ///< from a key to its bucket
};

struct LexiconView {
  std::array<SideView, 2> sides;
  std::span<const std::uint32_t> han;
  std::span<const std::uint32_t> han_pages;
  std::span<const HanReadings> han_syllables;
  std::span<const Syllable> syllables;
  std::string built_by;
  std::vector<LexiconSource> sources;
};

/// Every border, number of a term and probability is checked. Throws Error(WEFT_E_CONFIG), `name`
/// first in its message. `bytes` begins at a multiple of 8 and outlives the view.
LexiconView view_lexicon(std::string_view bytes, const std::string& name);

/// The text of the section kNotes.
std::string write_notes(const LexiconView& view);
/// False when it is no such text.
bool read_notes(std::string_view text, LexiconView& view);

}  // namespace weft
