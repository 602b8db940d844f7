// SPDX-License-Identifier: Apache-2.0
/// A bilingual lexicon in one memory-mapped file: terms of two languages and how likely each
/// translates the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// The two languages of a lexicon, in the order it was built with (zh is the first of zh-en).
enum class LexiconSide : std::uint8_t { kFirst, kSecond };

/// The side that `side` is translated to.
constexpr LexiconSide other_side(LexiconSide side) {
  return side == LexiconSide::kFirst ? LexiconSide::kSecond : LexiconSide::kFirst;
}

/// One translation of a term: a term of the other side (0 .. size(other) - 1) and the probability
/// of it given the term, above 0 and at most 1.
struct Translation {
  std::uint32_t term = 0;
  float probability = 0;
};

/// A headword at the start of a text.
struct Headword {
  std::uint32_t term = 0;
  std::uint32_t bytes = 0;  ///< of the text that it covers; 0: there is none
};

/// Where the terms come from.
struct LexiconSource {
  std::string name;           ///< "CC-CEDICT", or the file it was read from
  std::string licence;        ///< as the source states it; empty: it does not
  std::uint64_t entries = 0;  ///< with at least one translation
  bool own = false;           ///< a project's own terms
};

/// Up to four toneless pinyin syllables of one character, most usual first. Views into the file:
/// valid as long as the Lexicon.
class Readings {
 public:
  static constexpr std::size_t kMost = 4;

  void add(std::string_view syllable) {
    if (count_ < kMost) syllables_.at(count_++) = syllable;
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  /// `at` < size().
  [[nodiscard]] std::string_view operator[](std::size_t at) const { return syllables_.at(at); }
  [[nodiscard]] const std::string_view* begin() const { return syllables_.data(); }
  [[nodiscard]] const std::string_view* end() const { return syllables_.data() + count_; }

 private:
  std::array<std::string_view, kMost> syllables_;
  std::size_t count_ = 0;
};

/// Read-only. The pages are shared by all processes that open the same file. After `open` any
/// number of threads. All views and spans live as long as the Lexicon that gave them, moved or not.
///
/// A term is what one token of an aligner's statistics is. In a language written without spaces
/// (zh, ja, ko, th, lo, km, my) it is a whole headword, folded as Tokenizer does without a stemmer,
/// where the simplified and the traditional form are two terms. In any other language it is one
/// word, folded and stemmed as weft::Tokenizer("en") does: a headword or gloss of several words
/// stands for each of its content words.
///
/// The probabilities of a term sum to 1, with one exception: where the other side is Chinese, a
/// word's simplified and traditional form each carry the word's whole probability, since a text is
/// written in one of them; then they sum to about 1 within each form.
///
/// A `term` that is not below size(side) is a mistake of the caller: functions that take one answer
/// as for a term without text, translations and owner.
class Lexicon {
 public:
  /// Maps the file and checks all of it, so that no later call can leave the mapping, whatever the
  /// file holds: some milliseconds for 20 MB. Throws Error(WEFT_E_CONFIG) naming the file and what
  /// is wrong with it: not readable, no lexicon, made by another version, cut off, damaged. The
  /// file must not be changed in place while it is open; `weft lexicon build` replaces it by
  /// renaming.
  static Lexicon open(const std::string& path);

  /// The same for bytes in memory, which are copied; `name` stands in messages.
  static Lexicon from_bytes(std::string_view bytes, const std::string& name = "lexicon");

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// BCP 47, as the builder was told.
  [[nodiscard]] std::string_view language(LexiconSide side) const;
  /// Number of terms.
  [[nodiscard]] std::uint32_t size(LexiconSide side) const;
  /// Number of translations from this side to the other.
  [[nodiscard]] std::uint64_t pairs(LexiconSide side) const;
  /// The term as it is looked up: folded, and stemmed in languages with a stemmer.
  [[nodiscard]] std::string_view text(LexiconSide side, std::uint32_t term) const;

  /// XXH3 of a folded form, the key of terms; equal to Token::key of a kWord token. For headwords
  /// of languages without spaces, key_of(the headword).
  static std::uint64_t key_of(std::string_view folded);
  /// The term with this key.
  [[nodiscard]] std::optional<std::uint32_t> find(LexiconSide side, std::uint64_t key) const;

  /// True for a side without spaces, the kind that `longest` and `prefixes` work for.
  [[nodiscard]] bool has_headwords(LexiconSide side) const;
  /// The longest headword at the start of `text` (valid UTF-8); bytes == 0 when there is none.
  /// ASCII letters match in either case, full-width forms as their ASCII ones.
  [[nodiscard]] Headword longest(LexiconSide side, std::string_view text) const;
  /// All headwords at the start of `text`, shortest first; replaces what `out` held.
  void prefixes(LexiconSide side, std::string_view text, std::vector<Headword>& out) const;

  /// By descending probability; never empty for a term of the file.
  [[nodiscard]] std::span<const Translation> translations(LexiconSide side,
                                                          std::uint32_t term) const;
  /// True for a term of a project's own list: a headword, or the only content word of a term.
  [[nodiscard]] bool is_own(LexiconSide side, std::uint32_t term) const;

  /// Toneless pinyin of a Han character ("zhong", "chong"), empty where unknown. Letters a to z
  /// only: ü is u, as names in English text mostly have it ("lu" of 吕).
  [[nodiscard]] Readings readings(char32_t han) const;
  /// Number of characters with readings.
  [[nodiscard]] std::uint32_t characters() const;

  /// In the order in which they were read.
  [[nodiscard]] std::span<const LexiconSource> sources() const;
  /// The program that built the file ("weft 0.1.0"), or empty.
  [[nodiscard]] std::string_view built_by() const;
  /// Bytes of the file.
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  struct State;
  explicit Lexicon(std::unique_ptr<const State> state);

  std::unique_ptr<const State> state_;
};

/// True for languages written without spaces between words, and for Korean, whose particles hang on
/// the words: their terms are whole headwords. `language` is a BCP 47 tag. Any thread.
bool has_whole_headwords(std::string_view language);

}  // namespace weft
