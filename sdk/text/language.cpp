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
std::string_view head(std::string_view text) {
  std::size_t end = std::min(text.size(), kMostBytes);
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

LanguageGuess guess_alphabetic(std::string_view text, const ScriptCounts& counts) {
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
  if (guess.confidence >= kSure && counts.letters() >= kSentence) return guess;
  LanguageGuess words = guess_by_words(text);
  if (words.tag != guess.tag && words.confidence >= 0.6) return words;
  if (words.tag == guess.tag) words.confidence = std::max(words.confidence, guess.confidence);
  if (words.tag != "und" && words.confidence >= guess.confidence) return words;
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

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  return guess_language(text, count_scripts(text));
}

LanguageGuess guess_language(std::string_view text, const ScriptCounts& counts) {
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

}  // namespace weft
