// SPDX-License-Identifier: Apache-2.0
/// Reading words, translating them, and throwing them into a few hundred numbers.
#include "lexical_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "weft/text/language.hpp"
#include "weft/text/tokens.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// A word of a sentence: a term of the lexicon's side, or a key where it has none.
struct Word {
  std::uint64_t key = 0;
  std::uint32_t term = 0;
  bool known = false;
};
using Words = std::vector<Word>;

std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// Reads the words of one language.
class WordReader {
 public:
  WordReader(const Lexicon& lexicon, LexiconSide side, const std::string& language)
      : lexicon_(lexicon), side_(side), tokenizer_(language) {}

  Words read(std::string_view sentence) {
    Words out;
    std::size_t done = 0;  // before it, characters are in headwords already
    for (const Token& token : tokenizer_.read(sentence)) {
      if (token.kind != TokenKind::kBigram || !lexicon_.has_headwords(side_)) {
        const auto term = token.kind == TokenKind::kWord ? lexicon_.find(side_, token.key)
                                                         : std::optional<std::uint32_t>();
        out.push_back({token.key, term.value_or(0), term.has_value()});
        continue;
      }
      for (done = std::max<std::size_t>(done, token.begin); done < token.end;) {
        const Headword found = lexicon_.longest(side_, sentence.substr(done));
        if (found.bytes == 0) {
          static_cast<void>(next_code_point(sentence, done));
          continue;
        }
        out.push_back({found.term, found.term, true});
        done += found.bytes;
      }
    }
    return out;
  }

 private:
  const Lexicon& lexicon_;
  LexiconSide side_;
  Tokenizer tokenizer_;
};

class Projection {
 public:
  Projection(const Lexicon& lexicon, LexiconSide side, std::size_t dimension)
      : lexicon_(lexicon), side_(side), dimension_(dimension) {}

  Vectors project(const std::vector<Words>& sentences) const {
    std::unordered_map<std::uint64_t, double> sentences_with;
    for (const Words& words : sentences) {
      std::vector<std::uint64_t> keys;
      for (const Word& word : words)
        keys.push_back(mix(word.key) + (word.known ? 1 : 0));
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      for (const std::uint64_t key : keys)
        ++sentences_with[key];
    }
    Vectors out{dimension_, std::vector<float>(dimension_ * sentences.size(), 0.0F)};
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::span row(out.values.data() + i * dimension_, dimension_);
      for (const Word& word : sentences[i]) {
        const double with = sentences_with[mix(word.key) + (word.known ? 1 : 0)];
        add(word, std::log(1 + static_cast<double>(sentences.size()) / with), row);
      }
    }
    return out;
  }

 private:
  void add(const Word& word, double weight, std::span<float> row) const {
    if (!word.known) return scatter(mix(word.key), weight, row);
    if (side_ == LexiconSide::kSecond) return scatter(mix(~std::uint64_t{word.term}), weight, row);
    for (const Translation& translation : lexicon_.translations(side_, word.term)) {
      scatter(mix(~std::uint64_t{translation.term}), weight * double{translation.probability}, row);
    }
  }
  static void scatter(std::uint64_t seed, double weight, std::span<float> row) {
    constexpr int kPlaces = 4;
    for (int i = 0; i < kPlaces; ++i) {
      seed = mix(seed + 0x9E3779B97F4A7C15U);
      const auto value = static_cast<float>((seed & 1U) != 0 ? weight : -weight);
      row[(seed >> 8U) % row.size()] += value;
    }
  }

  const Lexicon& lexicon_;
  LexiconSide side_;
  std::size_t dimension_;
};

Vectors vectors_of(const Lexicon& lexicon, LexiconSide side, const std::string& language,
                   std::span<const std::string_view> sentences, std::size_t dimension) {
  WordReader reader(lexicon, side, language);
  std::vector<Words> words;
  for (const std::string_view sentence : sentences)
    words.push_back(reader.read(sentence));
  return Projection(lexicon, side, dimension).project(words);
}

}  // namespace

LexicalVectors::LexicalVectors(const Lexicon& lexicon, const std::string& source_language,
                               const std::string& target_language,
                               std::span<const std::string_view> sources,
                               std::span<const std::string_view> targets, std::size_t dimension) {
  const std::string_view first = lexicon.language(LexiconSide::kFirst);
  const bool straight =
      matches_range(source_language, std::string(first.substr(0, first.find('-'))));
  const LexiconSide side = straight ? LexiconSide::kFirst : LexiconSide::kSecond;
  source = vectors_of(lexicon, side, source_language, sources, dimension);
  target = vectors_of(lexicon, other_side(side), target_language, targets, dimension);
}

}  // namespace weft
