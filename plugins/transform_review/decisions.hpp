// SPDX-License-Identifier: Apache-2.0
/// The file of decisions that a review page hands over.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weft {

enum class Verdict { kNone, kAccept, kReject };

/// What a person said of a run of neighbouring pairs.
struct Decision {
  std::vector<std::string> pairs;  ///< keys: pair_key(); several were merged
  /// Where the sentences of all pairs are cut: so many of the source and of the target stand
  /// before.
  std::vector<std::pair<std::size_t, std::size_t>> cuts;
  std::vector<Verdict> verdicts;  ///< one more than cuts: of each part
  std::size_t round = 0;          ///< ascends with every head: what was decided on one page
  std::string place;              ///< "decisions.jsonl, line 3"

  /// True when the pairs are no longer what they were.
  [[nodiscard]] bool reshapes() const { return pairs.size() > 1 || !cuts.empty(); }
};

/// All decisions of files, in their order. Not changed once it is read: for any thread.
struct Decisions {
  std::string source;  ///< language ranges that the page told the sides apart by
  std::string target;
  std::map<std::string, std::vector<Decision>, std::less<>> by_document;
  std::size_t rounds = 0;
};

/// Reads JSON lines: a head with "weft-review": 1, then a decision a line (the README of
/// export_review has the form); several such files may stand one behind another. The decisions come
/// behind those `before`. Throws Error(WEFT_E_CONFIG) with the line and what is wrong.
Decisions read_decisions(const std::string& path, Decisions before = {});
/// The same from text; `name` is what messages call it.
Decisions parse_decisions(std::string_view text, const std::string& name, Decisions before = {});

/// The key of a pair on a page: the first 16 digits of its unit id and the count behind them.
std::string pair_key(std::string_view unit_id);

}  // namespace weft
