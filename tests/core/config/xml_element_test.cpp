// SPDX-License-Identifier: Apache-2.0
/// What is no XML, or XML that a pipeline file must not be: each complaint and its place.
#include "core/config/xml_element.hpp"

#include <catch2/catch.hpp>

#include "tests/core/config/loading.hpp"

using namespace weft;
using namespace weft::test;
using namespace std::string_literals;
using Words = std::vector<std::string>;

TEST_CASE("an element that is never closed is named where it begins") {
  const std::string closed_too_late =
      "<pipeline>\n  <parse plugin='a'>\n  <parse plugin='b'/>\n</pipeline>\n";
  CHECK(complaint(closed_too_late) ==
        "p.xml:2:3: <parse> is never closed; write <parse .../> or </parse>");
  CHECK(complaint("<pipeline>\n  <parse plugin='a'/>\n") ==
        "p.xml:1:1: <pipeline> is never closed; write <pipeline .../> or </pipeline>");
  CHECK(complaint("<pipeline>\n</pipline>") ==
        "p.xml:2:1: </pipline> closes nothing; the open element is <pipeline>");
  CHECK(complaint("<pipeline/></pipeline>") == "p.xml:1:12: </pipeline> closes nothing; remove it");
}

TEST_CASE("a page that is no pipeline file is not mended into one") {
  CHECK(complaint("<html>\n<meta charset='utf-8'>\n<p>Words.\n</html>\n") ==
        "p.xml:3:1: <p> is never closed; is it a pipeline file? It begins with <html>");
}

TEST_CASE("mistakes inside a tag are named where they are made") {
  CHECK(complaint("<pipeline>\n<parse plugin=\"a/>\n<parse plugin=\"b\"/></pipeline>") ==
        "p.xml:2:15: the value of 'plugin' contains '<'; close the quote, or write &lt;");
  CHECK(complaint("<pipeline name='a/>") ==
        "p.xml:1:16: the value of 'name' has no closing quote; close the quote");
  CHECK(complaint("<pipeline name=a/>") ==
        "p.xml:1:16: the value of 'name' is not in quotes; use \" or '");
  CHECK(complaint("<pipeline name=\xE2\x80\x9C"
                  "a\xE2\x80\x9D/>") ==
        "p.xml:1:16: the value of 'name' is not in quotes; use \" or '");
  CHECK(complaint("<pipeline name/>") == "p.xml:1:11: 'name' has no value; write name=\"...\"");
  CHECK(complaint("<pipeline name='a' \"/>") ==
        "p.xml:1:20: '\"' does not belong here; write attributes as name=\"value\"");
  CHECK(complaint("<pipeline name='a'\n") == "p.xml:1:1: the tag <pipeline has no '>'; close it");
  CHECK(complaint("<pipeline> a < b </pipeline>") ==
        "p.xml:1:14: '<' begins no element; write &lt; for the character");
  CHECK(complaint("<pipeline>\n<!-- a </pipeline>") ==
        "p.xml:2:1: this comment never ends; close it with -->");
}

TEST_CASE("an attribute given twice is refused at its second place, and the first counts") {
  const Loaded loaded = load("<pipeline><parse plugin='a' x='1' x='2'/></pipeline>");
  CHECK(loaded.complaints() ==
        Words{"p.xml:1:35: attribute 'x' of <parse> is given twice; remove one of them"});
  REQUIRE(loaded.stage("parse_a").options.size() == 1);
  CHECK(loaded.stage("parse_a").options[0].value == "1");
}

TEST_CASE("references are the five entities and characters that XML allows") {
  const Loaded good = load("<pipeline name='&lt;&gt;&amp;&apos;&quot;&#65;&#x42;&#x1F600;'/>");
  CHECK(good.complaints().empty());
  CHECK(good.config.name == "<>&'\"AB\xF0\x9F\x98\x80");
  const std::string known = "; known are &lt; &gt; &amp; &apos; &quot; and numbers of characters";
  CHECK(complaint("<pipeline name='a&nbsp;b'/>") == "p.xml:1:18: unknown entity '&nbsp;'" + known);
  CHECK(complaint("<pipeline name='&#0;'/>") == "p.xml:1:17: unknown entity '&#0;'" + known);
  CHECK(complaint("<pipeline name='&#xD800;'/>") ==
        "p.xml:1:17: unknown entity '&#xD800;'" + known);
  CHECK(complaint("<pipeline name='&#99999999999;'/>") ==
        "p.xml:1:17: unknown entity '&#99999999999;'" + known);
  CHECK(complaint("<pipeline name='a & b'/>") == "p.xml:1:19: '&' begins no entity; write &amp;");
}

