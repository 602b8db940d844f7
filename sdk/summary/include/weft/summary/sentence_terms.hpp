// SPDX-License-Identifier: Apache-2.0
/// What the ranker knows of sentences: their terms and what can be seen on their face.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/summary/body_sentences.hpp"
#include "weft/summary/word_stems.hpp"

namespace weft {

/// A term of a sentence and how often it stands there.
struct Term {
  std::uint32_t id = 0;
  float count = 0;
};

struct SentenceFacts {
  std::uint32_t first_term = 0;  ///< into Terms::entries
  std::uint32_t n_terms = 0;
  std::uint32_t words = 0;       ///< runs of letters and digits; a Han or Kana character is one
  std::uint32_t characters = 0;  ///< code points that are not white space
  std::uint64_t key = 0;         ///< equal for sentences of the same words; 0 without any
  float function_share = 0;      ///< of the words
  float speaker_share = 0;       ///< of the words, a Han character counting as half a word
  float torn = 0;                ///< 1: its quotation goes on behind it; 0.6: it began before it
  bool number = false;
  bool question = false;
  bool ended = false;  ///< has a sentence terminator at its end
};

/// What a term tells as a fact: a figure (kDigit: one digit alone, which often counts little), or a
/// name: a word that has a capital within sentences, letters with digits, a word of an alphabet in
/// unspaced text, the sides of a middle dot, what a Chinese title mark opens.
enum class Telling : std::uint8_t { kNothing, kDigit, kFigure, kName };

/// The terms of a document.
struct Terms {
  std::vector<SentenceFacts> sentences;
  std::vector<Term> entries;         ///< of all sentences, one after the other
  std::vector<Telling> telling;      ///< by id; empty if nobody asked for it
  std::vector<std::uint32_t> title;  ///< ids of the title's terms that sentences have too
  std::uint32_t count = 0;           ///< ids are 0 .. count - 1

  [[nodiscard]] std::span<const Term> of(std::size_t sentence) const {
    const SentenceFacts& facts = sentences[sentence];
    return {entries.data() + facts.first_term, facts.n_terms};
  }
};

/// Reads documents: stems of words, pairs of neighbouring characters in scripts that put no space
/// between words (and Hangul). Reused from document to document; not for sharing between threads.
class SentenceTermReader {
 public:
  SentenceTermReader();
  ~SentenceTermReader();
  SentenceTermReader(const SentenceTermReader&) = delete;
  SentenceTermReader& operator=(const SentenceTermReader&) = delete;

  /// `language`: primary subtag, which chooses the stemmer. `with_facts`: also tell which
  /// terms are figures and names; only budgets in sentences use that. The result is good until the
  /// next call.
  const Terms& read(std::span<const BodySentence> candidates, std::string_view title,
                    const std::string& language, bool with_facts = true);

 private:
  struct Ids;
  WordStems& stems(const std::string& language);

  std::unique_ptr<Ids> ids_;
  std::map<std::string, std::unique_ptr<WordStems>, std::less<>> stems_;
  Terms terms_;
};

}  // namespace weft
