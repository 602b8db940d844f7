// SPDX-License-Identifier: Apache-2.0
/// Which pairs an exporter of bitext writes: the options that all of them share.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "weft/exports/pair_reader.hpp"
#include "weft/plugin.hpp"

namespace weft {

/// Options `source`, `target`, `min-score`, `null-beads`, `rejected`, `findings` and `duplicates`.
/// Nothing goes silently: what is left out is counted in the run report by reason.
/// `duplicates=drop` remembers 8 bytes a pair; an exporter with this filter is WEFT_SERIAL, so that
/// "first" means first in the corpus, and an UndoingExporter that calls undo(). One thread at a
/// time.
class PairFilter {
 public:
  explicit PairFilter(const Options& options);

  /// The parameters above, `to` and `lang-map`, with those of the exporter itself behind them.
  static std::vector<Param> params(std::vector<Param> own = {});

  /// The pairs to write, in document order. Counts `beads-without-partner`,
  /// `pairs-below-min-score`, `pairs-rejected`, `pairs-with-findings`, `pairs-duplicate` and
  /// `characters-replaced`.
  [[nodiscard]] std::vector<Pair> read(const Document& document);
  /// Forgets the pairs of the last read(): their document is in no output. For
  /// UndoingExporter::undo.
  void undo();

  [[nodiscard]] const std::string& source_range() const { return source_range_; }
  [[nodiscard]] const std::string& target_range() const { return target_range_; }

 private:
  [[nodiscard]] bool wanted(const Pair& pair, Context context);
  [[nodiscard]] bool is_repeated(const Pair& pair);

  std::string source_range_;
  std::string target_range_;
  double min_score_;
  bool null_beads_;
  bool drop_rejected_;
  bool drop_findings_;
  bool drop_duplicates_;
  std::unordered_set<std::uint64_t> seen_;  // hashes of normalized pairs
  std::vector<std::uint64_t> last_;         // those that the last read() added
  weft_id one_sided_ = name("beads-without-partner");
  weft_id below_score_ = name("pairs-below-min-score");
  weft_id rejected_ = name("pairs-rejected");
  weft_id with_findings_ = name("pairs-with-findings");
  weft_id duplicates_ = name("pairs-duplicate");
  weft_id replaced_ = name("characters-replaced");
};

}  // namespace weft
