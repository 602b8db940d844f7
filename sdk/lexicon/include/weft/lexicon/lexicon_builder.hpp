// SPDX-License-Identifier: Apache-2.0
/// Makes the bytes of a lexicon file out of dictionary entries.
#pragma once

#include <weft/lexicon/lexicon.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// A headword with its translations, valid UTF-8.
struct LexiconEntry {
  /// Forms of one word of the first language: its simplified and its traditional writing.
  std::vector<std::string> headwords = {};
  /// Of the second language, the usual one first; words and short phrases, without the remarks of a
  /// dictionary.
  std::vector<std::string> translations = {};
};

/// Collects entries, then writes them out in one piece. The bytes depend on nothing but the calls
/// and their order. One thread at a time.
class LexiconBuilder {
 public:
  /// BCP 47 tags. Throws Error(WEFT_E_CONFIG) when one is not well-formed or both are one language.
  LexiconBuilder(std::string_view first, std::string_view second);
  LexiconBuilder(LexiconBuilder&&) noexcept;
  LexiconBuilder& operator=(LexiconBuilder&&) noexcept;
  ~LexiconBuilder();

  /// What is added from now on comes from this source; its `entries` are counted here.
  void begin_source(LexiconSource source);

  /// An entry without a word on either side is left out. In sources with `own` set it outweighs the
  /// others: nine tenths of the probability of its headword, and of a translation that is one word,
  /// are from own entries.
  void add(const LexiconEntry& entry);

  /// A toneless pinyin syllable (a to z) of a Han character. `weight` > 0 says how usual it is,
  /// against other readings of that character in the same source. Other syllables are left out.
  void add_reading(char32_t han, std::string_view syllable, double weight);

  /// The program that builds, for Lexicon::built_by.
  void built_by(std::string_view program);

  /// The file. Throws Error(WEFT_E_LIMIT) past 4 GiB of text or 2^32 - 1 terms or translations.
  [[nodiscard]] std::string finish() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace weft
