// SPDX-License-Identifier: Apache-2.0
/// English function words and Chinese function characters.
#include "weft/summary/word_lists.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <unordered_set>

namespace weft {
namespace {

const std::unordered_set<std::string_view>& function_words() {
  static const std::unordered_set<std::string_view> words{
      "a",      "about", "above", "after",   "again", "against", "all",    "also",    "am",
      "an",     "and",   "any",   "are",     "as",    "at",      "be",     "because", "been",
      "before", "being", "below", "between", "both",  "but",     "by",     "can",     "cannot",
      "could",  "d",     "did",   "do",      "does",  "doing",   "down",   "during",  "each",
      "few",    "for",   "from",  "further", "had",   "has",     "have",   "having",  "he",
      "her",    "here",  "hers",  "herself", "him",   "himself", "his",    "how",     "i",
      "if",     "in",    "into",  "is",      "it",    "its",     "itself", "just",    "like",
      "ll",     "m",     "may",   "me",      "might", "more",    "most",   "must",    "my",
      "myself", "n",     "no",    "nor",     "not",   "now",     "of",     "off",     "on",
      "once",   "one",   "only",  "or",      "other", "our",     "ours",   "out",     "over",
      "own",    "re",    "s",     "said",    "same",  "say",     "says",   "she",     "should",
      "so",     "some",  "such",  "t",       "than",  "that",    "the",    "their",   "theirs",
      "them",   "then",  "there", "these",   "they",  "this",    "those",  "through", "to",
      "too",    "under", "until", "up",      "upon",  "us",      "ve",     "very",    "was",
      "we",     "were",  "what",  "when",    "where", "which",   "while",  "who",     "whom",
      "why",    "will",  "with",  "would",   "you",   "your",    "yours",
  };
  return words;
}

constexpr std::u32string_view kFunctionCharacters =
    U"的了是在我有和就不人都一上也很到说要去你会着没看好自己这那她他它们个么吧吗呢啊嘛呀哦嗯与及或"
    U"但而且因为所以如果然后其实可还对把被让给从向于之此等再又只最更什"
    U"說會著沒這個們嗎與實還對讓給從於麼";

constexpr std::array<std::string_view, 8> kSpeakerWords{"i",  "me", "my",  "our",
                                                        "us", "we", "you", "your"};

/// Han characters of the basic block, one bit each.
const std::bitset<0x5200>& function_bits() {
  static const std::bitset<0x5200> bits = [] {
    std::bitset<0x5200> made;
    for (const char32_t character : kFunctionCharacters)
      made.set(character - 0x4E00);
    return made;
  }();
  return bits;
}

}  // namespace

bool is_function_word(std::string_view word) {
  return word.size() <= 8 && function_words().contains(word);
}

bool is_function_character(char32_t character) {
  return character >= 0x4E00 && character < 0xA000 && function_bits()[character - 0x4E00];
}

bool is_speaker_word(std::string_view word) {
  return std::binary_search(kSpeakerWords.begin(), kSpeakerWords.end(), word);
}

bool is_speaker_character(char32_t character) {
  return character == U'我' || character == U'你' || character == U'您' || character == U'咱';
}

bool is_numeral_character(char32_t character) {
  constexpr std::u32string_view kNumerals = U"零一二三四五六七八九十百千万萬亿億两兩几幾";
  return kNumerals.find(character) != std::u32string_view::npos;
}

}  // namespace weft
