// SPDX-License-Identifier: Apache-2.0
/// What writing systems a text uses, and whether its Han characters are simplified or traditional.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft {

/// The script of a letter (Unicode property Script), kDigit for decimal digits of any script, kNone
/// for white space, punctuation, symbols and marks, kOther for letters of all other scripts.
enum class Script : std::uint8_t {
  kNone,
  kDigit,
  kLatin,
  kHan,
  kHiragana,
  kKatakana,
  kBopomofo,
  kHangul,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kThai,
  kDevanagari,
  kOther,
};
inline constexpr std::size_t kScriptCount = 15;

/// Writing systems that a reader tells apart at a glance; kNone for what is no letter, behind those
/// that are.
enum class Writing : std::uint8_t { kEastAsian, kLatin, kCyrillic, kOther, kNone };
/// How many there are of letters.
inline constexpr std::size_t kWritings = 4;

/// How a text's Han characters are written.
enum class HanForm : std::uint8_t { kUnknown, kSimplified, kTraditional };

/// Code points of a text by script, and those of its Han characters that only one form uses.
struct ScriptCounts {
  std::array<std::uint64_t, kScriptCount> by_script{};
  std::uint64_t simplified = 0;   ///< only in simplified Chinese (some of them also in Japanese)
  std::uint64_t traditional = 0;  ///< only in traditional Chinese (many of them also in Japanese)
  std::uint64_t japanese = 0;     ///< only in Japanese

  [[nodiscard]] std::uint64_t operator[](Script script) const {
    return by_script[static_cast<std::size_t>(script)];
  }
  [[nodiscard]] std::uint64_t kana() const {
    return (*this)[Script::kHiragana] + (*this)[Script::kKatakana];
  }
  /// Code points that are letters of any script.
  [[nodiscard]] std::uint64_t letters() const;
  ScriptCounts& operator+=(const ScriptCounts& other);
};

/// Counts valid UTF-8; about 500 MB/s. Any thread.
ScriptCounts count_scripts(std::string_view text);

/// The script of one code point. Any thread.
Script script_of(char32_t point);

/// The writing that a script belongs to: kNone for Script::kNone and digits, kEastAsian for Han,
/// kana, Bopomofo and Hangul. Any thread.
Writing writing_of(Script script);

/// The form most of the form-specific characters belong to; unknown when there are none or the vote
/// is a tie. Characters that both forms use have no vote (Unihan's kSimplifiedVariant and
/// kTraditionalVariant, read when weft is built). Any thread.
HanForm vote_han_form(const ScriptCounts& counts);

}  // namespace weft
