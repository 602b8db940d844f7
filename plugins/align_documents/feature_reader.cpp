// SPDX-License-Identifier: Apache-2.0
/// Tokens into features, and the choice among them.
#include "feature_reader.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "url_key.hpp"
#include "weft/figures/read_figures.hpp"
#include "weft/text/script.hpp"
#include "weft/text/sentences.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kOccurrences = 8;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// ASCII that an address may hold.
bool in_address(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '(' && c != ')';
}

/// The letter of Latin-1 and Latin Extended-A without its mark ("é" is e), or the point itself.
char32_t without_mark(char32_t point) {
  constexpr std::string_view kFrom00E0 = "aaaaaaaceeeeiiiidnooooo-ouuuuypy";
  constexpr std::string_view kFrom0100 =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
      "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (point >= 0xE0 && point < 0x100) return static_cast<unsigned char>(kFrom00E0[point - 0xE0]);
  if (point >= 0x100 && point - 0x100 < kFrom0100.size())
    return static_cast<unsigned char>(kFrom0100[point - 0x100]);
  return point;
}

/// The beginning of a folded word: what cognates share.
std::uint64_t beginning(std::string_view folded) {
  constexpr std::size_t kLetters = 5;
  std::u32string out;
  for (std::size_t next = 0; next < folded.size() && out.size() < kLetters;)
    out.push_back(without_mark(next_code_point(folded, next)));
  return XXH3_64bits(out.data(), out.size() * sizeof(char32_t));
}

bool is_latin(std::string_view word) {
  std::size_t next = 0;
  return script_of(next_code_point(word, next)) == Script::kLatin;
}

/// Sorted by key, then place; no key more often than kOccurrences.
void order(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.key != b.key ? a.key < b.key : a.sentence < b.sentence;
  });
}

}  // namespace

bool is_wide_language(std::string_view tag) {
  constexpr auto kWide = std::to_array<std::string_view>(
      {"zh", "ja", "ko", "th", "lo", "my", "km", "bo", "yue", "wuu", "ar", "he",
       "fa", "hi", "ru", "uk", "bg", "el", "sr", "mn", "ug",  "ur",  "ka", "hy"});
  return std::find(kWide.begin(), kWide.end(), tag.substr(0, tag.find('-'))) != kWide.end();
}

std::optional<LexiconSide> side_of(const Lexicon& lexicon, std::string_view language) {
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond}) {
    const std::string_view own = lexicon.language(side);
    if (own.substr(0, own.find('-')) == language.substr(0, language.find('-'))) return side;
  }
  return std::nullopt;
}

FeatureReader::FeatureReader(bool cognates, const Lexicon* lexicon)
    : cognates_(cognates), lexicon_(lexicon) {
  if (lexicon == nullptr) return;
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond})
    stemming_.at(static_cast<std::size_t>(side)) = Tokenizer(lexicon->language(side));
}

FeatureList FeatureReader::read(const std::vector<std::string_view>& blocks,
                                std::string_view language) {
  constexpr std::uint32_t kMostSentences = 0xFFFF;  // what lies behind them counts as the last one
  found_.clear();
  spellings_.clear();
  spelling_order_.clear();
  wide_ = is_wide_language(language);
  side_ = lexicon_ == nullptr ? std::nullopt : side_of(*lexicon_, language);
  std::uint32_t sentences = 0;
  for (const std::string_view block : blocks) {
    for (const TextRange& range : split_sentences(block)) {
      sentence_ = static_cast<std::uint16_t>(std::min(sentences, kMostSentences - 1));
      read_sentence(block.substr(range.begin, range.end - range.begin), language);
      ++sentences;
    }
  }
  add_capitalised_names();
  order(found_);
  keep_most_telling();
  return {std::move(found_), std::min(sentences, kMostSentences)};
}

void FeatureReader::read_sentence(std::string_view text, std::string_view language) {
  read_addresses(text);
  read_figures_of(text, language);
  if (side_ && lexicon_->has_headwords(*side_)) {
    read_headwords(text, *side_);
  } else if (side_) {
    read_stems(text, *side_);
  }
  plain_.read(text, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kWord)
      read_word(text.substr(token.begin, token.end - token.begin), token.key);
  }
}

/// By value alone: 520万元 is 5.2 million in the other language, whatever it counts.
void FeatureReader::read_figures_of(std::string_view text, std::string_view language) {
  const auto add_value = [&](std::int64_t upper, std::int64_t lower) {
    const std::array<std::int64_t, 2> both{upper, lower};
    add(FeatureKind::kNumber, XXH3_64bits(both.data(), sizeof both));
  };
  read_figures(text, language, figures_);
  for (const Figure& figure : figures_) {
    if (figure.kind == FigureKind::kDate) {
      if (figure.date.year != 0) add_value(figure.date.year, 1);
      // A day is told from the number of its parts; 0 is no value's lower part.
      if (figure.date.day != 0) add_value(figure.date.month * 32 + figure.date.day, 0);
      continue;
    }
    if (figure.value.valid()) add_value(figure.value.numerator(), figure.value.denominator());
    if (figure.is_range() && figure.high.valid())
      add_value(figure.high.numerator(), figure.high.denominator());
  }
}

