// SPDX-License-Identifier: Apache-2.0
/// What the styles of a document say about paragraphs and runs.
#pragma once

#include <weft/zip/blocks.hpp>

#include <string>
#include <string_view>
#include <unordered_map>

namespace weft {

enum class Switch { kUnset, kOff, kOn };

/// One style, after load() with all that it inherits.
struct WordStyle {
  std::string name;
  std::string based_on;
  BlockKind kind = {.type = {}};  ///< type empty: the style says nothing
  int outline = -1;               ///< as written: 0..8 a heading, 9 none
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
