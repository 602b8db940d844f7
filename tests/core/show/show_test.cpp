// SPDX-License-Identifier: Apache-2.0
/// What weft show makes of documents, as text and as HTML.
#include <catch2/catch.hpp>

#include "core/show/default_pipeline.hpp"
#include "core/show/screen_text.hpp"
#include "core/show/show_html.hpp"
#include "core/show/show_text.hpp"
#include "core/show/source_lines.hpp"
#include "tests/support/document_builder.hpp"

namespace {

using weft::test::DocumentBuilder;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

weft::StoredDocument page() {
  DocumentBuilder builder("harbour.txt");
  const std::string bytes = "Menu\nThe ferry\nIt leaves at nine. Photo: A. B.\nstray";
  builder.source("harbour.txt", bytes);
  const weft_id view = builder.view("text", "en", bytes);
  const weft_id menu = builder.span("boilerplate", view, "Menu");
  builder.attribute(WEFT_ON_SPAN, menu, "reason", "navigation");
  builder.span("title", view, "The ferry");
  const weft_id caption = builder.span("caption", view, "It leaves at nine. Photo: A. B.");
  builder.span("credit", view, 34, 46, caption);
  builder.metadata("title", "The ferry");
  return builder.build();
}

}  // namespace

TEST_CASE("every block is shown with its kind, source line and why it was dropped") {
  const weft::StoredDocument document = page();
  const std::string text =
      weft::show_text(weft::describe_document(document, {"parse_text", "parse_text 40"}), {});
  CHECK(holds(text, "        1  boilerplate             [navigation] Menu\n"));
  CHECK(holds(text, "        2  title                   The ferry\n"));
  CHECK(holds(text, "        3    credit                Photo: A. B.\n"));
  CHECK(holds(text, "view text [en]: 1 meta, 2 aux, 1 drop"));
  CHECK(holds(text, "scores    parse_text 40"));
}

TEST_CASE("without colour no escape sequence is printed, with it the drop is dimmed") {
  const weft::StoredDocument document = page();
  const weft::ShownDocument shown = weft::describe_document(document, {});
  CHECK(!holds(weft::show_text(shown, {}), "\x1b"));
  weft::ShowTextOptions options;
  options.color = true;
  CHECK(holds(weft::show_text(shown, options), "\x1b[2mboilerplate"));
}

TEST_CASE("the page paints text under no span and text between inner blocks") {
  const weft::StoredDocument document = page();
  const std::string html = weft::show_html(weft::describe_document(document, {}), "");
  CHECK(holds(html, "<b>no span</b></div><div class=\"text\">\nstray</div>"));
  CHECK(holds(html, "<span class=\"reason\">navigation</span>"));
  CHECK(holds(html, "<div class=\"text\">It leaves at nine. </div><div class=\"inner\">"));
}

TEST_CASE("nothing in a document can become markup or turn the reading direction of the page") {
  DocumentBuilder builder("x\"><script>.txt");
  const std::string bytes = "<script>alert(1)</script> & \xE2\x80\xAE evil \"quoted\"";
  builder.source("x.txt", bytes);
  const weft_id view = builder.view("text", "en", bytes);
  builder.span("acme:\"><b onclick=x>", view, 0, bytes.size());
  builder.metadata("title", "</td><img src=x>");
  const weft::StoredDocument document = builder.build();
  const weft::ShownDocument shown = weft::describe_document(document, {});
  const std::string html = weft::show_html(shown, "");
  CHECK(!holds(html, "<script"));
  CHECK(!holds(html, "<img"));
  CHECK(!holds(html, "<b onclick"));
  CHECK(!holds(html, "\xE2\x80\xAE"));
  CHECK(holds(html, "default-src 'none'"));
  CHECK(!holds(weft::show_text(shown, {}), "\xE2\x80\xAE"));
}

TEST_CASE("text on a screen is cut by columns, where a Han character takes two") {
  CHECK(weft::columns("abc") == 3);
  CHECK(weft::columns("渡轮") == 4);
  CHECK(weft::cut("渡轮很旧", 8) == "渡轮很旧");
  CHECK(weft::cut("渡轮很旧", 7) == "渡轮很…");
  CHECK(weft::cut("渡轮很旧", 6) == "渡轮…");
  CHECK(weft::one_line(" a\n\n\tb\x1b[31m ") == "a b\xEF\xBF\xBD[31m");
}

TEST_CASE("lines are counted in bytes of any encoding") {
  CHECK(weft::SourceLines("a\r\nb\rc\nd", "UTF-8").line(7) == 4);
  const std::string wide("a\0\n\0b\0", 6);
  CHECK(weft::SourceLines(wide, "UTF-16LE").line(4) == 2);
  const std::string gurmukhi("\x0A\x0A\0a", 4);  // U+0A0A is no line end
  CHECK(weft::SourceLines(gurmukhi, "UTF-16BE").line(2) == 1);
}

TEST_CASE("the default pipeline takes every parser and the plugin that gives what is wanted") {
  weft::Registry registry;
  const auto add = [&](const char* id, std::uint32_t kind, std::vector<std::string> gives,
                       std::uint32_t flags) {
    weft::PluginInfo info;
    info.id = id;
    info.kind = kind;
    info.gives = std::move(gives);
    info.flags = flags;
    registry.add(std::move(info));
  };
  add("parse_one", WEFT_PARSER, {}, 0);
  add("parse_two", WEFT_PARSER, {}, 0);
  add("transform_barrier", WEFT_TRANSFORM, {"lang"}, WEFT_CORPUS_SCOPE);
  add("transform_plain", WEFT_TRANSFORM, {"lang"}, 0);
  std::vector<std::string> ids;
  for (const weft::StageConfig& stage : weft::default_pipeline(registry, {"lang", "none"}).stages)
    ids.push_back(stage.id);
  CHECK(ids == std::vector<std::string>{"parse_one", "parse_two", "transform_plain"});
}
