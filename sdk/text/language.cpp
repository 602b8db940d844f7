// SPDX-License-Identifier: Apache-2.0
/// Guessing a text's language: by script, then by CLD2 and function words.

#include "weft/text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "function_words.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::uint64_t kEnoughForStatistics = 20;  // letters
constexpr std::size_t kMostBytes = 1000;

/// What scripts that are no whole language by themselves have in common: how they are told apart.
enum class Family : std::uint8_t { kNone, kCjk, kKorean, kLatin, kCyrillic, kOther };

struct Weight {
  Family family;
  double words;
};

double count(const ScriptCounts& counts, Script script) {
  return static_cast<double>(counts[script]);
}

/// The family with most words. A word is about 1.6 Han characters, 2.5 Hangul syllables, 5 letters;
/// beside East Asian characters Latin letters weigh less, because they are mostly names there.
Family main_family(const ScriptCounts& counts) {
  const double han = count(counts, Script::kHan) + count(counts, Script::kBopomofo);
  const double hangul = count(counts, Script::kHangul);
  const double known = han + static_cast<double>(counts.kana()) + hangul +
                       count(counts, Script::kLatin) + count(counts, Script::kCyrillic);
  const bool beside_cjk = han + hangul + static_cast<double>(counts.kana()) > 0;
  const std::array<Weight, 5> weights = {{
      {Family::kCjk, han / 1.6 + static_cast<double>(counts.kana()) / 2.5},
      {Family::kKorean, hangul / 2.5 + (hangul > 0 ? han / 4 : 0)},
      {Family::kLatin, count(counts, Script::kLatin) / (beside_cjk ? 8 : 5)},
      {Family::kCyrillic, count(counts, Script::kCyrillic) / 5},
      {Family::kOther, (static_cast<double>(counts.letters()) - known) / 5},
  }};
  const auto best =
      std::max_element(weights.begin(), weights.end(),
                       [](const Weight& a, const Weight& b) { return a.words < b.words; });
  return best->words > 0 ? best->family : Family::kNone;
}

/// The beginning of a text, cut between characters.
std::string_view head(std::string_view text, std::size_t most = kMostBytes) {
  std::size_t end = std::min(text.size(), most);
  while (end > 0 && !on_border(text, end))
    --end;
  return text.substr(0, end);
}

/// CLD2's names for some languages are older than BCP 47's.
std::string modern_tag(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "in") return "id";
  if (code == "mo") return "ro";
  if (code == "zh") return "zh-Hans";
  return std::string(code == "un" || code == "xxx" ? "und" : code);
}

LanguageGuess ask_cld2(std::string_view text) {
  const std::string_view part = head(text);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      part.data(), static_cast<int>(part.size()), true, &hints, CLD2::kCLDFlagBestEffort,
      languages.data(), percents.data(), scores.data(), nullptr, &bytes, &reliable);
  LanguageGuess out{modern_tag(CLD2::LanguageCode(language)), 0};
  if (out.tag != "und") out.confidence = reliable ? 0.5 + percents[0] / 200.0 : 0.3;
  return out;
}

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

LanguageGuess guess_chinese(std::string_view text, const ScriptCounts& counts) {
  const HanForm form = vote_han_form(counts);
  const auto votes = static_cast<double>(counts.simplified + counts.traditional);
  const double margin =
      std::abs(static_cast<double>(counts.simplified) - static_cast<double>(counts.traditional));
  const double confidence = votes == 0 ? 0 : 0.5 + 0.5 * margin / (votes + 1);
  if (form == HanForm::kSimplified) return {"zh-Hans", confidence};
  if (form == HanForm::kTraditional) return {"zh-Hant", confidence};
  if (counts[Script::kHan] >= kEnoughForStatistics) {
    LanguageGuess guess = ask_cld2(text);
    if (matches_range(guess.tag, "zh")) return {guess.tag, 0.4};
  }
  return {"zh", 0.4};
}

/// Characters of Cantonese that no written Mandarin has: two different ones in the beginning of a
/// text, and a twenty-fifth of its Han characters, are no quotation.
bool is_cantonese(std::string_view text) {
  constexpr std::u32string_view kCantonese = U"嘅喺咗唔冇佢哋嗰啲嚟嘢咩瞓畀諗攞噉咁冧";
  std::uint64_t found = 0;
  std::uint64_t han = 0;
  std::uint32_t kinds = 0;              // one bit a character of the list
  constexpr std::size_t kEnough = 240;  // bytes; more costs half the speed of Chinese
  const std::string_view part = head(text, kEnough);
  for (std::size_t next = 0; next < part.size();) {
    const char32_t point = next_code_point(part, next);
    han += point >= 0x3400 ? 1U : 0U;
    const std::size_t place = kCantonese.find(point);
    if (place == std::u32string_view::npos) continue;
    ++found;
    kinds |= 1U << place;
  }
  return (kinds & (kinds - 1)) != 0 && found * 25 >= han;
}

