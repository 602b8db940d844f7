// SPDX-License-Identifier: Apache-2.0
/// Tests of parse_pdf, on PDFs that other programs make here.
#include <weft/error.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "join_lines.hpp"
#include "page_lines.hpp"
#include "pdf_metadata.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

using weft::StoredDocument;
using weft::test::StageHarness;
using weft::test::value_of;
using Lines = std::vector<std::string>;

/// The PDF that WeasyPrint makes of a page of testdata; empty when it is not there. Kept until the
/// page changes.
std::string made(const std::string& name) {
  namespace fs = std::filesystem;
  if (std::system("weasyprint --version >/dev/null 2>&1") != 0 ||
      !fs::exists("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")) {
    WARN("skipped: no weasyprint, or no Noto CJK fonts (fonts-noto-cjk)");
    return {};
  }
  const fs::path from = fs::path(WEFT_TESTDATA) / (name + ".html");
  const fs::path to = fs::path(WEFT_MADE) / (name + ".pdf");
  fs::create_directories(WEFT_MADE);
  if (!fs::exists(to) || fs::last_write_time(to) < fs::last_write_time(from)) {
    const std::string command =
        "weasyprint '" + from.string() + "' '" + to.string() + "' >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
  }
  return weft::test::read_file(to.string());
}

