// SPDX-License-Identifier: Apache-2.0
/// Sets of sentence-split documents with gold beads: SET/<doc>/{src,tgt,gold}.txt.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "align_text.hpp"

namespace weft::train {

struct GoldBead {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
  auto operator<=>(const GoldBead&) const = default;
};

struct SetDocument {
  std::string name;
  std::string source_text;
  std::string target_text;
  TextSide source;
  TextSide target;
  std::set<GoldBead> gold;
  std::vector<std::string> source_verse;  // of the Bible: a verse a sentence
  std::vector<std::string> target_verse;
};

struct AlignmentSet {
  std::string name;
  std::string source_language;
  std::string target_language;
  std::vector<SetDocument> documents;
};

/// "PATH:zh:en".
AlignmentSet read_set(const std::string& description);

/// Counts for strict precision (all beads) and recall (two-sided gold beads), as score.py has them.
struct Score {
  double right = 0;
  double found = 0;
  double right_two_sided = 0;
  double wanted = 0;
  void add(const SetDocument& document, const std::vector<Bead>& beads);
  [[nodiscard]] double f1() const;
};

/// The bead as gold has it; adjacent beads of one verse are one.
std::vector<GoldBead> as_gold(const SetDocument& document, const std::vector<Bead>& beads);

}  // namespace weft::train
