// SPDX-License-Identifier: Apache-2.0
/// XML as events, and the blocks that are made of them.
#include <weft/error.hpp>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "weft/zip/block_builder.hpp"
#include "weft/zip/xml.hpp"

namespace {

using weft::BlockBuilder;
using weft::BlockText;

/// Writes the events down: "<name a=..>", "text", "</name>".
class Recorder final : public weft::XmlHandler {
 public:
  bool open(const weft::XmlElement& element) override {
    events += "<" + std::string(element.name());
    if (element.has_attribute("t:a")) events += " a=" + std::string(element.attribute("t:a"));
    events += ">";
    ++opened;
    return element.name() != "t:skip";
  }
  void close(std::string_view name) override {
    events += "</" + std::string(name) + ">";
    ++closed;
  }
  void text(std::string_view text) override { events += text; }
  std::string events;
  std::size_t opened = 0;
  std::size_t closed = 0;
};

constexpr weft::XmlNamespace kNamespaces[] = {{"urn:t", "t"}, {"urn:t2", "t"}, {"urn:h", ""}};

std::string events_of(std::string bytes, bool keep_space = true) {
  Recorder recorder;
  weft::read_xml(std::move(bytes), "part.xml",
                 {.namespaces = kNamespaces, .keep_space = keep_space}, recorder);
  return recorder.events;
}

std::vector<std::string> lines(const BlockText& made) {
  std::vector<std::string> out;
  for (const weft::Block& block : made.blocks)
    out.push_back(std::string(block.kind.type) + ": " + block.text);
  return out;
}

TEST_CASE("Names follow the namespace, not the prefix", "[zip]") {
  CHECK(events_of("<t:x xmlns:t='urn:t' t:a='1'>y</t:x>") == "<t:x a=1>y</t:x>");
  CHECK(events_of("<n:x xmlns:n='urn:t2' n:a='1'><n:y/></n:x>") == "<t:x a=1><t:y></t:y></t:x>");
  CHECK(events_of("<x xmlns='urn:t'><b xmlns='urn:h'/><c/></x>") ==
        "<t:x><b></b><t:c></t:c></t:x>");
  CHECK(events_of("<h:p xmlns:h='urn:h'>a<h:b>c</h:b></h:p>") == "<p>a<b>c</b></p>");
}

TEST_CASE("Skipped elements are neither entered nor closed", "[zip]") {
  CHECK(events_of("<a xmlns:t='urn:t'><t:skip>no<b/></t:skip>yes</a>") == "<a><t:skip>yes</a>");
}

TEST_CASE("White space, CDATA, references and bad bytes come out as text", "[zip]") {
  CHECK(events_of("<a><b> </b> <b/></a>", true) == "<a><b> </b> <b></b></a>");
  CHECK(events_of("<a><b> </b> <b/></a>", false) == "<a><b> </b><b></b></a>");
  CHECK(events_of("<a>&lt;&#20013;<![CDATA[<x>]]>\xFF</a>") == "<a><中<x>\xEF\xBF\xBD</a>");
  const std::string wide("\xFF\xFE<\0a\0>\0-N<\0/\0a\0>\0", 18);
  CHECK(events_of(wide) == "<a>中</a>");
}

TEST_CASE("Entities of a DOCTYPE never expand", "[zip]") {
  CHECK(events_of("<!DOCTYPE a [<!ENTITY x 'boom'><!ENTITY y '&x;&x;'>]><a>&y;</a>") ==
        "<a>&y;</a>");
}

TEST_CASE("Broken XML is refused with part and line", "[zip]") {
  try {
    events_of("<a>\n<b>\n</c></a>");
    FAIL("not refused");
  } catch (const weft::Error& error) {
    CHECK(error.status() == WEFT_E_INPUT);
    CHECK(std::string(error.what()).find("part.xml:3: not well-formed XML") == 0);
  }
}

TEST_CASE("Depth is limited, and up to the limit nothing recurses", "[zip]") {
  std::string deep;
  for (int i = 0; i < 100000; ++i)
    deep += "<a>";
  for (int i = 0; i < 100000; ++i)
    deep += "</a>";
  Recorder recorder;
  CHECK_THROWS_AS(weft::read_xml(deep, "x", {}, recorder), weft::Error);
  Recorder allowed;
  weft::read_xml(deep, "x", {.max_depth = 200000}, allowed);
  CHECK(allowed.opened == 100000);
  CHECK(allowed.closed == 100000);
  CHECK_THROWS_AS(weft::read_xml(deep, "x", {.max_tags = 1000}, allowed), weft::Error);
}

TEST_CASE("Flowing text has one space where its source has several, and none at the ends",
          "[zip]") {
  BlockBuilder builder;
  builder.begin({});
  builder.flowing_text("  One\n  two ");
  builder.flowing_text(" three");
  builder.line_break();
  builder.flowing_text("  four ");
  builder.begin({});
  builder.flowing_text("渡轮\n  又晚点了");
  builder.flowing_text("\n");
  builder.flowing_text("Jo\n说");
  const BlockText made = builder.finish();
  CHECK(lines(made) == std::vector<std::string>{"paragraph: One two three\nfour",
                                                "paragraph: 渡轮又晚点了 Jo 说"});
}

TEST_CASE("Blocks hold no controls, no soft hyphens and no bytes that are no text", "[zip]") {
  BlockBuilder builder;
  builder.text("\xE3\x80\x80hy\xC2\xADphen\x01\x7F \xED\xA0\x80 \xEF\xBB\xBF");
  CHECK(lines(builder.finish()) ==
        std::vector<std::string>{"paragraph: hyphen \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"});
}

TEST_CASE("A text box follows the paragraph it is anchored in", "[zip]") {
  BlockBuilder builder;
  builder.text("Before ");
  builder.open_side();
  builder.text("boxed");
  builder.close_side();
  builder.text("after");
  CHECK(lines(builder.finish()) ==
        std::vector<std::string>{"paragraph: Before after", "paragraph: boxed"});
}

TEST_CASE("A cell's paragraphs are one block; a table of one cell is a frame", "[zip]") {
  BlockBuilder builder;
  const auto cell = [&](std::vector<std::string> texts) {
    builder.open_cell();
    for (const std::string& text : texts) {
      builder.begin({});
      builder.text(text);
    }
    builder.close_cell();
  };
  builder.open_table();
  cell({"a", "b"});
  cell({});
  cell({"c"});
  builder.close_table();
  builder.open_table();
  cell({"alone", "in a frame"});
  builder.close_table();
  const BlockText made = builder.finish();
  CHECK(lines(made) == std::vector<std::string>{"table-cell: a\nb", "table-cell: c",
                                                "paragraph: alone", "paragraph: in a frame"});
  CHECK(made.blocks[0].container == 0);
  CHECK(made.blocks[2].container == weft::kNoBlock);
}

TEST_CASE("A table in a cell parts the cell around it", "[zip]") {
  BlockBuilder builder;
  builder.open_table();
  builder.open_cell();
  builder.text("outer");
  builder.open_table();
  for (const char* text : {"in 1", "in 2"}) {
    builder.open_cell();
    builder.text(text);
    builder.close_cell();
  }
  builder.close_table();
  builder.text("rest");
  builder.close_cell();
  builder.open_cell();
  builder.text("second");
  builder.close_cell();
  builder.close_table();
  const BlockText made = builder.finish();
  CHECK(lines(made) == std::vector<std::string>{"table-cell: outer", "table-cell: in 1",
                                                "table-cell: in 2", "table-cell: rest",
                                                "table-cell: second"});
  REQUIRE(made.containers.size() == 2);
  CHECK(made.containers[1].parent == 0);
  CHECK(made.blocks[1].container == 1);
}

TEST_CASE("Code that is written a paragraph a line is one block", "[zip]") {
  BlockBuilder builder;
  for (const char* line : {"if (x)", "", "    return;"}) {
    builder.begin({.type = WEFT_SPAN_CODE});
    builder.text(line);
  }
  builder.begin({});
  builder.text("prose");
  CHECK(lines(builder.finish()) ==
        std::vector<std::string>{"code: if (x)\n\n    return;", "paragraph: prose"});
}

}  // namespace
