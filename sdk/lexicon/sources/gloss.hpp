// SPDX-License-Identifier: Apache-2.0
/// The words that translate in a dictionary's definition, without its remarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// A pointer to another entry: "variant of 裡|里[li3]".
struct GlossReference {
  std::string headword;
  std::string pinyin = {};  ///< empty: not said
};

struct Gloss {
  std::vector<std::string> translations = {};
  std::vector<GlossReference> references = {};  ///< for entries without translations
};

/// Reads one definition of a Chinese dictionary and appends to `out`. `separators` part
/// translations (";", or ";," where commas do too). Left out: what stands in brackets, measure
/// words
/// ("CL:"), pronunciations, labels ("lit.", "surname"), Chinese words and what only points to them.
void read_gloss(std::string_view definition, std::string_view separators, Gloss& out);

/// The text without (...), [...], {...} and <...>; an unclosed bracket ends it.
std::string without_brackets(std::string_view text);

}  // namespace weft
