// SPDX-License-Identifier: Apache-2.0
/// Aligns two texts by their words: the whole of it, without a document about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "learnt_table.hpp"
#include "lexical_gains.hpp"
#include "section_search.hpp"
#include "token_reader.hpp"
#include "weft/align/bead.hpp"
#include "weights.hpp"

namespace weft {

/// One side of a text; views into it live as long as the call.
struct TextSide {
  std::vector<std::string_view> sentences;
  std::vector<std::uint8_t> begins_block;  ///< 1 where a sentence is the first of its block
};

/// What is the same for all documents.
struct AlignSettings {
  std::string source_language;  ///< BCP 47
  std::string target_language;
  const Lexicon* lexicon = nullptr;  ///< nullptr: none; outlives the aligner
  Weights weights;
};

/// What to align by beside the prior.
struct Lesson {
  const LearntTable* learnt = nullptr;  ///< what a corpus taught; nullptr: nothing
  /// Learn from the text itself, where a corpus taught nothing: one round with a lexicon, several
  /// without.
  bool from_text = true;
  bool scores = true;  ///< how sure each bead is; false: neither evidence nor Bead::score
};

/// A text read, compared and cut into beads.
struct AlignedText {
  LexicalText text;
  bool given_is_source = true;         ///< the side of the lexicon's first language
  std::uint32_t in_lexicon = 0;        ///< pairs of tokens that the lexicon knows
  std::vector<Bead> beads;             ///< in order, every sentence once
  std::vector<BeadEvidence> evidence;  ///< of each bead

  [[nodiscard]] const TokenTable& given() const {
    return given_is_source ? text.source : text.target;
  }
  [[nodiscard]] const TokenTable& other() const {
    return given_is_source ? text.target : text.source;
  }
};

/// Not for two threads at once; keeps stemmers and their caches.
class TextAligner {
 public:
  explicit TextAligner(AlignSettings settings);

  /// `sections` are in order and cover both sides; none: the text is one section. Bead::score is
  /// the probability that the bead is right, 0 for one-sided ones.
  AlignedText align(const TextSide& source, const TextSide& target, const Lesson& lesson,
                    std::vector<TextSection> sections = {});

  /// The lexicon and the side of it that pairs are given by.
  [[nodiscard]] LexiconUse given() const;

 private:
  void read(const TextSide& source, const TextSide& target, LexicalText& out);

  AlignSettings settings_;
  bool given_is_source_ = true;
  TokenReader source_reader_;
  TokenReader target_reader_;
};

}  // namespace weft
