// SPDX-License-Identifier: Apache-2.0
/// Beads in documents, and hostile text.
#include "tests/support/bitext.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <limits>
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

StoredDocument blocks_of_pairs() {
  DocumentBuilder builder("news/ferry 1.txt");
  const std::string text = "Ferries\nIt left. It rained. We stayed.\nIn 2021.";
  builder.source("news/ferry 1.txt", text);
  builder.metadata("title", "Ferries & tides");
  builder.metadata("author", "Ada Pier");
  builder.metadata("url", "https://harbour.example/ferries?a=1&b=2");
  const weft_id english = builder.view("en", "en-GB", text);
  const weft_id chinese = builder.view("zh", "zh-Hans", "渡船\n走了。下雨了，我们没走。\n2001年。");
  const weft_id title = builder.span("heading", english, 0, 7);
  const weft_id body = builder.span("paragraph", english, 8, 38);
  const weft_id last = builder.span("paragraph", english, 39, text.size());
  std::vector<weft_id> left;
  for (const auto& [words, block] :
       std::vector<std::pair<std::string, weft_id>>{{"Ferries", title},
                                                    {"It left.", body},
                                                    {"It rained.", body},
                                                    {"We stayed.", body},
                                                    {"In 2021.", last}})
    left.push_back(builder.span("sentence", english, text.find(words),
                                text.find(words) + words.size(), block));
  std::vector<weft_id> right;
  for (const char* words : {"渡船", "走了。", "下雨了，我们没走。", "2001年。"})
    right.push_back(builder.span("sentence", chinese, words));
  builder.link("bead", {{left[1], "source"}, {right[1], "target"}}, 0.75);
  builder.link("bead", {{left[2], "source"}, {left[3], "source"}, {right[2], "target"}},
               std::numeric_limits<double>::quiet_NaN());
  const weft_id wrong = builder.link("bead", {{left[4], "source"}, {right[3], "target"}}, 0.5);
  builder.attribute(WEFT_ON_LINK, wrong, "finding", "number: 2021 / 2001");
  builder.attribute(WEFT_ON_LINK, wrong, "reject", "length-ratio");
  builder.link("bead", {{left[0], "source"}}, 0);
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
