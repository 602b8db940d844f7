// SPDX-License-Identifier: Apache-2.0
/// Subtitles that a script wrote, and broken ones, as a run reads them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"
#include "weft/utf8.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

std::string written(const std::string& format, const std::string& languages,
                    const std::string& encoding = "utf-8") {
  const ProgramResult result = run_program(
      {"python3", std::string(WEFT_TESTDATA) + "/write_subtitles.py", format, languages, encoding});
  REQUIRE(result.code == 0);
  return result.out;
}

StoredDocument parsed(std::string_view bytes) {
  StageHarness harness("parse_srt");
  StoredDocument document;
  const Outcome outcome = harness.parse(document, "film.srt", bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

/// The blocks, without the cues inside them.
Texts blocks(const StoredDocument& document) {
  Texts out = outline(document);
  out.erase(std::remove_if(out.begin(), out.end(),
                           [](const std::string& line) { return line.starts_with("cue: "); }),
            out.end());
  return out;
}

const Texts kEnglish = {"boilerplate: Subtitles by the harbor crew",
                        "paragraph: The last ferry leaves at eight, or when the bakery closes. "
                        "Nobody minds.",
                        "paragraph: Have you seen the captain?",
                        "paragraph: Not today.",
                        "boilerplate: [HORN BLOWS]",
                        "paragraph: He is in the bakery & waits.",
                        "quote: Slowly goes the boat"};

TEST_CASE("Cues become paragraphs by sentences, pauses and dashes", "[parse_srt]") {
  for (const char* format : {"srt", "vtt"})
    CHECK(blocks(parsed(written(format, "en"))) == kEnglish);
  CHECK(blocks(parsed(written("srt", "en", "utf-16"))) == kEnglish);
}

TEST_CASE("Cues know their times and lie in their paragraph", "[parse_srt]") {
  const std::string bytes = written("srt", "en");
  const StoredDocument document = parsed(bytes);
  CHECK(texts_of(document, "cue").size() == 9);
  std::size_t seen = 0;
  for (const weft_span& span : document.spans) {
    if (text_of(document, span) == "or when the bakery closes.") {
      ++seen;
      CHECK(value_of(document, "start", WEFT_ON_SPAN, span.id) == "6.2");
      CHECK(value_of(document, "end", WEFT_ON_SPAN, span.id) == "8");
      const auto [begin, end] = source_range(document, span);
      CHECK(bytes.substr(begin, end - begin) == "or when the bakery closes.");
      REQUIRE(document.find_span(span.parent) != nullptr);
      CHECK(text_of(document, *document.find_span(span.parent)).starts_with("The last ferry"));
    }
    if (text_of(document, span) == "[HORN BLOWS]" && span.parent == 0) {
      ++seen;
      CHECK(value_of(document, "reason", WEFT_ON_SPAN, span.id) == "sound");
    }
  }
  CHECK(seen == 2);
}

TEST_CASE("Chinese without marks keeps a paragraph a cue, in any encoding", "[parse_srt]") {
  for (const char* encoding : {"utf-8", "gb18030", "utf-16"}) {
    INFO(encoding);
    CHECK(blocks(parsed(written("srt", "zh", encoding))) ==
          Texts{"boilerplate: 字幕组：港口小队", "paragraph: 最后一班渡轮八点离港",
                "paragraph: 或者等到面包房关门", "paragraph: 没有人介意",
                "paragraph: 你看见船长了吗", "boilerplate: （汽笛声）", "paragraph: 他在面包房里",
                "quote: 船儿慢慢走"});
  }
}

TEST_CASE("In two languages every paragraph is followed by its translation", "[parse_srt]") {
  StoredDocument document = parsed(written("srt", "both"));
  const Texts found = blocks(document);
  const Texts body = {"paragraph: 最后一班渡轮八点离港或者等到面包房关门",
                      "paragraph: The last ferry leaves at eight, or when the bakery closes.",
                      "paragraph: 没有人介意", "paragraph: Nobody minds."};
  REQUIRE(found.size() > 6);
  CHECK(std::search(found.begin(), found.end(), body.begin(), body.end()) != found.end());
}

TEST_CASE("Chinese with marks is joined without blanks", "[parse_srt]") {
  CHECK(blocks(parsed("1\n00:00:01,000 --> 00:00:02,000\n最后一班渡轮\n八点离港，\n\n"
                      "2\n00:00:02,100 --> 00:00:03,000\n没有人介意。\n")) ==
        Texts{"paragraph: 最后一班渡轮八点离港，没有人介意。"});
}

TEST_CASE("Broken numbers, times and blank lines are let pass", "[parse_srt]") {
  const std::string bytes =
      "7\n0:01.5-->0:02.5\nOne here.\n2\n00:00:05:000 --> 00:00:04,000\n\n1984\nwas late.\n"
      "00:00:10,000 --> 00:00:11,000 X1:10 X2:20\nNo number.\n\nStill it.\n\n9\n";
  CHECK(blocks(parsed(bytes)) == Texts{"paragraph: One here.", "paragraph: 1984 was late.",
                                       "paragraph: No number. Still it. 9"});
}

TEST_CASE("Markup is taken out, and what only looks like it stays", "[parse_srt]") {
  const StoredDocument document = parsed(
      "WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nNOTE nothing\nmore nothing\n\nfirst\n"
      "00:01.000 --> 00:02.000 align:start\n<v Jo Lind><c.yellow>I <3 you</c> {\\an8}&amp; "
      "<sigh>.</v>\n\nNOTE end\n\n00:02.100 --> 00:03.000\n<v Ann>Why?\\NOh.\n");
  CHECK(blocks(document) == Texts{"paragraph: I <3 you & <sigh>.", "paragraph: Why? Oh."});
  const auto cue = std::find_if(document.spans.begin(), document.spans.end(),
                                [](const weft_span& span) { return span.parent != 0; });
  CHECK(value_of(document, "speaker", WEFT_ON_SPAN, cue->id) == "Jo Lind");
}

TEST_CASE("A sound beside speech is parted from it", "[parse_srt]") {
  CHECK(blocks(parsed("1\n00:00:01,000 --> 00:00:02,000\n[door slams] Who is it? 【笑】\n"
                      "(It is nobody, I think.)\n")) ==
        Texts{"boilerplate: [door slams]", "paragraph: Who is it?", "boilerplate: 【笑】",
              "paragraph: (It is nobody, I think.)"});
}

TEST_CASE("Every letter is traced to its bytes", "[parse_srt]") {
  const std::string bytes = written("vtt", "both");
  const StoredDocument document = parsed(bytes);
  const weft_view& view = document.views[0];
  const std::string_view text = to_view(view.text);
  std::vector<bool> covered(text.size(), false);
  for (std::size_t i = 0; i < view.n_runs; ++i) {
    const weft_run& run = view.runs[i];
    for (std::size_t at = 0; at < std::size_t{run.count} * run.here_unit; ++at)
      covered[run.here + at] = true;
    if (run.here_unit == 1 && run.there_unit == 1)
      CHECK(text.substr(run.here, run.count) == bytes.substr(run.there, run.count));
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != '\n') CHECK(covered[at]);
  }
}

TEST_CASE("Text without cues is refused with words, hostile text is read to its end",
          "[parse_srt]") {
  StageHarness harness("parse_srt");
  StoredDocument document;
  const Outcome outcome = harness.parse(document, "film.srt", "Nothing here.\n");
  CHECK(outcome.status == WEFT_E_INPUT);
  CHECK(outcome.message.find("film.srt: no cue") != std::string::npos);
  std::string many;
  for (int i = 0; i < 100000; ++i)
    many += "00:00:01,000 --> 00:00:02,000\na\n";
  parsed(many);
  parsed("00:00:01,000 --> 00:00:02,000\n" + std::string(4000000, '<'));
  parsed("00:00:01,000 --> 00:00:02,000\n" + std::string(4000000, '['));
  parsed("00:00:01,000 --> 00:00:02,000\n" + std::string(1000000, '-') + "\0\xFF\n");
}

TEST_CASE("Subtitles are known by their first times", "[parse_srt]") {
  StageHarness harness("parse_srt");
  CHECK(harness.sniff("a.txt", written("srt", "en")) == 95);
  CHECK(harness.sniff("a.txt", written("srt", "zh", "utf-16")) == 95);
  CHECK(harness.sniff("a", written("vtt", "en")) == 95);
  CHECK(harness.sniff("a.srt", written("srt", "en"), "text/plain") == 0);
  CHECK(harness.sniff("a", "x", "text/vtt") == 100);
  CHECK(harness.sniff("a.srt", "No times here.") == 0);
  CHECK(harness.sniff("a.txt", "How to write\nsubtitles:\nfirst\n00:00:01,000 --> 00:00:02,000\n") <
        40);
}

}  // namespace
}  // namespace weft::test