TEST_CASE("text, second roots and deep elements are refused") {
  CHECK(complaint("<pipeline>\n  word<parse plugin='a'>x</parse></pipeline>") ==
        "p.xml:2:3: text is not allowed in <pipeline>; options are written as attributes\n"
        "p.xml:2:25: text is not allowed in <parse>; options are written as attributes");
  CHECK(complaint("<pipeline/>\n  junk") ==
        "p.xml:2:3: text is not allowed behind the root element; remove it");
  CHECK(complaint("junk <pipeline/>") ==
        "p.xml:1:1: text is not allowed before the root element; remove it");
  CHECK(complaint("<pipeline/>\n<other/>") ==
        "p.xml:2:1: <other> is a second root element; a file has one <pipeline>");
  CHECK(complaint("<pipeline><parse plugin='a'>\n<b><c/></b></parse></pipeline>") ==
        "p.xml:2:1: <b> cannot stand in <parse>; close <parse> before it");
  CHECK(complaint("<!-- only words -->") ==
        "p.xml:1:1: there is no element in this file; a pipeline file begins with <pipeline>");
}

TEST_CASE("a document type is refused, so that no entity can be declared") {
  CHECK(complaint("\n<!DOCTYPE pipeline [<!ENTITY a 'b'>]>\n<pipeline/>") ==
        "p.xml:2:1: a document type is not allowed here; remove the <!DOCTYPE>");
}

TEST_CASE("encodings other than UTF-8 are recognised") {
  CHECK(complaint("\xFF\xFE<\0p\0"s) == "p.xml: the file is in UTF-16; save it as UTF-8");
  CHECK(complaint("\0<\0p"s) == "p.xml: the file is in UTF-16; save it as UTF-8");
  CHECK(complaint("\xFF\xFE\0\0<\0\0\0"s) == "p.xml: the file is in UTF-32; save it as UTF-8");
  CHECK(complaint("<?xml version='1.0' encoding='GBK'?><pipeline/>") ==
        "p.xml:1:1: the declared encoding is GBK; save the file as UTF-8 and declare that");
  CHECK(complaint("\xEF\xBB\xBF<pipeline\n name='\xD6'/>") ==
        "p.xml:2:8: byte 0xD6 (byte 21 of the file) is not valid UTF-8; save the file as UTF-8");
}

TEST_CASE("characters that XML does not allow are refused") {
  CHECK(complaint("<pipeline name='a\x01'/>") ==
        "p.xml:1:18: character U+0001 is not allowed in XML; remove it");
  CHECK(complaint("<pipeline/>\0"s) ==
        "p.xml:1:12: character U+0000 is not allowed in XML; remove it");
  CHECK(complaint("<pipeline name='\xEF\xBF\xBF'/>") ==
        "p.xml:1:17: character U+FFFF is not allowed in XML; remove it");
}

TEST_CASE("an empty file is called empty") {
  const std::string words = "p.xml: the file is empty; a pipeline file begins with <pipeline>";
  CHECK(complaint("") == words);
  CHECK(complaint("\xEF\xBB\xBF \r\n\t") == words);
}

TEST_CASE("more attributes than the limit are refused") {
  std::string text = "<pipeline><parse plugin='a'";
  for (int i = 1; i < 100; ++i)
    text += " a" + std::to_string(i) + "=''";
  CHECK(complaints(text + "/></pipeline>").empty());
  CHECK(complaint(text + "\nb=''/></pipeline>") ==
        "p.xml:2:1: <parse> has more than 100 attributes");
}

TEST_CASE("elements nested a hundred thousand deep are a complaint, not a crash") {
  std::string text = "<pipeline>";
  for (int i = 0; i < 100000; ++i)
    text += "<a>";
  CHECK(load(text).problems.size() == 1);
  for (int i = 0; i < 100000; ++i)
    text += "</a>";
  CHECK(load(text + "</pipeline>").problems.size() == 2);
}
