// SPDX-License-Identifier: Apache-2.0
/// Counting words of several writings, and hashing numbers and names.

#include "text_weight.hpp"

#include <algorithm>
#include <numeric>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kHanPerWord = 1.6;
constexpr double kSyllablesPerWord = 2.5;
constexpr double kLettersPerWord = 5;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || is_capital(c) || is_digit(c);
}

/// 1,200 is one number; "12, 14" are two.
bool joins_thousands(std::string_view text, std::size_t at) {
  return text[at] == ',' && at > 0 && is_digit(text[at - 1]) && at + 3 < text.size() &&
         is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]);
}

}  // namespace

void Words::add(const Words& more, double times) {
  for (std::size_t i = 0; i < kWritings; ++i)
    by_writing[i] += more.by_writing[i] * times;
}

double Words::all() const {
  return std::accumulate(by_writing.begin(), by_writing.end(), 0.0);
}

Writing Words::most() const {
  Writing best = Writing::kLatin;
  for (std::size_t i = 0; i < kWritings; ++i) {
    if (by_writing[i] > of(best)) best = static_cast<Writing>(i);
  }
  return best;
}

double Words::share_beside(Writing writing) const {
  const double sum = all();
  return sum > 0 ? 1 - of(writing) / sum : 0;
}

Words words_of(const ScriptCounts& counts) {
  const auto han = static_cast<double>(counts[Script::kHan] + counts[Script::kBopomofo]);
  const auto syllables = static_cast<double>(counts.kana() + counts[Script::kHangul]);
  const auto latin = static_cast<double>(counts[Script::kLatin]);
  const auto cyrillic = static_cast<double>(counts[Script::kCyrillic]);
  const double rest = static_cast<double>(counts.letters()) - han - syllables - latin - cyrillic;
  return {{han / kHanPerWord + syllables / kSyllablesPerWord, latin / kLettersPerWord,
           cyrillic / kLettersPerWord, rest / kLettersPerWord}};
}

double weight_of(const ScriptCounts& counts) {
  return words_of(counts).all() + static_cast<double>(counts[Script::kDigit]) / kLettersPerWord;
}

std::uint8_t marks_of(std::string_view text) {
  constexpr std::array<std::u32string_view, kMarkKinds> kMarks = {
      U"?？؟", U"!！", U"\"“”„«»「」『』", U"()（）[]［］【】", U":："};
  std::uint8_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Han and Latin letters are passed over at once: most of the text is that.
    if (byte >= 0xE4 && byte <= 0xE9) {
      at += 3;
      continue;
    }
    if (byte >= 'a' && byte <= 'z') {
      ++at;
      continue;
    }
    const char32_t point = next_code_point(text, at);
    for (std::size_t i = 0; i < kMarkKinds; ++i)
      if (kMarks.at(i).find(point) != std::u32string_view::npos)
        out |= static_cast<std::uint8_t>(1U << i);
  }
  return out;
}

std::vector<std::uint64_t> anchors_of(std::string_view text) {
  constexpr std::uint64_t kFnvOffset = 0xcbf29ce484222325U;  // FNV-1a
  constexpr std::uint64_t kFnvPrime = 0x100000001b3U;
  std::vector<std::uint64_t> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word_character(text[at])) continue;
    std::uint64_t hash = kFnvOffset;
    std::size_t length = 0;
    bool marked = false;
    for (; at < text.size() && (is_word_character(text[at]) || joins_thousands(text, at)); ++at) {
      const char c = text[at];
      if (c == ',') continue;
      marked |= is_capital(c) || is_digit(c);
      const char lower = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
      hash = (hash ^ static_cast<unsigned char>(lower)) * kFnvPrime;
      ++length;
    }
    if (marked && length > 1) out.push_back(hash);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace weft
