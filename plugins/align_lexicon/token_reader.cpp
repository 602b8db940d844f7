// SPDX-License-Identifier: Apache-2.0
/// Words by weft::Tokenizer, headwords by longest match, numbers and marks by value.
#include "token_reader.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "marks.hpp"
#include "weft/text/language.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

// Parts of a word say the same again, and single characters mean much.
constexpr float kPartWeight = 0.5F;
constexpr float kCharacterWeight = 0.2F;
constexpr float kBigramWeight = 0.5F;
// There are about so many words to a character.
constexpr float kHanWeight = 0.7F;
// Of a longer sentence only so many tokens are kept, evenly: it is no sentence, and time and memory
// of what follows must not be its square.
constexpr std::size_t kMostTokens = 600;

constexpr std::uint64_t kNumberTag = 0xA5A5000000000001U;
constexpr std::uint64_t kMonthTag = 0xA5A5000000000002U;
constexpr std::uint64_t kMarkTag = 0xA5A5000000000003U;

std::uint64_t mixed(std::uint64_t value, std::uint64_t tag) {
  value = (value ^ tag) * 0x9E3779B97F4A7C15U;
  value ^= value >> 29U;
  return value * 0xBF58476D1CE4E5B9U;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

TokenReader::TokenReader(std::string_view language, std::string_view other_language,
                         LexiconUse lexicon)
    : lexicon_(lexicon),
      headwords_(lexicon.lexicon != nullptr && lexicon.lexicon->has_headwords(lexicon.side)),
      english_(matches_range(language, "en")),
      tokenizer_(has_whole_headwords(language) ? other_language : language) {}

void TokenReader::read(std::string_view sentence, TokenTable& table) {
  const std::size_t first = table.uses.size();
  read_words(sentence, table);
  read_signs(sentence, table);
  const std::size_t count = table.uses.size() - first;
  if (count > kMostTokens) {
    for (std::size_t i = 0; i < kMostTokens; ++i)
      table.uses[first + i] = table.uses[first + i * count / kMostTokens];
    table.uses.resize(first + kMostTokens);
  }
  table.begin.push_back(static_cast<std::uint32_t>(table.uses.size()));
}

void TokenReader::read_words(std::string_view sentence, TokenTable& table) {
  tokenizer_.read(sentence, tokens_);
  std::size_t done = 0;  // characters before are in headwords already
  for (const Token& token : tokens_) {
    const std::string_view written = sentence.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::kBigram && headwords_) {
      while (done < token.end) {
        if (done < token.begin) done = token.begin;
        done = read_characters(sentence, done, table);
      }
    } else if (token.kind == TokenKind::kBigram) {
      done = read_bigram(sentence, token, done, table);
    } else if (token.kind == TokenKind::kWord) {
      std::uint32_t term = TokenType::kNoTerm;
      const TokenClass kind = headwords_ ? TokenClass::kForeign : TokenClass::kWord;
      const std::uint32_t known = table.numbers.find(token.key);
      if (known == FlatMap::kNone && lexicon_.lexicon != nullptr && !headwords_)
        term = lexicon_.lexicon->find(lexicon_.side, token.key).value_or(TokenType::kNoTerm);
      TokenType& type = table.types[table.add(token.key, kind, term, 1.0F)];
      if (is_upper(written.front())) ++type.capitalised;
      if (type.written.empty()) {
        type.written = written;
        for (char& c : type.written)
          c = is_upper(c) ? static_cast<char>(c | 0x20) : c;
      }
    }
  }
}

/// Han characters one by one: a text repeats its characters far oftener than its words, and one
/// that must teach itself needs repetition. Kana and Hangul say too little alone. The offset behind
/// them.
std::size_t TokenReader::read_bigram(std::string_view sentence, const Token& token,
                                     std::size_t done, TokenTable& table) {
  bool is_han = true;
  for (std::size_t at = token.begin; at < token.end;) {
    const std::size_t begin = at;
    if (script_of(next_code_point(sentence, at)) != Script::kHan)
      is_han = false;
    else if (begin >= done)
      table.add(Lexicon::key_of(sentence.substr(begin, at - begin)), TokenClass::kHeadword,
                TokenType::kNoTerm, kHanWeight);
  }
  if (!is_han) table.add(token.key, TokenClass::kHeadword, TokenType::kNoTerm, kBigramWeight);
  return token.end;
}

/// One headword, or one character that is none; the offset behind it.
std::size_t TokenReader::read_characters(std::string_view sentence, std::size_t at,
                                         TokenTable& table) {
  lexicon_.lexicon->prefixes(lexicon_.side, sentence.substr(at), found_);
  std::size_t next = at;
  next_code_point(sentence, next);
  if (found_.empty()) {
    const std::string_view character = sentence.substr(at, next - at);
    table.add(Lexicon::key_of(character), TokenClass::kHeadword, TokenType::kNoTerm, 1.0F);
    return next;
  }
  const Headword longest = found_.back();
  const std::string_view word = sentence.substr(at, longest.bytes);
  const std::uint64_t key = Lexicon::key_of(word);
  table.add(key, TokenClass::kHeadword, longest.term, 1.0F);
  if (at + longest.bytes > next) add_parts(word, key, table);
  return at + longest.bytes;
}

/// The parts of a word are looked up once: words come again and again.
void TokenReader::add_parts(std::string_view word, std::uint64_t key, TokenTable& table) {
  const std::uint32_t number = words_.add(key);
  if (number + std::size_t{1} == begin_.size()) {
    read_parts(word);
    begin_.push_back(static_cast<std::uint32_t>(parts_.size()));
  }
  for (std::uint32_t i = begin_[number]; i < begin_[number + 1]; ++i)
    table.add(parts_[i].key, TokenClass::kHeadword, parts_[i].term, parts_[i].weight);
}

void TokenReader::read_parts(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    std::size_t next = at;
    next_code_point(word, next);
    lexicon_.lexicon->prefixes(lexicon_.side, word.substr(at), found_);
    std::uint32_t character = TokenType::kNoTerm;
    for (const Headword& part : found_) {
      if (part.bytes == next - at) character = part.term;
      if (part.bytes <= next - at || part.bytes == word.size()) continue;
      const std::string_view text = word.substr(at, part.bytes);
      parts_.push_back({Lexicon::key_of(text), part.term, kPartWeight});
    }
    parts_.push_back({Lexicon::key_of(word.substr(at, next - at)), character, kCharacterWeight});
    at = next;
  }
}

void TokenReader::read_signs(std::string_view sentence, TokenTable& table) {
  numbers_.clear();
  read_numbers(sentence, english_, numbers_);
  for (const NumberFound& number : numbers_) {
    const std::uint64_t tag = number.is_month ? kMonthTag : kNumberTag;
    table.add(mixed(std::bit_cast<std::uint64_t>(number.value), tag), TokenClass::kSign,
              TokenType::kNoTerm, 1.0F);
  }
  for (std::size_t at = 0; at < sentence.size();) {
    const std::uint32_t mark = read_mark(sentence, at);
    if (mark != 0) table.add(mixed(mark, kMarkTag), TokenClass::kSign, TokenType::kNoTerm, 1.0F);
  }
}

}  // namespace weft
