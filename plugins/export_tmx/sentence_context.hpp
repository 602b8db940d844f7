// SPDX-License-Identifier: Apache-2.0
/// The sentences around a pair, which translation tools compare to tell equal texts apart.
#pragma once

#include <string>
#include <vector>

#include "weft/document.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {

/// The sentences of one document in text order. Made for one call of an exporter; borrows the
/// document.
class SentenceContext {
 public:
  SentenceContext(const Document& document, weft_id sentence_type)
      : document_(document), sentences_(document.spans(sentence_type)) {}

  /// The sentence before those of the side, in the same view, as one line fit for XML; empty where
  /// there is none. It may be one that no pair has.
  [[nodiscard]] std::string before(const PairSide& side) const;
  /// The sentence behind them.
  [[nodiscard]] std::string after(const PairSide& side) const;

 private:
  [[nodiscard]] std::string neighbour(const weft_span& sentence, bool next) const;

  const Document& document_;
  std::vector<weft_span> sentences_;
};

}  // namespace weft