StoredDocument parsed(const std::string& bytes) {
  StoredDocument document;
  const weft::Outcome outcome = StageHarness("parse_pdf").parse(document, "a.pdf", bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

weft::Outcome refused(const std::string& bytes, const weft::test::StageOptions& options = {}) {
  StoredDocument document;
  return StageHarness("parse_pdf", options).parse(document, "a.pdf", bytes);
}

}  // namespace

TEST_CASE("a Chinese article over two pages is whole paragraphs, its page furniture apart") {
  const std::string bytes = made("clock");
  if (bytes.empty()) return;
  const StoredDocument document = parsed(bytes);
  CHECK(weft::test::outline(document) ==
        Lines{"boilerplate: 海边文集", "boilerplate: 第三辑", "title: 港口的钟",
              "paragraph: "
              "镇上的老钟挂在鱼市的屋檐下，每天清晨五点敲响，船工们听见钟声才解开缆绳。它的声音不大"
              "，却能沿着石阶一直传到山腰的人家。",
              "paragraph: "
              "三年前的一场台风吹断了钟绳，修钟的人迟迟没有来。渔民改用手机上的闹铃，可是大家都说，"
              "少了那一下，早晨就不像早晨。",
              "heading: 修钟的人",
              "paragraph: "
              "去年春天来了一位退休的木匠，他不收工钱，只要一间能看见海的屋子。他把钟摘下来，擦去绿"
              "锈，换上麻绳，又在钟架下钉了一块木牌，上面写着每一任敲钟人的名字。名字一共有十九个，"
              "最早的一位已经没有人认得，最后一位是鱼市看门的阿婆，她如今还每天在檐下坐一会儿，听潮"
              "水一点一点退下去。",
              "boilerplate: 灯塔书社", "boilerplate: 第1页", "boilerplate: 海边文集",
              "boilerplate: 第三辑",
              "paragraph: 钟重新响起的那天，码头上站满了人。没有人讲话，只有海鸥在叫。",
              "boilerplate: 灯塔书社", "boilerplate: 第2页"});
  CHECK(value_of(document, "title") == "港口的钟");
  CHECK(value_of(document, "author") == "林小满");
  Lines reasons;
  Lines pages;
  for (const weft_span& span : document.spans) {
    const std::string reason = value_of(document, "reason", WEFT_ON_SPAN, span.id);
    if (!reason.empty()) reasons.push_back(reason);
    pages.push_back(value_of(document, "page", WEFT_ON_SPAN, span.id));
  }
  CHECK(reasons == Lines{"page-header", "page-header", "page-footer", "page-number", "page-header",
                         "page-header", "page-footer", "page-number"});
  CHECK(pages.front() == "1");
  CHECK(pages.back() == "2");
}

TEST_CASE("an English paper in two columns is read column by column, hyphens undone") {
  const std::string bytes = made("lamps");
  if (bytes.empty()) return;
  const StoredDocument document = parsed(bytes);
  CHECK(
      weft::test::outline(document) ==
      Lines{"boilerplate: Notes on Street Lamps",
            "title: Why Some Street Lamps Hum",
            "heading: The sound",
            "paragraph: On quiet evenings a lamp above the footpath gives a low note that walkers "
            "take for a distant engine. We listened to forty lamps along one canal and wrote down "
            "what each of them did when the evening traffic had gone. The note comes from a coil "
            "in the foot of the lamp, and it grows when the cover has worked itself loose. A "
            "well-known remedy is a strip of felt.",
            "paragraph: Not every lamp of one age behaves alike. The difference lies in the "
            "maintenance of the covers, which one crew tightens by hand and another by machine. "
            "Where maintenance was late by a year, two lamps in three could be heard from across "
            "the water, and the maintenance log shows it.",
            "heading: The method",
            "paragraph: We walked the canal on six nights without wind. At each lamp we stood for "
            "one minute, and two of us noted on a card whether the lamp was silent, faint or loud. "
            "The cards were compared only on the following day, so that no one should lean on "
            "another's ear.",
            "list-item: • Silent lamps had a tight cover.",
            "list-item: • Faint lamps had lost one screw.",
            "paragraph: The efficient way to find a loose cover is to listen first and climb "
            "afterwards. The office filed the results under the number of each post.",
            "caption: Figure 1: The canal with its forty lamps, drawn from the north bank.",
            "table-cell: Lamp",
            "table-cell: Heard",
            "table-cell: Tight",
            "table-cell: 2",
            "table-cell: Loose",
            "table-cell: 31",
            "footnote: 1 The cards are kept at the lock keeper's house.",
            "boilerplate: 1 / 2",
            "boilerplate: Notes on Street Lamps",
            "heading: The result",
            "paragraph: Of the thirty-three lamps that could be heard, all but two fell silent "
            "once their covers had been fastened.",
            "boilerplate: 2 / 2"});
  CHECK(value_of(document, "title") == "Why Some Street Lamps Hum");
  CHECK(value_of(document, "author").empty());
}

TEST_CASE("what gives no text is refused with the reason and the cure") {
  CHECK(refused("%PDF-1.7\nnothing behind it").status == WEFT_E_INPUT);
  const std::string drawing = made("drawing");
  if (drawing.empty()) return;
  CHECK_THAT(refused(drawing).message,
             Catch::Contains("holds no text, only images; run OCR first"));
  const std::string clock = made("clock");
  CHECK(refused(clock, {{"max-pages", "1"}}).status == WEFT_E_LIMIT);
  // The table of objects is lost with the end of the file; Poppler finds the objects again.
  const StoredDocument repaired = parsed(clock.substr(0, clock.rfind("startxref")));
  CHECK(value_of(repaired, "title") == "港口的钟");
}

TEST_CASE("a file that opens with a password only is refused by that name") {
  // No stream of it is read: the password is asked for first.
  const std::string locked =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
      "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" +
      std::string(64, '1') + ">/U<" + std::string(64, '2') +
      ">>>endobj\n"
      "trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<31><31>]>>\n%%EOF\n";
  CHECK_THAT(refused(locked).message, Catch::Contains("password"));
}

TEST_CASE("lines are joined as their script does, hyphens kept where the document keeps them") {
  const auto joined = [](std::vector<std::string> texts, const std::string& elsewhere = {}) {
    std::vector<weft::pdf::Line> lines(1);
    lines[0].text = elsewhere;
    const weft::pdf::LineJoiner joiner(lines);
    std::string out;
    for (const std::string& text : texts)
      joiner.append(out, text);
    return out;
  };
  CHECK(joined({"two", "lines"}) == "two lines");
  CHECK(joined({"一行，", "又一行"}) == "一行，又一行");
  CHECK(joined({"main-", "tenance"}) == "maintenance");
  CHECK(joined({"a well-", "known man"}, "the well-known one") == "a well-known man");
  CHECK(joined({"the Anglo-", "Saxon"}) == "the Anglo-Saxon");
  CHECK(joined({"中文", "text"}) == "中文 text");
}

TEST_CASE("document information is kept where it says something") {
  using namespace weft::pdf;
  CHECK(clean_title("Microsoft Word - report.doc").empty());
  CHECK(clean_title("report_final.PDF").empty());
  CHECK(clean_title("12/345").empty());
  CHECK(clean_title(" The  Harbour ") == "The Harbour");
  CHECK(clean_author("Administrator").empty());
  CHECK(clean_author("林小满") == "林小满");
  CHECK(iso_date("D:20250207093000+08'00'") == "2025-02-07T09:30:00+08:00");
  CHECK(iso_date("D:20250207093000Z") == "2025-02-07T09:30:00Z");
  CHECK(iso_date("D:20250207093000") == "2025-02-07T09:30:00");
  CHECK(iso_date("D:202502") == "2025-02");
  CHECK(iso_date("D:20251307").empty());
  CHECK(iso_date("yesterday").empty());
}

TEST_CASE("the mark of a PDF decides, wherever the first kilobyte has it") {
  StageHarness harness("parse_pdf");
  CHECK(harness.sniff("a.bin", "junk\n%PDF-1.7") == 100);
  CHECK(harness.sniff("a.pdf", "<html>") == 0);
  CHECK(harness.sniff("a.pdf", "%PDF-1.7", "text/plain") == 0);
}
