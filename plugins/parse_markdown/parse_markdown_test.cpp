// SPDX-License-Identifier: Apache-2.0
/// Markdown as pandoc and people write it, and as nobody should.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "front_matter.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/host.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

StoredDocument parsed(std::string_view bytes) {
  StageHarness harness("parse_markdown");
  StoredDocument document;
  const Outcome outcome = harness.parse(document, "port.md", bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

/// Copied runs are the source's own bytes; whatever is no joint has an origin.
void check_origins(const StoredDocument& document, std::string_view bytes) {
  const weft_view& view = document.views[0];
  const std::string_view text = to_view(view.text);
  std::vector<bool> covered(text.size(), false);
  for (std::size_t i = 0; i < view.n_runs; ++i) {
    const weft_run& run = view.runs[i];
    for (std::size_t at = 0; at < std::size_t{run.count} * run.here_unit; ++at)
      covered[run.here + at] = true;
    if (run.here_unit == 1 && run.there_unit == 1)
      CHECK(text.substr(run.here, run.count) == bytes.substr(run.there, run.count));
    else
      CHECK(bytes.substr(run.there, 1) == "&");
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != '\n') CHECK(covered[at]);
  }
}

Texts outline_of(std::string_view bytes) {
  const StoredDocument document = parsed(bytes);
  check_origins(document, bytes);
  return outline(document);
}

TEST_CASE("Blocks are typed and inline markup is left out", "[parse_markdown]") {
  CHECK(outline_of(
            "Port *life*\n===\n\nThe **ferry** waits at [the pier](http://x.org \"the pier\").\n"
            "It `waits  long`\nfor R&amp;D &copy; \\*us\\*, <b>really</b><br>always.\n\n"
            "## Crew ##\n\n> He said:\n> later.\n>\n> # Loud\n\n"
            "- one\n  more\n- [x] two\n  1. deep\n\n     again\n\n***\n\n"
            "~~~sh\nls  *\n\n  x\n~~~\n\n    indented\n\nSee ~~him~~ her[^1] <!-- gone -->.\n\n"
            "[^1]: A *note*.\n\n[ref]: http://y.org\n") ==
        Texts{"title: Port life",
              "paragraph: The ferry waits at the pier. It waits  long for R&D © *us*, "
              "really\nalways.",
              "heading: Crew", "quote: He said: later.", "heading: Loud", "list-item: one more",
              "list-item: two", "list-item: deep", "list-item: again", "code: ls  *\n\n  x",
              "code: indented", "paragraph: See him her .", "footnote: A note."});
}

TEST_CASE("Tables have cells, lists lie in lists", "[parse_markdown]") {
  const std::string bytes = "| a \\| b | `c\\|d` |\n|:--|--|\n| *x* | |\n| y\n\n- p\n  - q\n";
  CHECK(outline_of(bytes) == Texts{"table-cell: a | b", "table-cell: c|d", "table-cell: x",
                                   "table-cell: y", "list-item: p", "list-item: q"});
  const StoredDocument document = parsed(bytes);
  CHECK(texts_of(document, "table") == Texts{"a | b\nc|d\nx\ny"});
  CHECK(texts_of(document, "list") == Texts{"p\nq", "q"});
}

TEST_CASE("A picture alone has a caption, one in a sentence is left out of it",
          "[parse_markdown]") {
  CHECK(outline_of("![The *old* pier](p.png)\n\nThe ![icon](i.png) pier.\n\n![x.png](x.png)\n") ==
        Texts{"caption: The old pier", "paragraph: The pier."});
}

TEST_CASE("Wrapped lines are joined as their script has it", "[parse_markdown]") {
  CHECK(outline_of("最后一班渡轮\n八点离港，\nor later\n再说。\n\n> 没有人\n> 介意。\n") ==
        Texts{"paragraph: 最后一班渡轮八点离港， or later 再说。", "quote: 没有人介意。"});
}

TEST_CASE("Emphasis beside Chinese is markup even where CommonMark has none", "[parse_markdown]") {
  CHECK(
      outline_of(
          "他说**“重点”**在这里，**港口。**船长。\n\n2\\*\\*3 是 8，`a**b**中`，2 ** 3 ** 4。\n") ==
      Texts{"paragraph: 他说“重点”在这里，港口。船长。",
            "paragraph: 2**3 是 8，a**b**中，2 ** 3 ** 4。"});
}

TEST_CASE("HTML blocks give their text", "[parse_markdown]") {
  CHECK(outline_of(
            "<div align=\"center\">\n<h1>The <b>port</b></h1>\n<p>Old &amp; wet,<br>\nvery.</p>\n"
            "<script>x()</script>\n<!-- gone -->\n</div>\n") ==
        Texts{"paragraph: The port", "paragraph: Old & wet, very."});
}

TEST_CASE("Front matter is metadata and no text", "[parse_markdown]") {
  const StoredDocument document = parsed(
      "---\r\ntitle: \"Port: a life\"\r\nauthor:\r\n  - name: Jo Lind\r\n  - 林晚\r\ndate: "
      "2024-05-03  # May\r\n"
      "lang: zh_CN\r\ntags: [a, b]\r\nabstract: |\r\n  Long\r\n  text\r\n---\r\n\r\n# "
      "Port\r\n\r\nText.\r\n");
  CHECK(value_of(document, "title") == "Port: a life");
  CHECK(values_of(document, "author") == Texts{"Jo Lind", "林晚"});
  CHECK(value_of(document, "date-published") == "2024-05-03");
  CHECK(to_view(document.views[0].lang) == "zh-CN");
  CHECK(outline(document) == Texts{"title: Port", "paragraph: Text."});
  const auto toml = markdown::read_front_matter(
      "+++\ntitle = 'Port'\nauthors = [\"A, B\", \"C\"]\n[extra]\ntitle = 'no'\n+++\nText\n");
  REQUIRE(toml.values.size() == 3);
  CHECK(toml.values[1].value == "A, B");
  CHECK(toml.end > 0);
  CHECK(markdown::read_front_matter("---\n\nA rule: above.\nText\n").end == 0);
  CHECK(outline_of("---\n\nText\n\n---\n") == Texts{"paragraph: Text"});
}

TEST_CASE("What pandoc writes reads as what pandoc read", "[parse_markdown]") {
  const std::string html = std::string(WEFT_TESTDATA) + "/port.html";
  const Texts expected = {
      "title: The port at night",
      "paragraph: The last ferry leaves at eight, or when the bakery closes, "
      "whichever is later. Nobody has ever been left behind & nobody * minds.",
      "heading: 船员",
      "quote: "
      "船长说：“晚点走。”没有人介意，因为面包房的灯还亮着，渡轮的灯也还亮着，两盏灯互相看得见。",
      "list-item: a ladder",
      "list-item: a rope",
      "list-item: of hemp",
      "code: ring_bell(3)\nwait()",
      "table-cell: Day",
      "table-cell: 船",
      "table-cell: Monday",
      "table-cell: 两班"};
  for (const char* format : {"gfm", "commonmark_x-attributes-smart",
                             "markdown-smart-simple_tables-multiline_tables-grid_tables"}) {
    INFO(format);
    const ProgramResult result = run_program({"pandoc", "-f", "html", "-t", format, html});
    REQUIRE(result.code == 0);
    CHECK(outline_of(result.out) == expected);
  }
}

TEST_CASE("Other encodings lead back to their bytes", "[parse_markdown]") {
  const std::string bytes("\xFF\xFE#\0 \0\x36\x83\n\0\n\0a\0*\0b\0*\0", 20);
  const StoredDocument document = parsed(bytes);
  CHECK(outline(document) == Texts{"title: 茶", "paragraph: ab"});
  CHECK(source_range(document, document.spans[0]) ==
        std::make_pair(std::uint64_t{6}, std::uint64_t{8}));
}

TEST_CASE("Places are right or unknown where cmark's lines are off or missing",
          "[parse_markdown]") {
  // The NUL makes cmark say that the item ends before its last line; of the table it says no line.
  for (const std::string& bytes : {std::string("- \0\nn\nn\n", 8), std::string("i<v>\n`\n|-")}) {
    const StoredDocument document = parsed(bytes);
    REQUIRE(document.views.size() == 1);
    const std::string_view text = to_view(document.views[0].text);
    CHECK(!text.empty());
    for (std::uint64_t i = 0; i < document.views[0].n_runs; ++i) {
      const weft_run& run = document.views[0].runs[i];
      if (run.here_unit == 1 && run.there_unit == 1)
        CHECK(text.substr(run.here, run.count) == bytes.substr(run.there, run.count));
    }
  }
}

TEST_CASE("Brackets that are no footnotes lose nothing", "[parse_markdown]") {
  CHECK(outline_of("x [^ab *c* 中\n文字] tail") == Texts{"paragraph: x [^ab c 中文字] tail"});
  CHECK(outline_of("see[^1] and [^\n中]\n\n[^1]: note") ==
        Texts{"paragraph: see and [^ 中]", "footnote: note"});
  CHECK(outline_of("`[^ a]`") == Texts{"paragraph: [^ a]"});
}

TEST_CASE("Hostile Markdown is read to its end", "[parse_markdown]") {
  const auto times = [](std::string_view piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
      out += piece;
    return out;
  };
  for (const char* piece : {"[",     "![",    "> ",        "*a ", "**a _b ",  "`a ``",
                            "<",     "<a ",   "[^",        "- ",  "1. ",      "~~a ~a ",
                            "[a](",  "[a](<", "<!--",      "&",   "[a]: u\n", "[^a]: u\n\n[^a] ",
                            "a\n  ", "**中",  "<script>\n"})
    parsed(times(piece, 30000));
  parsed(times("|a", 1000) + "|\n" + times("|-", 1000) + "|\n" + times("|b\n", 20000));
  parsed(times("[x](y) ", 30000) + "\n" + times("a", 4000000));
  StageHarness harness("parse_markdown");
  StoredDocument document;
  CHECK(harness.parse(document, "a.md", times("*[", 3000000)).status == WEFT_E_LIMIT);
}

TEST_CASE("Markdown is known by its marks, and plain text by their absence", "[parse_markdown]") {
  StageHarness harness("parse_markdown");
  const std::string strong =
      "# Port\n\nSee [the pier](http://x.org) and **mind** it.\n\n## Crew\n\n- a\n- b\n";
  CHECK(harness.sniff("a.md", strong) == 88);
  CHECK(harness.sniff("a.txt", strong) == 60);
  CHECK(harness.sniff("a.md", strong, "text/plain") == 0);
  CHECK(harness.sniff("a", "x", "text/markdown; variant=GFM") == 100);
  CHECK(harness.sniff("a.md", "Just words.\n") == 55);
  CHECK(harness.sniff("a.txt", "Just words.\n# not much\n- a\n- b\n") < 40);
  CHECK(harness.sniff("a.md", "<!DOCTYPE html><html># x [a](b) **c** </html>") == 0);
}

TEST_CASE("cells of a table know their row and column, empty ones counted") {
  const StoredDocument document =
      parsed("| No | port | 港口 |\n| --- | --- | --- |\n| 1 | | 码头 |\n\nText.\n");
  Texts places;
  for (const weft_span& span : document.spans) {
    const std::string row = value_of(document, WEFT_KEY_ROW, WEFT_ON_SPAN, span.id);
    if (!row.empty())
      places.push_back(row + "/" + value_of(document, WEFT_KEY_COLUMN, WEFT_ON_SPAN, span.id) +
                       " " + text_of(document, span));
  }
  CHECK(places == Texts{"1/1 No", "1/2 port", "1/3 港口", "2/1 1", "2/3 码头"});
}

}  // namespace
}  // namespace weft::test
