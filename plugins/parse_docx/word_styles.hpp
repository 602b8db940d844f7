// SPDX-License-Identifier: Apache-2.0
/// What the styles of a document say about paragraphs and runs.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace weft {

/// What a paragraph is by its style.
enum class WordRole {
  kUnknown,  ///< the style says nothing: look at the one it is based on
  kBody,
  kTitle,
  kDeck,
  kByline,
  kDate,
  kHeading,
  kQuote,
  kCaption,
  kCode,
  kFootnote,
  kContents,
  kPageHeader,
  kPageFooter,
};

/// The role a style's name stands for; kUnknown for a name that means nothing special. Names of
/// Word are the same in every language of Word; names that other programs translated are known for
/// the most frequent languages. `level` is set for headings.
WordRole role_of_style_name(std::string_view name, int& level);

enum class Switch { kUnset, kOff, kOn };

/// One style, after load() with all that it inherits.
struct WordStyle {
  std::string name;
  std::string based_on;
  WordRole role = WordRole::kUnknown;
  int level = 0;     ///< of a heading, 1..6
  int outline = -1;  ///< as written: 0..8 a heading, 9 none
  Switch numbered = Switch::kUnset;
  Switch hidden = Switch::kUnset;
  std::string latin_lang;
  std::string asian_lang;
};

class WordStyles {
 public:
  /// Reads styles.xml. `name` is for messages.
  void load(std::string bytes, std::string_view name);
  /// The style of that id; for an empty one the default paragraph style. A style that the file
  /// lacks is known by its id, which is often its name. Valid until load().
  [[nodiscard]] const WordStyle& find(std::string_view id);
  /// The style of that id, or one that says nothing.
  [[nodiscard]] const WordStyle& find_character(std::string_view id) const;
  /// Languages of the document's defaults; may be empty.
  [[nodiscard]] const std::string& latin_lang() const { return defaults_.latin_lang; }
  [[nodiscard]] const std::string& asian_lang() const { return defaults_.asian_lang; }

 private:
  friend class StyleReader;
  void inherit();

  std::unordered_map<std::string, WordStyle> styles_;
  std::string default_id_;
  WordStyle defaults_;
  WordStyle nothing_;
};

}  // namespace weft
