// SPDX-License-Identifier: Apache-2.0
/// What a bead gains by its words and its length, row by row, for weft::BeadSearch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "associations.hpp"
#include "gain_kernels.hpp"
#include "posting_window.hpp"
#include "postings.hpp"
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
  Postings target_postings;
  Associations associations;
  std::vector<float> source_shares;  ///< background of each type
  std::vector<float> target_shares;
  std::vector<float> source_lexical;  ///< by type: share of its probability that translations have
  std::vector<float> target_lexical;
  std::vector<double> source_length;  ///< sums of bytes before each sentence, on the common scale
  std::vector<double> target_length;
  bool price_bare = false;  ///< whether bare sentences cost: once the words are learnt
};

/// The gain of a bead is the log-likelihood ratio of the target's tokens given the source's against
/// their background, the same the other way round, less what the lengths deviate. A ratio is the
/// sum over tokens of log((1 - lexical) + lexical * p(token | other side) / p(token)), where the
/// share `lexical` is the type's. Given one side of a bead it adds up over the sentences of the
/// other, so that all types of bead come from sums over five groups a sentence. A sentence that
/// shares its side with others and gains next to nothing itself costs the bead something: in sums
/// alone its neighbours would pay for it. In a text of which little is known yet, tokens that
/// nothing is known of speak neither for a bead nor against it. Only types with a counterpart in
/// the band cost time, and their logarithms are taken side by side.
class LexicalGains {
 public:
  /// Keeps references to both.
  LexicalGains(const LexicalText& text, const Weights& weights);

  /// Reads the text again: after its shares of coverage changed.
  void measure_sides();
  /// The band is of a section: its rows and columns count from there. Its borders only move on.
  void begin(const Band& band, const TextSection& section);
  void enter(std::size_t row);
  void add(BeadType type, std::size_t column, std::span<float> out) const;

 private:
  static constexpr std::size_t kRing = kLongestBead;
  struct Hit {  // a target type in the window that something in a source sentence translates to
    std::uint32_t type = 0;
    float probability = 0;  // summed over the source sentence's tokens, by their weights
  };
  struct Bag {  // of a source sentence: its known types, in bagged_
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float weight = 0;   // of its tokens
    float missing = 0;  // what its tokens gain if none has a counterpart
  };
  struct SourceSentence {
    std::vector<Hit> hits;
    // [target sentences - 1] by the column where they end: its tokens' gain given those.
    std::array<std::vector<float>, kLongestBead> backward;
    // The same: how bare the sentence is, 0 to 1: how few of its tokens those explain.
    std::array<std::vector<float>, kLongestBead> bare;
  };
  struct Columns {  // of the window
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void read_source(std::size_t sentence, SourceSentence& out);
  void bag_source();
  bool meet(const TokenUse& token, SourceSentence& out);
  void sum_backward(const TokenUse& token, SourceSentence& out);
  void find_ends(std::size_t row);
  void sum_forward(std::size_t longest);
  void gather(std::size_t longest);
  void measure_bare(float missing, SourceSentence& out) const;
  void take_off_bare(BeadType type, std::size_t column, std::span<float> out) const;
  void take_off_length(BeadType type, std::size_t column, std::span<float> out) const;
  SourceSentence& ring(std::size_t sentence) { return ring_[sentence % kRing]; }
  [[nodiscard]] const SourceSentence& ring(std::size_t sentence) const {
    return ring_[sentence % kRing];
  }

  const LexicalText& text_;
  const Weights& weights_;
  const GainKernels& kernels_ = gain_kernels();
  const Band* band_ = nullptr;
  TextSection section_;
  std::size_t row_ = 0;    // source sentences before the end of beads asked for, of the text
  std::size_t first_ = 0;  // target sentences of the window
  std::size_t last_ = 0;   // behind them
  // [target sentences - 1]: the window's target sentences that beads with the row's source sentence
  // end with.
  std::array<Columns, kLongestBead> ends_{};
  std::array<SourceSentence, kRing> ring_;
  // [source sentences - 1]: sums over target sentences before a column of their tokens' gain.
  std::array<std::vector<float>, kLongestBead> forward_;
  // The same: sums of how bare the target sentences are.
  std::array<std::vector<float>, kLongestBead> bare_;
  // Of the text. [target sentences - 1] by the column where they end: 1 / (their tokens + 1).
  std::array<std::vector<float>, kLongestBead> per_target_token_;
  std::vector<float> target_missing_;  // of sentence j at j + 1: its gain without a counterpart
  std::vector<float> source_miss_, target_miss_;  // by type: gain of a token without a counterpart
  std::vector<float> source_loss_;                // by type: the same, less where little is known
  std::vector<float> source_scale_;               // by type: lexical / background
  std::vector<float> target_scale_;               //
  PostingWindow window_;                          // moved along with the band
  std::vector<float> hit_;              // by target type: probability in the sentence read
  std::vector<std::uint32_t> slot_of_;  // by target type: its place among those at hand, kNone
  std::vector<Bag> bags_;               // by source sentence
  std::vector<TokenUse> bagged_;
  std::vector<float> given_target_;   // of a source type, by column of the window
  std::vector<std::uint32_t> slots_;  // the target types that groups of source sentences hit
  std::vector<float> given_source_;   // [slot][lane]: their probability
  // A lane each for the last 1 to kLongestBead source sentences, filled up to a whole vector.
  std::array<float, kLanes> per_source_token_{};
  std::vector<float> sums_;  // [column of the window][lane]
};

}  // namespace weft
