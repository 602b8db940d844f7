// SPDX-License-Identifier: Apache-2.0
/// What a bead gains by its words and its length, row by row, for weft::BeadSearch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "associations.hpp"
#include "text_section.hpp"
#include "token_table.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead_types.hpp"
#include "weights.hpp"

namespace weft {

/// Both sides of a document, ready to be compared.
struct LexicalText {
  TokenTable source;
  TokenTable target;
  Associations associations;
  std::vector<float> source_shares;  ///< background of each type
  std::vector<float> target_shares;
  std::vector<double> source_length;  ///< sums of bytes before each sentence, on the common scale
  std::vector<double> target_length;
};

/// The gain of a bead is the log-likelihood ratio of the target's tokens given the source's against
/// their background, the same the other way round, less what the lengths deviate. A ratio is the
/// sum over tokens of log((1 - lexical) + lexical * p(token | other side) / p(token)). Given one
/// side of a bead it adds up over the sentences of the other, so that all types of bead come from
/// sums over five groups a sentence. In a text of which little
/// is known yet, tokens that nothing is known of speak neither for a bead nor against it. Only
/// tokens with a counterpart in the band cost time.
class LexicalGains {
 public:
  /// Keeps references to both.
  LexicalGains(const LexicalText& text, const Weights& weights);

  /// The band is of a section: its rows and columns count from there.
  void begin(const Band& band, const TextSection& section);
  void enter(std::size_t row);
  void add(BeadType type, std::size_t column, std::span<float> out) const;

 private:
  struct Hit {  // a target token that something in a source sentence translates to
    std::uint32_t use = 0;
    float probability = 0;  // summed over the source sentence's tokens, by their weights
  };
  struct Chain {               // a source token's association with a target type
    std::uint32_t source = 0;  // position among the sentence's types
    float backward = 0;
    std::int32_t next = -1;
  };
  struct SourceSentence {
    std::vector<Hit> hits;
    float weight = 0;  // of its tokens
    float known = 0;   // the same; less where little is known
    // [target sentences - 1] by the column where they end: its tokens' gain given those.
    std::array<std::vector<float>, kLongestBead> backward;
  };
  static constexpr std::size_t kRing = kLongestBead;

  void read_source(std::size_t sentence, SourceSentence& out);
  void sum_backward(SourceSentence& out);
  void sum_forward(std::size_t longest);
  [[nodiscard]] float gain(float probability, float background) const;
  void take_off_length(BeadType type, std::size_t column, std::span<float> out) const;
  SourceSentence& ring(std::size_t sentence) { return ring_[sentence % kRing]; }
  [[nodiscard]] const SourceSentence& ring(std::size_t sentence) const {
    return ring_[sentence % kRing];
  }

  const LexicalText& text_;
  const Weights& weights_;
  float miss_;  // what a token without a counterpart gains
  const Band* band_ = nullptr;
  TextSection section_;
  std::size_t row_ = 0;    // source sentences before the end of beads asked for, of the text
  std::size_t first_ = 0;  // target sentences of the window
  std::size_t last_ = 0;   // behind them
  std::array<SourceSentence, kRing> ring_;
  // [source sentences - 1]: sums over target sentences before a column of their tokens' gain.
  std::array<std::vector<float>, kLongestBead> forward_;
  std::vector<std::uint32_t> sentence_of_;  // of target token uses
  std::vector<float> target_weight_;        // of sentence j at j + 1
  std::vector<float> target_known_;         // the same; less where little is known
  float unknown_in_source_ = 1;             // what a token of an unknown type counts
  std::vector<bool> source_is_known_;       // by type
  std::vector<float> by_type_;       // of target types: probability given the source sentence
  std::vector<std::int32_t> chain_;  // of target types: head in chains_, -1 = none
  std::vector<Chain> chains_;
  std::vector<std::uint32_t> touched_;
  std::vector<TokenUse> source_types_;  // of the sentence, each once
  std::vector<float> given_target_;     // [source type][target sentence of the window]
  std::vector<float> given_source_;     // by token use of the window
  std::vector<std::uint32_t> uses_;     // touched in it
  std::vector<float> length_;           // scratch
};

}  // namespace weft
