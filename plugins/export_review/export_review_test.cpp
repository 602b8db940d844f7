// SPDX-License-Identifier: Apache-2.0
/// Tests of the page: what its blocks hold, and what Chromium makes of it.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "packed.hpp"
#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"
#include "weft/exports/unit_ids.hpp"

namespace {

using weft::StoredDocument;
using weft::test::Bead;
using weft::test::DocumentBuilder;
using weft::test::StageHarness;
using weft::test::StageOptions;
using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

std::string joined(const std::vector<Bead>& beads, Strings Bead::*side) {
  std::string text;
  for (const Bead& bead : beads) {
    for (const std::string& sentence : bead.*side)
      text += sentence + "\n";
  }
  return text;
}

/// A document with a view a language and one bead a row; both figures of a finding ("number: 2021 /
/// 2001") are marked as transform_pairs does.
class Bilingual {
 public:
  Bilingual(std::string_view id, const std::vector<Bead>& beads) : builder_(id) {
    const std::string english = joined(beads, &Bead::english);
    const std::string chinese = joined(beads, &Bead::chinese);
    builder_.source(id, english);
    views_ = {builder_.view("en", "en", english), builder_.view("zh", "zh-Hans", chinese)};
    for (const Bead& bead : beads)
      add(bead);
  }

  DocumentBuilder& builder() { return builder_; }
  /// Sentences in the order of the beads, source before target.
  [[nodiscard]] weft_id sentence(std::size_t i) const { return sentences_.at(i); }
  StoredDocument build() { return builder_.build(); }

 private:
  void add(const Bead& bead) {
    std::vector<std::pair<weft_id, std::string>> ends;
    const std::size_t slash = bead.finding.find(" / ");
    for (std::size_t side = 0; side < 2; ++side) {
      for (const std::string& text : side == 0 ? bead.english : bead.chinese) {
        const weft_id sentence = builder_.span("sentence", views_[side], text);
        sentences_.push_back(sentence);
        ends.emplace_back(sentence, side == 0 ? "source" : "target");
        if (bead.finding.empty()) continue;
        const std::size_t colon = bead.finding.find(": ") + 2;
        mark(sentence, text,
             side == 0 ? bead.finding.substr(colon, slash - colon) : bead.finding.substr(slash + 3),
             bead.finding);
      }
    }
    const weft_id link = builder_.link("bead", ends, bead.score);
    builder_.attribute(WEFT_ON_LINK, link, "method", "align_length");
    if (!bead.finding.empty()) builder_.attribute(WEFT_ON_LINK, link, "finding", bead.finding);
  }

  void mark(weft_id sentence, const std::string& text, const std::string& figure,
            const std::string& finding) {
    const weft_span span = builder_.document().spans[sentence - 1];
    const std::size_t at = span.begin + text.find(figure);
    const weft_id marked = builder_.span("finding", span.view, at, at + figure.size(), sentence);
    builder_.attribute(WEFT_ON_SPAN, marked, "finding", finding);
  }

  DocumentBuilder builder_;
  std::array<weft_id, 2> views_{};
  std::vector<weft_id> sentences_;
};

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "review.html");
  return StageHarness("export_review", options).export_all(documents);
}

/// The bytes that as_page_text made text of.
std::string bytes_of(std::string_view text, std::size_t size) {
  constexpr std::string_view kEscaped("\0\r<~", 4);
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char seven =
        text[at] == '~' ? kEscaped.at(static_cast<std::size_t>(text[++at] - '0')) : text[at];
    bits = (bits << 7U) | static_cast<unsigned char>(seven);
    held += 7;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>((bits >> held) & 255U);
  }
  REQUIRE(bytes.size() >= size);
  bytes.resize(size);
  return bytes;
}

