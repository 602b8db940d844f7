// SPDX-License-Identifier: Apache-2.0
/// Beads in documents, and hostile text.
#include "tests/support/bitext.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

/// The fixture is a file of its own, so that it can be looked at; without its line end.
std::string hostile_markup() {
  std::string line =
      read_file(std::string(WEFT_SOURCE_DIR) + "/tests/support/testdata/hostile.txt");
  line.pop_back();
  return line;
}

}  // namespace

StoredDocument bilingual(std::string_view id, const std::vector<Bead>& beads) {
  std::string english;
  std::string chinese;
  for (const Bead& bead : beads) {
    for (const std::string& sentence : bead.english)
      english += sentence + "\n";
    for (const std::string& sentence : bead.chinese)
      chinese += sentence;
  }
  DocumentBuilder builder(id);
  builder.source(id, english);
  const weft_id first = builder.view("en", "en-GB", english);
  const weft_id second = builder.view("zh", "zh-Hans", chinese);
  for (const Bead& bead : beads) {
    std::vector<std::pair<weft_id, std::string>> ends;
    for (const std::string& sentence : bead.english)
      ends.emplace_back(builder.span("sentence", first, sentence), "source");
    for (const std::string& sentence : bead.chinese)
      ends.emplace_back(builder.span("sentence", second, sentence), "target");
    const weft_id link = builder.link("bead", ends, bead.score);
    builder.attribute(WEFT_ON_LINK, link, "method", "align_length");
    if (!bead.finding.empty()) builder.attribute(WEFT_ON_LINK, link, "finding", bead.finding);
    if (!bead.reject.empty()) builder.attribute(WEFT_ON_LINK, link, "reject", bead.reject);
    if (!bead.state.empty()) builder.attribute(WEFT_ON_LINK, link, "state", bead.state);
  }
  return builder.build();
}

std::string hostile_line() {
  return hostile_markup() +
         "\t\x01\x0B\x7F\xC2\x85\xE2\x80\xA8\xE2\x80\xAE\xEF\xBF\xBE\xF0\x9F\x9A\x80 end";
}

std::string hostile_line_cleaned() {
  return hostile_markup() + " \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD\xF0\x9F\x9A\x80 end";
}

void check_golden(const std::string& made, const std::string& path) {
  INFO(path);
  if (std::getenv("WEFT_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << made;
  CHECK(made == read_file(path));
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace weft::test