/// Korean that writes its nouns in Han characters: a fifth of Hangul and no word of Chinese
/// grammar.
bool is_korean_with_hanja(std::string_view text, const ScriptCounts& counts) {
  const std::uint64_t hangul = counts[Script::kHangul];
  if (hangul == 0 || hangul * 5 < hangul + counts[Script::kHan]) return false;
  constexpr std::u32string_view kGrammar = U"的是了在不我这這们們";
  const std::string_view part = head(text);
  for (std::size_t next = 0; next < part.size();) {
    if (kGrammar.find(next_code_point(part, next)) != std::u32string_view::npos) return false;
  }
  return true;
}

LanguageGuess guess_cjk(std::string_view text, const ScriptCounts& counts) {
  const std::uint64_t han = counts[Script::kHan];
  const double kana = share(counts.kana(), han + counts.kana());
  const double japanese = share(counts.japanese, han);
  constexpr double kJapaneseKana = 0.12;        // Japanese prose has about a half
  constexpr double kJapaneseCharacters = 0.03;  // Chinese prose has none or a name
  if (kana >= kJapaneseKana || (kana > 0 && japanese >= kJapaneseCharacters))
    return {"ja", std::min(0.99, 0.6 + kana)};
  const bool kanji = japanese >= kJapaneseCharacters && counts.japanese >= counts.simplified;
  if (kanji) return {"ja", 0.6};
  if (is_korean_with_hanja(text, counts)) return {"ko", 0.7};
  if (counts.traditional >= counts.simplified && is_cantonese(text)) return {"yue", 0.8};
  return guess_chinese(text, counts);
}

/// So many function words of one language only that statistics could say nothing else.
bool is_decisive(const FunctionWordVote& vote) {
  const auto words = static_cast<double>(vote.words);
  return vote.words >= 10 && vote.score >= 0.2 * words && vote.second <= 0.35 * vote.score;
}

/// Few letters, or CLD2 unsure: function words.
LanguageGuess guess_by_words(std::string_view text) {
  const FunctionWordVote vote = vote_function_words(text);
  if (vote.tag.empty() || vote.score < 0.3 || vote.score <= vote.second) return {};
  const double lead = (vote.score - vote.second) / vote.score;
  return {std::string(vote.tag), std::min(0.9, 0.3 + 0.3 * lead + 0.1 * vote.score)};
}

/// Languages written in Cyrillic that CLD2 tells by; anything else it says of Cyrillic is wrong.
bool is_cyrillic_language(std::string_view tag) {
  constexpr std::array<std::string_view, 13> kTags = {"ru", "uk", "be", "bg", "sr", "mk", "kk",
                                                      "ky", "mn", "tg", "tt", "ba", "uz"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

/// Slavic languages by letters that only some of them have; empty when none of these occurs.
std::string_view by_cyrillic_letters(std::string_view text) {
  struct Sign {
    std::u32string_view letters;
    std::string_view tag;
  };
  constexpr std::array<Sign, 5> kSigns = {{{U"ўЎ", "be"},
                                           {U"їЇєЄґҐ", "uk"},
                                           {U"ѓЃќЌѕЅ", "mk"},
                                           {U"ђЂћЋџЏљЉњЊ", "sr"},
                                           {U"ыЫэЭёЁ", "ru"}}};
  std::array<std::size_t, kSigns.size()> count{};
  const std::string_view part = head(text);
  for (std::size_t next = 0; next < part.size();) {
    const char32_t point = next_code_point(part, next);
    if (point >= 0x490 && point != 0x490 && point != 0x491 && point <= 0x52F) return {};
    for (std::size_t i = 0; i < kSigns.size(); ++i)
      count.at(i) += kSigns.at(i).letters.find(point) != std::u32string_view::npos ? 1U : 0U;
  }
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    if (count.at(i) > 0) return kSigns.at(i).tag;
  }
  return {};
}

/// Corrects what statistics say of Cyrillic text where its letters say otherwise.
LanguageGuess settle_cyrillic(std::string_view text, LanguageGuess guess) {
  constexpr double kLetters = 0.75;
  const std::string_view letters = by_cyrillic_letters(text);
  const bool possible = is_cyrillic_language(guess.tag);
  if (!letters.empty() && (letters != guess.tag || guess.confidence < kLetters))
    return {std::string(letters), kLetters};
  if (!possible) return {"ru", 0.4};
  return guess;
}

/// Without addresses, which are in no language. Copies only where there is one.
std::string without_addresses(std::string_view text) {
  std::string out;
  const auto ends_word = [](char c) { return static_cast<signed char>(c) <= ' '; };  // or not ASCII
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !ends_word(text[end]))
      ++end;
    const std::string_view word = text.substr(begin, end - begin);
    const bool address =
        word.find("://") != std::string_view::npos || word.substr(0, 4) == "www." ||
        (word.find('@') != std::string_view::npos && word.find('.') != std::string_view::npos);
    if (!address) out.append(word);
    if (end < text.size()) out.push_back(text[end]);
    begin = end + 1;
  }
  return out;
}

