// SPDX-License-Identifier: Apache-2.0
/// The text of a briefing as HTML, with places to link to.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "weft/briefing/briefing.hpp"

namespace weft {

/// Writes passages behind `out`. Places have the ids `ids` + "s1" (summary), "t1" (its
/// translation), "f1" (figure) and "k1" (key phrase), each where it stands first. Borrows `out`.
class BodyWriter {
 public:
  /// `linked`: other documents have articles in this page, whose ids are those of link_id and "/".
  BodyWriter(std::string ids, bool linked, std::string& out)
      : ids_(std::move(ids)), linked_(linked), out_(out) {}
  void write(const std::vector<Passage>& body);

 private:
  void passage(const Passage& passage);
  void list_to(int depth);
  void table(const Passage& passage);
  void open(const std::string& element, const BriefingText& text);
  void runs(const BriefingText& text);
  void run(const BriefingRun& run);
  void source(const std::string& evidence);
  [[nodiscard]] std::string id_of(char kind, std::uint32_t number);

  std::string ids_;
  bool linked_;
  std::string& out_;
  std::set<std::pair<char, std::uint32_t>> seen_;
  int lists_ = 0;  ///< that are open
};

}  // namespace weft
