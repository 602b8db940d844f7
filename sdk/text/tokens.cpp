// SPDX-License-Identifier: Apache-2.0
/// One pass over UTF-8; ICU only for letters beyond ASCII, Snowball only for words not seen before.

#include "weft/text/tokens.hpp"

#include <libstemmer.h>
#include <unicode/uchar.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <unordered_map>
#include <utility>

#include "characters.hpp"
#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, const char*>, 15> kStemmers = {
    {{"en", "english"},
     {"de", "german"},
     {"fr", "french"},
     {"es", "spanish"},
     {"it", "italian"},
     {"pt", "portuguese"},
     {"nl", "dutch"},
     {"sv", "swedish"},
     {"da", "danish"},
     {"no", "norwegian"},
     {"fi", "finnish"},
     {"hu", "hungarian"},
     {"ro", "romanian"},
     {"tr", "turkish"},
     {"ru", "russian"}}};

struct CloseStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, CloseStemmer>;

Stemmer stemmer_for(std::string_view language) {
  for (const auto& [tag, algorithm] : kStemmers) {
    if (matches_range(language, tag)) return Stemmer(sb_stemmer_new(algorithm, "UTF_8"));
  }
  return nullptr;
}

std::uint64_t hash(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_bigram_script(Script script) {
  return script == Script::kHan || script == Script::kHiragana || script == Script::kKatakana ||
         script == Script::kHangul || script == Script::kBopomofo;
}

bool is_word_script(Script script) {
  return script != Script::kNone && script != Script::kDigit && !is_bigram_script(script);
}

bool is_combining(char32_t point) {
  return point >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
}

void append_folded(std::string& out, char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;  // full-width forms of ASCII
  if (point == U'’') point = '\'';
  append_code_point(
      out, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(point), U_FOLD_CASE_DEFAULT)));
}

/// The end of the word that begins at `begin`: letters, marks, digits, and apostrophes between
/// letters.
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    if (is_ascii_alnum(text[end])) {
      ++end;
      continue;
    }
    const char32_t point = code_point_at(text, end);
    const std::size_t next = after_one(text, end);
    const Script script = script_of(point);
    const bool apostrophe =
        (point == '\'' || point == U'’') && is_word_script(script_of(code_point_at(text, next)));
    const bool inside =
        is_word_script(script) || script == Script::kDigit || apostrophe || is_combining(point);
    if (!inside) break;
    end = next;
  }
  return end;
}

}  // namespace

class Tokenizer::State {
 public:
  explicit State(std::string_view language) : stemmer_(stemmer_for(language)) {}

  void read(std::string_view text, std::vector<Token>& out) {
    for (std::size_t i = 0; i < text.size();) {
      const Script script = script_of(code_point_at(text, i));
      if (is_bigram_script(script)) {
        i = read_bigrams(text, i, out);
      } else if (script == Script::kDigit) {
        i = read_number(text, i, out);
      } else if (script != Script::kNone) {
        i = read_word(text, i, out);
      } else {
        i = after_one(text, i);
      }
    }
  }

  std::string_view fold(std::string_view word) {
    folded_.clear();
    for (std::size_t i = 0; i < word.size();)
      append_folded(folded_, next_code_point(word, i));
    if (!stemmer_) return folded_;
    const auto* symbols = reinterpret_cast<const sb_symbol*>(folded_.data());
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(folded_.size()));
    if (stem == nullptr) return folded_;  // out of memory: the word itself will do
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  static void put(std::size_t begin, std::size_t end, TokenKind kind, std::uint64_t key,
                  std::vector<Token>& out) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, key});
  }

  std::size_t read_word(std::string_view text, std::size_t begin, std::vector<Token>& out) {
    const std::size_t end = word_end(text, begin);
    put(begin, end, TokenKind::kWord, key_of(text.substr(begin, end - begin)), out);
    return end;
  }

  /// Words recur: their keys are kept, by the hash of how they were written.
  std::uint64_t key_of(std::string_view word) {
    constexpr std::size_t kMostKept = 1U << 16U;
    const std::uint64_t written = hash(word);
    const auto known = keys_.find(written);
    if (known != keys_.end()) return known->second;
    if (keys_.size() >= kMostKept) keys_.clear();
    return keys_[written] = hash(fold(word));
  }

  static std::size_t read_bigrams(std::string_view text, std::size_t begin,
                                  std::vector<Token>& out) {
    std::array<char32_t, 2> pair = {0, 0};
    std::size_t left = begin;
    std::size_t count = 0;
    std::size_t i = begin;
    while (i < text.size()) {
      const char32_t point = code_point_at(text, i);
      if (!is_bigram_script(script_of(point))) break;
      const std::size_t next = after_one(text, i);
      pair = {pair[1], point};
      if (++count > 1) {
        put(left, next, TokenKind::kBigram, XXH3_64bits(pair.data(), sizeof pair), out);
      }
      left = i;
      i = next;
    }
    if (count == 1) put(left, i, TokenKind::kBigram, XXH3_64bits(pair.data(), sizeof pair), out);
    return i;
  }

  std::size_t read_number(std::string_view text, std::size_t begin, std::vector<Token>& out) {
    folded_.clear();
    std::size_t i = begin;
    while (i < text.size()) {
      const char32_t point = code_point_at(text, i);
      const std::size_t next = after_one(text, i);
      const bool digit_follows = is_digit(code_point_at(text, next));
      if (is_digit(point)) {
        folded_.push_back(static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(point))));
      } else if (point == '.' && digit_follows) {
        folded_.push_back('.');
      } else if (!((point == ',' || point == U'，') && digit_follows)) {
        break;
      }
      i = next;
    }
    put(begin, i, TokenKind::kNumber, hash(folded_), out);
    return i;
  }

  Stemmer stemmer_;
  std::string folded_;
  std::unordered_map<std::uint64_t, std::uint64_t> keys_;
};

Tokenizer::Tokenizer(std::string_view language) : state_(std::make_unique<State>(language)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

void Tokenizer::read(std::string_view text, std::vector<Token>& out) {
  out.clear();
  state_->read(text, out);
}

std::vector<Token> Tokenizer::read(std::string_view text) {
  std::vector<Token> out;
  read(text, out);
  return out;
}

std::string Tokenizer::folded(std::string_view word) {
  return std::string(state_->fold(word));
}

}  // namespace weft
