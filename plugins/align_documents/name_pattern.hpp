// SPDX-License-Identifier: Apache-2.0
/// Patterns of file names that hold a language: "{stem}.{lang}.*".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// What a pattern found in a document's id.
struct NameMatch {
  std::string key;        ///< the same for all languages of one text
  std::string language;   ///< as BCP 47 writes it: "zh-Hans" for "zh_hans"
  std::size_t range = 0;  ///< position in the ranges asked for
  std::string rest;       ///< what * stood for: the file's type
  std::size_t begin = 0;  ///< where in the id the language stands
  std::size_t end = 0;
};

/// {stem} is any text, folders included; {lang} a language tag, '_' counting as '-'; * anything
/// but '/'. Folders before the pattern belong to the stem.
class NamePattern {
 public:
  /// Throws Error(WEFT_E_CONFIG) unless the pattern has {stem} and {lang} once each.
  explicit NamePattern(std::string_view text);

  /// The match with the longest stem whose language one of the ranges takes (RFC 4647), if any. A
  /// record number ("#3") belongs to the key.
  [[nodiscard]] std::optional<NameMatch> match(std::string_view id,
                                               const std::vector<std::string>& ranges) const;

 private:
  enum class Part { kText, kStem, kLanguage, kAny };
  struct Token {
    Part part = Part::kText;
    std::string text;
  };
  struct Search;
  void add_text(std::string_view text);

  std::vector<Token> tokens_;
};

/// The usual spelling of a language tag (RFC 5646, 2.1.1): "ZH_hans-cn" gives "zh-Hans-CN".
std::string usual_tag(std::string_view tag);

}  // namespace weft