bool may_hold_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos || text.find('@') != std::string_view::npos;
}

LanguageGuess guess_by_statistics(std::string_view text, const ScriptCounts& counts) {
  if (counts.letters() < 4 && counts[Script::kDigit] >= counts.letters()) return {};
  if (counts.letters() < kEnoughForStatistics) {
    LanguageGuess words = guess_by_words(text);
    // Few languages write Cyrillic; a guess among them is better than none.
    if (words.tag == "und" && counts[Script::kCyrillic] > 0) return ask_cld2(text);
    return words;
  }
  constexpr double kSure = 0.7;
  constexpr std::uint64_t kSentence = 60;  // letters; statistics of less are often wrong
  if (counts.letters() >= kSentence) {
    const FunctionWordVote vote = vote_function_words(text);
    if (is_decisive(vote)) return {std::string(vote.tag), 0.95};
  }
  LanguageGuess guess = ask_cld2(text);
  // Statistics take plain Spanish and Portuguese for Galician.
  if (guess.tag == "gl") guess.confidence = 0.5;
  if (guess.confidence >= kSure && counts.letters() >= kSentence) return guess;
  LanguageGuess words = guess_by_words(text);
  if (words.tag != guess.tag && words.confidence >= 0.6) return words;
  if (words.tag == guess.tag) words.confidence = std::max(words.confidence, guess.confidence);
  if (words.tag != "und" && words.confidence >= guess.confidence) return words;
  return guess;
}

LanguageGuess guess_alphabetic(std::string_view text, const ScriptCounts& counts) {
  LanguageGuess guess = guess_by_statistics(text, counts);
  const bool cyrillic = counts[Script::kCyrillic] > counts[Script::kLatin];
  if (cyrillic) guess = settle_cyrillic(text, std::move(guess));
  // Serbian has two scripts and no usual one.
  if (guess.tag == "sr") guess.tag = cyrillic ? "sr-Cyrl" : "sr-Latn";
  return guess;
}

/// Scripts that one language uses nearly alone, and the commonest language of the others.
std::string_view usual_language(const ScriptCounts& counts) {
  constexpr std::array<std::pair<Script, std::string_view>, 5> kUsual = {
      {{Script::kGreek, "el"},
       {Script::kHebrew, "he"},
       {Script::kThai, "th"},
       {Script::kArabic, "ar"},
       {Script::kDevanagari, "hi"}}};
  const auto* best = std::max_element(
      kUsual.begin(), kUsual.end(),
      [&](const auto& a, const auto& b) { return counts[a.first] < counts[b.first]; });
  return counts[best->first] > counts[Script::kOther] ? best->second : std::string_view{};
}

LanguageGuess guess_other(std::string_view text, const ScriptCounts& counts) {
  if (counts.letters() >= kEnoughForStatistics) {
    LanguageGuess guess = ask_cld2(text);
    if (guess.confidence >= 0.5) return guess;
  }
  const std::string_view usual = usual_language(counts);
  if (!usual.empty()) return {std::string(usual), 0.6};
  return ask_cld2(text);
}

LanguageGuess guess_family(std::string_view text, const ScriptCounts& counts) {
  switch (main_family(counts)) {
    case Family::kCjk:
      return guess_cjk(text, counts);
    case Family::kKorean:
      return {"ko", 0.9};
    case Family::kLatin:
    case Family::kCyrillic:
      return guess_alphabetic(text, counts);
    case Family::kOther:
      return guess_other(text, counts);
    default:
      return {};
  }
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  return guess_language(text, count_scripts(text));
}

LanguageGuess guess_language(std::string_view text, const ScriptCounts& counts) {
  if (counts[Script::kLatin] > 0 && may_hold_address(head(text))) {
    const std::string kept = without_addresses(head(text));
    const ScriptCounts left = count_scripts(kept);
    return guess_family(kept, left);
  }
  return guess_family(text, counts);
}

}  // namespace weft