std::string inflated(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  std::string out(std::size_t{4} << 20U, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

/// The blocks of a page, unpacked.
Strings blocks_of(const std::string& page) {
  const std::string open = "<script type=\"text/plain\" class=\"block\" data-bytes=\"";
  Strings blocks;
  for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    const std::size_t text = page.find('>', at) + 1;
    const std::size_t end = page.find("</script>", text);
    blocks.push_back(inflated(
        bytes_of(std::string_view(page).substr(text, end - text), std::stoul(page.substr(at)))));
    at = end;
  }
  return blocks;
}

Strings lines_of(const std::string& block) {
  Strings lines;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = block.find('\n', at);
    lines.push_back(block.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// More than a block has room for.
StoredDocument long_document() {
  std::vector<Bead> beads;
  for (int i = 0; i < 9000; ++i) {
    const std::string number = std::to_string(i);
    beads.push_back({{"Sentence number " + number + " says that the harbour was calm that day."},
                     {"第" + number + "句说，那天港口很平静，没有风浪，渡船照常开出去了。"}});
  }
  return Bilingual("long.txt", beads).build();
}

}  // namespace

TEST_CASE("bytes become text that HTML leaves alone, and come back") {
  std::string bytes;
  for (int i = 0; i < 700; ++i) {
    bytes += static_cast<char>(i * i / 3);
    const std::string text = weft::as_page_text(bytes);
    CHECK(std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    CHECK(text.find_first_of(std::string_view("\0\r<", 3)) == text.npos);
    CHECK(bytes_of(text, bytes.size()) == bytes);
  }
  CHECK(weft::as_page_text("").empty());
  const std::string zeros(7000, '\0');
  CHECK(weft::as_page_text(zeros).size() == 16000);
}

TEST_CASE("a block has the pairs as columns, their sentences told apart") {
  Bilingual made("ferry.txt",
                 {{{"The  ferry left."}, {"渡船走了。"}, 0.7504},
                  {{"It rained.", "We stayed."}, {"下雨了。", "我们没走。"}, std::nan("")},
                  {{}, {"多余的一句。"}, 0}});
  StoredDocument document = made.build();
  const Strings blocks = blocks_of(exported({&document}));
  REQUIRE(blocks.size() == 1);
  const Strings lines = lines_of(blocks[0]);
  const Json json = Json::parse(lines[0]);
  weft::UnitIds ids("ferry.txt");
  const std::string keys = ids.next("The ferry left.", "渡船走了。").substr(0, 16) +
                           ids.next("It rained. We stayed.", "下雨了。我们没走。").substr(0, 16) +
                           ids.next("", "多余的一句。").substr(0, 16);
  CHECK(json["keys"] == keys);
  CHECK(json["scores"] == Json::array({750, -1, 0}));
  CHECK(json["counts"] == Json::array({3}));
  CHECK(json["kinds"].dump() ==
        R"([["en","zh-Hans","align_length"],["","zh-Hans","align_length"]])");
  CHECK(json["kind"] == Json::array({0, 0, 1}));
  CHECK(Strings(lines.begin() + 1, lines.end()) ==
        Strings{"The ferry left.", "It rained.\x1eWe stayed.", "", "渡船走了。",
                "下雨了。\x1f我们没走。", "多余的一句。"});
}

TEST_CASE("figures that differ are marked where they stand, counted as a browser counts") {
  Bilingual made("a.txt",
                 {{{"Off. \U0001F6A2  In 2021."}, {"2001年。"}, 0.9, "number: 2021 / 2001"}});
  StoredDocument document = made.build();
  const Json json = Json::parse(lines_of(blocks_of(exported({&document}))[0])[0]);
  // The ship is two units, the two spaces behind it one.
  CHECK(json["marks"] == Json::array({0, 0, 0, 11, 15, 0, 0, 1, 0, 0, 4, 0}));
  CHECK(json["findings"].dump() == R"([[0,"number: 2021 / 2001"]])");
}

TEST_CASE("a document's card has title, facts and where its summary stands") {
  Bilingual made("a.txt", {{{"One."}, {"一。"}}, {{"Two.", "Three."}, {"二三。"}}});
  DocumentBuilder& builder = made.builder();
  builder.metadata("title", "Numbers");
  builder.metadata("author", "Ada");
  const weft_id aside = builder.view("notes", "en", "Aside.");
  const weft_id note = builder.span("sentence", aside, "Aside.");
  builder.link("summary", {{made.sentence(3), "evidence"}, {note, "evidence"}}, 1);
  const weft_id figure = builder.span("key-figure", 1, 5, 8, made.sentence(2));
  builder.metadata("key-figure", "Two.");
  builder.document().attrs.back().evidence = figure;
  StoredDocument document = made.build();
  const Json json = Json::parse(lines_of(blocks_of(exported({&document}))[0])[0]);
  CHECK(json["marks"] == Json::array({1, 0, 0, 0, 3, 1}));
  CHECK(
      json["documents"].dump() ==
      R"([{"id":"a.txt","title":"Numbers","facts":[["author","Ada"],["key-figure","Two.",[1,0,0]]],)"
      R"("summary":[{"lang":"en","evidence":[[1,0,1],"Aside."]}]}])");
}

TEST_CASE("many pairs are several blocks, and a document goes on in the next") {
  StoredDocument document = long_document();
  StoredDocument small = Bilingual("small.txt", {{{"End."}, {"完。"}}}).build();
  const Strings blocks = blocks_of(exported({&document, &small}));
  REQUIRE(blocks.size() == 2);
  const Json first = Json::parse(lines_of(blocks[0])[0]);
  const Json second = Json::parse(lines_of(blocks[1])[0]);
  CHECK(second["documents"].dump() ==
        R"([{"id":"long.txt","more":true},{"id":"small.txt","title":"small.txt","facts":[],)"
        R"("summary":[]}])");
  CHECK(first["scores"].size() + second["scores"].size() == 9001);
  CHECK(first["counts"][0].get<int>() + second["counts"][0].get<int>() == 9000);
  CHECK(lines_of(blocks[1]).size() == 2 * second["scores"].size() + 1);
}

TEST_CASE("a document that another exporter fails on leaves the page as if it had not come") {
  StoredDocument first = Bilingual("first.txt", {{{"One."}, {"一。"}}}).build();
  StoredDocument last = Bilingual("last.txt", {{{"Two."}, {"二。"}}}).build();
  StoredDocument small = Bilingual("small.txt", {{{"End."}, {"完。"}}}).build();
  StoredDocument full = long_document();
  const std::string without = exported({&first, &last});
  for (StoredDocument* refused : {&small, &full}) {
    StageHarness stage("export_review", {{"to", "review.html"}});
    CHECK(stage.export_all({&first, refused, &last}, refused) == without);
  }
}

TEST_CASE("no text of a document stands in the page but in its blocks") {
  StoredDocument document =
      Bilingual("a<b>.txt", {{{"</script><b onclick=alert(1)>Hello"}, {"你好<!--"}}}).build();
  const std::string page = exported({&document});
  CHECK(page.find("alert(1)") == page.npos);
  CHECK(page.find("a<b>") == page.npos);
  CHECK(page.find("default-src 'none'; script-src 'sha256-") != page.npos);
  CHECK(blocks_of(page)[0].find("</script><b onclick=alert(1)>Hello") != std::string::npos);
  CHECK(exported({&document}) == page);
}

TEST_CASE("a line that is hard to write comes back clean") {
  const std::string hostile = weft::test::hostile_line();
  StoredDocument document = weft::test::bilingual(hostile, {{{hostile}, {"甲。"}, 0.5, hostile}});
  const Strings lines = lines_of(blocks_of(exported({&document}))[0]);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == weft::test::hostile_line_cleaned());
  const Json json = Json::parse(lines[0]);
  CHECK(json["findings"][0][1] == weft::test::hostile_line_cleaned());
  CHECK(json["documents"][0]["title"] == weft::test::hostile_line_cleaned());
}

TEST_CASE("what is left out by the filters is not on the page, and no pairs are a page too") {
  StoredDocument document =
      Bilingual("a.txt",
                {{{"Low."}, {"低。"}, 0.2}, {{"High."}, {"高。"}, 0.9}, {{"Alone."}, {}, 0}})
          .build();
  CHECK(lines_of(blocks_of(exported({&document}))[0]).size() == 7);
  CHECK(lines_of(blocks_of(exported({&document}, {{"null-beads", "false"}}))[0]).size() == 5);
  CHECK(blocks_of(exported({&document}, {{"min-score", "0.95"}, {"null-beads", "false"}})).empty());
  CHECK(exported({}).find("id=\"made\">{\"content\":\"99aa06d3014798d86001c324468d497f\"") !=
        std::string::npos);
}

TEST_CASE("pages by language alone are refused, since they would be open at once") {
  CHECK_THROWS_WITH(StageHarness("export_review", {{"to", "{lang}.html"}}),
                    Catch::Contains("put {stem} or {id} beside {lang}"));
  CHECK_NOTHROW(StageHarness("export_review", {{"to", "{lang}/{id}.html"}}));
}

TEST_CASE("Chromium shows, finds, decides, keeps and hands over", "[browser]") {
  const std::string tools = std::string(WEFT_BINARY_DIR) + "/browser_tools";
  const auto ready = weft::test::run_program(
      {std::string(WEFT_SOURCE_DIR) + "/tests/support/browser_tools", tools});
  if (ready.code != 0) {
    WARN("skipped: " + ready.err);
    return;
  }
  Bilingual made("ferry<i>.txt",
                 {{{"The ferry left in 2021."}, {"渡船在2001年离开。"}, 0.9, "number: 2021 / 2001"},
                  {{"It rained.", "We <b>stayed</b>."}, {"下雨了。", "我们没走。"}, 0.6},
                  {{"Three.", "Four."}, {"三，四。"}, 0.3},
                  {{}, {"多余的一句。"}, 0}});
  made.builder().metadata("title", "Ferry & <i>rain</i>");
  made.builder().link("summary", {{made.sentence(0), "evidence"}}, 1);
  StoredDocument ferry = made.build();
  std::vector<Bead> beads;
  for (int i = 0; i < 500; ++i) {
    beads.push_back({{"Row " + std::to_string(i) + " of the harbour log."},
                     {"港口日志第" + std::to_string(i) + "行。"}});
  }
  StoredDocument log = Bilingual("log.txt", beads).build();
  const weft::test::Folder folder;
  folder.write("review.html", exported({&ferry, &log}));
  const auto result = weft::test::run_program(
      {"node", WEFT_TESTDATA "/browser_test.mjs", tools, folder.path("review.html")});
  INFO(result.out + result.err);
  REQUIRE(result.code == 0);
  if (!std::filesystem::exists(WEFT_PLUGIN_DIR "/transform_review.so")) return;
  StageHarness apply("transform_review", {{"decisions", folder.path("decisions.jsonl")}});
  CHECK(apply.process(ferry).status == WEFT_OK);
  CHECK(weft::test::links_of(ferry, "bead") ==
        Strings{"source The ferry left in 2021. | target 渡船在2001年离开。",
                "source It rained. | target 下雨了。",
                "source Three. | source Four. | target 三，四。 | target 多余的一句。"});
}
