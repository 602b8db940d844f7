// SPDX-License-Identifier: Apache-2.0
/// Stems of words, remembered in a direct-mapped cache.
#include "weft/summary/word_stems.hpp"

#define XXH_INLINE_ALL
#include <libstemmer.h>
#include <xxhash.h>

#include <string>

#include "weft/summary/word_lists.hpp"

namespace weft {
namespace {

constexpr std::size_t kKnownWords = std::size_t{1} << 14U;
constexpr std::uint64_t kTopBit = std::uint64_t{1} << 63U;
constexpr std::size_t kShortestWord = 4;  ///< shorter words are stems already
constexpr std::size_t kLongestWord = 64;  ///< bytes; what is longer is no word with an ending

std::uint64_t hash(std::string_view word) {
  return XXH3_64bits(word.data(), word.size()) & ~kTopBit;
}

}  // namespace

void WordStems::Deleter::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

WordStems::WordStems(std::string_view language)
    : stemmer_(sb_stemmer_new(std::string(language).c_str(), "UTF_8")), known_(kKnownWords) {}

WordStems::~WordStems() = default;

const WordStems::Known& WordStems::look_up(std::string_view word) {
  const std::uint64_t of_word = hash(word);
  Known& known = known_[of_word & (kKnownWords - 1)];
  if (known.word != of_word)
    known = {of_word, stem(word, of_word), is_function_word(word), is_speaker_word(word)};
  return known;
}

std::uint64_t WordStems::stem(std::string_view word, std::uint64_t of_word) const {
  if (stemmer_ == nullptr || word.size() < kShortestWord || word.size() > kLongestWord)
    return of_word;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* made = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(word.size()));
  const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  return made == nullptr ? of_word : hash({reinterpret_cast<const char*>(made), size});
}

}  // namespace weft
