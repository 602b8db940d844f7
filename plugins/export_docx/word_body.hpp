// SPDX-License-Identifier: Apache-2.0
/// The story of a Word document: briefings one behind another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "weft/briefing/briefing.hpp"
#include "word_runs.hpp"

namespace weft {

/// Grows by a briefing at a time. One thread at a time.
class WordBody {
 public:
  /// `alone`: there will be one briefing, whose title is the document's; borrows `runs`.
  WordBody(const WordRuns& runs, bool alone) : runs_(runs), alone_(alone) {}

  void add(const Briefing& briefing);
  /// What undo() goes back to is what there is now.
  void mark();
  void undo();

  /// The children of w:body but for section properties: contents where there are several briefings,
  /// the briefings, and who made them.
  [[nodiscard]] std::string xml(std::string_view title, std::string_view colophon) const;

  /// Addresses of the web that are linked: relationship "l1" is the first.
  [[nodiscard]] const std::vector<std::string>& links() const { return links_; }
  [[nodiscard]] std::uint32_t briefings() const { return briefings_; }

 private:
  void heading(int level, const BriefingLine& line);
  void facts(const Briefing& briefing);
  void url_cell(const std::string& url);
  void summary(const Briefing& briefing);
  void figures(const Briefing& briefing);
  void body(const std::vector<Passage>& body);
  void passage(const Passage& passage);
  void table(const Passage& passage);
  void cell(std::string_view style, int width, const BriefingText& text);
  void paragraph(std::string_view properties, const BriefingText& text);
  void line(std::string_view style, const BriefingLine& line);
  void run(const BriefingRun& run, std::string_view language);
  void linked(const std::string& text, const std::string& language, bool placed, char kind,
              std::size_t number);
  /// Opens a bookmark for an item where it stands first; its id, or 0.
  std::uint32_t bookmark(char kind, std::uint32_t number);
  [[nodiscard]] std::string anchor(char kind, std::size_t number) const;

  /// How much there was.
  struct Mark {
    std::uint32_t briefings = 0;
    std::uint32_t bookmarks = 0;
    std::size_t titles = 0;
    std::size_t links = 0;
    std::size_t bytes = 0;
  };

  const WordRuns& runs_;
  bool alone_;
  Mark marked_at_;
  std::uint32_t briefings_ = 0;
  std::uint32_t bookmarks_ = 0;
  std::map<std::pair<char, std::uint32_t>, std::uint32_t> marked_;  // of this briefing
  std::vector<BriefingLine> titles_;
  std::vector<std::string> links_;
  std::string out_;
};

}  // namespace weft