/// Longest matches, one behind the other.
void FeatureReader::read_headwords(std::string_view text, LexiconSide side) {
  for (std::size_t at = 0; at < text.size();) {
    const Headword word = lexicon_->longest(side, text.substr(at));
    if (word.bytes == 0) {
      static_cast<void>(next_code_point(text, at));
      continue;
    }
    add(FeatureKind::kTerm, word.term);
    at += word.bytes;
  }
}

void FeatureReader::read_stems(std::string_view text, LexiconSide side) {
  stemming_.at(static_cast<std::size_t>(side)).read(text, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord) continue;
    if (const auto term = lexicon_->find(side, token.key)) add(FeatureKind::kTerm, *term);
  }
}

void FeatureReader::read_addresses(std::string_view sentence) {
  for (std::size_t at = 0; at < sentence.size();) {
    if (!in_address(sentence[at]) || is_space(sentence[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < sentence.size() && in_address(sentence[end]))
      ++end;
    std::string_view text = sentence.substr(at, end - at);
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';'))
      text.remove_suffix(1);
    const bool web =
        text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    const std::string key = web ? url_key(text) : std::string(text);
    const std::size_t sign = text.find('@');
    const bool mail = sign != std::string_view::npos && sign > 0 &&
                      text.find('.', sign) != std::string_view::npos;
    if ((web && !key.empty()) || mail)
      add(FeatureKind::kAddress, XXH3_64bits(key.data(), key.size()));
    at = end;
  }
}

void FeatureReader::read_word(std::string_view word, std::uint64_t key) {
  constexpr std::size_t kShortestName = 2;
  constexpr std::size_t kShortestCognate = 4;
  if (!is_latin(word)) return;
  if (wide_) {
    if (word.size() >= kShortestName) add(FeatureKind::kName, key);
    return;
  }
  const bool upper = std::any_of(word.begin(), word.end(), [](char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0;
  });
  const auto [place, added] = spellings_.try_emplace(key);
  if (added) spelling_order_.push_back(key);
  if (upper && word.size() >= kShortestName) {
    place->second.capitalised.push_back(sentence_);
  } else {
    place->second.lower = true;
  }
  if (cognates_ && word.size() >= kShortestCognate)
    add(FeatureKind::kWord, beginning(plain_.folded(word)));
}

/// A word that is written small anywhere in the text is none: it began a sentence.
void FeatureReader::add_capitalised_names() {
  for (const std::uint64_t key : spelling_order_) {
    const Spelling& spelling = spellings_.at(key);
    if (spelling.lower) continue;
    for (const std::uint16_t sentence : spelling.capitalised)
      found_.push_back({feature_key(FeatureKind::kName, key), sentence});
  }
}

void FeatureReader::add(FeatureKind kind, std::uint64_t value) {
  found_.push_back({feature_key(kind, value), sentence_});
}

void FeatureReader::keep_most_telling() {
  struct Group {
    std::size_t begin, end;
  };
  std::vector<Group> groups;
  for (std::size_t begin = 0; begin < found_.size();) {
    std::size_t end = begin;
    while (end < found_.size() && found_[end].key == found_[begin].key)
      ++end;
    groups.push_back({begin, end});
    begin = end;
  }
  const bool all = found_.size() <= kMost;
  if (!all) {
    // What is everywhere (over 1 in 250) tells nothing; then what recurs is what the text is about.
    const std::size_t everywhere = found_.size() / 250;
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
      const std::size_t size_a = a.end - a.begin;
      const std::size_t size_b = b.end - b.begin;
      if ((size_a > everywhere) != (size_b > everywhere)) return size_b > everywhere;
      return size_a > size_b;
    });
  }
  std::vector<Feature> kept;
  for (const Group& group : groups) {
    const std::size_t most = all ? kOccurrences : 2;
    const std::size_t count = std::min(group.end - group.begin, most);
    if (kept.size() + count > kMost) break;
    for (std::size_t i = 0; i < count; ++i) {
      // The first and the last, and evenly between them.
      const std::size_t step = count == 1 ? 0 : i * (group.end - group.begin - 1) / (count - 1);
      kept.push_back(found_[group.begin + step]);
    }
  }
  order(kept);
  found_ = std::move(kept);
}

}  // namespace weft
