// SPDX-License-Identifier: Apache-2.0
/// Counts letters, vowels and syllables.

#include "gloss_shape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "weft/text/script.hpp"

namespace weft {
namespace {

constexpr std::array<std::string_view, 22> kInitials{"",  "b", "p", "m", "f", "d", "t", "n",
                                                     "l", "g", "k", "h", "j", "q", "x", "zh",
                                                     "z", "c", "s", "r", "y", "w"};
constexpr std::array<std::string_view, 34> kFinals{
    "a",   "o",  "e",   "ai",  "ei", "ao", "ou",  "an",   "en",   "ang", "eng", "er",
    "i",   "ia", "ie",  "iao", "iu", "in", "ian", "ing",  "ong",  "u",   "ua",  "uo",
    "uai", "ui", "uan", "un",  "ue", "ve", "v",   "iang", "iong", "uang"};

bool is_one_of(char letter, std::string_view set) {
  return set.find(letter) != std::string_view::npos;
}

/// Which initials stand before which finals, as far as it keeps other words out.
bool is_syllable(std::string_view initial, std::string_view final) {
  if (initial.empty()) return is_one_of(final.front(), "aoe");
  const char last = initial.back();
  if (is_one_of(last, "jqx")) return is_one_of(final.front(), "iu");
  if (is_one_of(last, "yw") && final.front() == 'i') return last == 'y';
  if (final == "o") return is_one_of(last, "bpmfw");
  if (final == "er") return false;
  const bool hushing = initial == "zh" || initial == "ch" || initial == "sh";
  if (hushing || is_one_of(last, "zcsr")) return final.front() != 'i' || final == "i";
  if (is_one_of(last, "gkhf")) return final.front() != 'i';
  return true;
}

/// Every spelling of a syllable, longest first.
const std::vector<std::string>& syllables() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    const auto add = [&made](std::string_view initial) {
      for (const std::string_view final : kFinals)
        if (is_syllable(initial, final)) made.push_back(std::string(initial).append(final));
    };
    std::for_each(kInitials.begin(), kInitials.end(), add);
    add("ch");
    add("sh");
    return made;
  }();
  return all;
}

/// Bit n of the last element: the letters are n syllables.
std::uint32_t syllable_counts(std::string_view letters) {
  std::vector<std::uint32_t> reached(letters.size() + 1, 0);
  reached[0] = 1;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (reached[at] == 0) continue;
    for (const std::string& syllable : syllables()) {
      if (letters.substr(at, syllable.size()) == syllable)
        reached[at + syllable.size()] |= reached[at] << 1U;
    }
  }
  return reached.back();
}

char32_t lower_point(char32_t point) {
  return point >= U'A' && point <= U'Z' ? point + 32 : point;
}

bool is_capital_point(char32_t point) {
  return point >= U'A' && point <= U'Z';
}

/// The numbers of syllables that the words can have together, as bits; 0 for what is no pinyin.
std::uint32_t pinyin_counts(std::u32string_view latin) {
  std::uint32_t total = 1;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    const std::uint32_t counts = syllable_counts(word);
    std::uint32_t sum = 0;
    for (std::uint32_t n = 1; n <= kMostSyllables; ++n)
      if ((counts >> n & 1U) != 0) sum |= total << n;
    total = sum;
    word.clear();
  };
  if (latin.size() > kMostSyllables * 7) return 0;
  for (const char32_t point : latin) {
    const char32_t letter = lower_point(point);
    if (letter >= U'a' && letter <= U'z') {
      word += static_cast<char>(letter);
    } else if (letter == U' ' || letter == U'-' || letter == U'\'' || letter == U'’') {
      finish();
    } else {
      return 0;
    }
  }
  finish();
  return total & ((2U << kMostSyllables) - 1U);
}

std::vector<std::u32string_view> words_in(std::u32string_view text,
                                          std::u32string_view separators) {
  std::vector<std::u32string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::size_t letters_in(std::u32string_view latin) {
  return static_cast<std::size_t>(std::count_if(latin.begin(), latin.end(), [](char32_t point) {
    return script_of(point) == Script::kLatin;
  }));
}

/// A syllable for each group of vowels and each group of consonants no vowel follows, but a nasal,
/// which closes the syllable before it.
std::size_t most_sounds(std::u32string_view word) {
  constexpr std::u32string_view kVowels = U"aeiouyáàâäãåéèêëíìîïóòôöõúùûü";
  std::size_t sounds = 0;
  bool in_vowels = false;
  std::size_t consonants = 0;
  for (const char32_t point : word) {
    const bool vowel = kVowels.find(lower_point(point)) != std::u32string_view::npos;
    if (vowel && !in_vowels) {
      sounds += consonants > 1 ? 2 : 1;
      consonants = 0;
    }
    const bool nasal = in_vowels && (lower_point(point) == U'n' || lower_point(point) == U'm');
    if (!vowel && !nasal) ++consonants;
    in_vowels = vowel;
  }
  return sounds + (consonants > 0 ? 1 : 0);
}

}  // namespace

bool reads_as_pinyin(std::u32string_view latin, std::size_t count) {
  return count > 0 && count <= kMostSyllables && (pinyin_counts(latin) >> count & 1U) != 0;
}

std::size_t pinyin_syllables(std::u32string_view latin) {
  const std::uint32_t counts = pinyin_counts(latin);
  for (std::size_t n = 2; n <= kMostSyllables; ++n)
    if ((counts >> n & 1U) != 0) return n;
  return 0;
}

bool is_acronym(std::u32string_view latin) {
  constexpr std::array<std::u32string_view, 16> kUnits{U"KM", U"CM", U"MM", U"KG", U"MG", U"ML",
                                                       U"KB", U"MB", U"GB", U"TB", U"KW", U"MW",
                                                       U"GW", U"HZ", U"AM", U"PM"};
  return latin.size() >= 2 && latin.size() <= 6 &&
         std::all_of(latin.begin(), latin.end(), is_capital_point) &&
         std::find(kUnits.begin(), kUnits.end(), latin) == kUnits.end();
}

bool is_name_like(std::u32string_view latin) {
  const auto words = words_in(latin, U" ");
  return std::all_of(words.begin(), words.end(),
                     [](std::u32string_view word) { return is_capital_point(word.front()); });
}

bool fits_acronym(std::size_t han, std::u32string_view latin, TermBorder border) {
  // Two characters a letter are usual.
  const double least = border == TermBorder::kTight ? 1 : 1.5;
  const double most = border == TermBorder::kTight ? 3.5 : 2.5;
  const double a_letter = static_cast<double>(han) / static_cast<double>(latin.size());
  return a_letter >= least && a_letter <= most;
}

bool fits_words(std::size_t han, std::u32string_view latin) {
  constexpr double kLeast = 1.4;
  constexpr double kMost = 9;
  constexpr std::size_t kFewestLetters = 3;
  const std::size_t letters = letters_in(latin);
  const double a_character = static_cast<double>(letters) / static_cast<double>(han);
  return letters >= kFewestLetters && a_character >= kLeast && a_character <= kMost;
}

bool fits_sound(std::u32string_view han, std::u32string_view latin) {
  const auto parts = words_in(han, U"·");
  const auto words = words_in(latin, U" ");
  if (parts.size() > 1 && parts.size() != words.size()) return false;
  std::size_t all = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t most = most_sounds(words[i]);
    if (parts.size() > 1 && parts[i].size() > most) return false;
    all += most;
  }
  return parts.size() > 1 || han.size() <= all;
}

}  // namespace weft
