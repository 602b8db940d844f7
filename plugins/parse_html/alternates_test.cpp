// SPDX-License-Identifier: Apache-2.0
/// Other languages of a text, its licence, and addresses made absolute.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "licence.hpp"
#include "typed_page.hpp"
#include "web_address.hpp"

namespace {

using namespace weft;

std::vector<std::string> values(const std::string& head, const std::string& body,
                                std::string_view key) {
  const TypedPage page =
      read_page("<!DOCTYPE html><html lang=zh-CN><head><title>Gulls</title>" + head +
                "</head><body><h1>Gulls</h1><p>The keeper counted gulls "
                "on the north wall.</p>" +
                body + "</body></html>");
  std::vector<std::string> out;
  for (const PageValue& value : page.metadata)
    if (value.key == key) out.push_back(value.value);
  return out;
}

using Strings = std::vector<std::string>;
const std::string kOwn = "<link rel=canonical href='https://wall.example/zh/gulls.html'>";

}  // namespace

TEST_CASE("addresses are made absolute as browsers do") {
  const auto at = [](std::string_view reference) {
    return resolve_address("https://wall.example/a/b.html?x=1", reference);
  };
  CHECK(at("c.html") == "https://wall.example/a/c.html");
  CHECK(at("../c.html?y=2#z") == "https://wall.example/c.html?y=2#z");
  CHECK(at("./") == "https://wall.example/a/");
  CHECK(at("/c") == "https://wall.example/c");
  CHECK(at("//other.example/c") == "https://other.example/c");
  CHECK(at("?p=2") == "https://wall.example/a/b.html?p=2");
  CHECK(at("http://other.example/../c") == "http://other.example/../c");
  CHECK(at("javascript:void(0)").empty());
  CHECK(at("../../../../c") == "https://wall.example/c");
  CHECK(resolve_address("https://wall.example", "c") == "https://wall.example/c");
  CHECK(resolve_address("", "c.html").empty());
  CHECK(resolve_address("gulls/index.html", "/c").empty());
}

TEST_CASE("hreflang links give the other languages, absolute") {
  CHECK(values(kOwn + "<link rel=alternate hreflang=en href='../en/gulls.html'>"
                      "<link rel=alternate hreflang=zh-CN href='gulls.html'>"
                      "<link rel=alternate hreflang=zh-TW href='https://tw.wall.example/gulls'>"
                      "<link rel=alternate hreflang=x-default href='/'>",
               "", "alternate") ==
        Strings{"en https://wall.example/en/gulls.html", "zh-TW https://tw.wall.example/gulls"});
}

TEST_CASE("a link to the English version is an alternate, a site's language switch is none") {
  CHECK(values(kOwn, "<p><a href='/en/gulls.html'>阅读英文版</a></p>", "alternate") ==
        Strings{"en https://wall.example/en/gulls.html"});
  CHECK(values(kOwn, "<p><a href='/en/gulls.html'>點擊查看本文英文版</a></p>", "alternate") ==
        Strings{"en https://wall.example/en/gulls.html"});
  CHECK(values(kOwn, "<p><a href='/en/gulls.html'>Read the English version</a></p>", "alternate") ==
        Strings{"en https://wall.example/en/gulls.html"});
  CHECK(values(kOwn, "<p><a href='/en/'>English</a></p>", "alternate").empty());
  CHECK(values(kOwn, "<p><a href='/'>English version</a></p>", "alternate").empty());
  CHECK(values("", "<p><a href='/en/gulls.html'>阅读英文版</a></p>", "alternate").empty());
}

TEST_CASE("licences are read from links and lines; reserved rights are none") {
  CHECK(values("",
               "<p><a rel=license href='https://creativecommons.org/licenses/by/4.0/'>terms</a>",
               "license") == Strings{"https://creativecommons.org/licenses/by/4.0/"});
  CHECK(values("", "<p>Text: CC BY-SA 4.0</p>", "license") == Strings{"CC BY-SA 4.0"});
  CHECK(values("", "<p>All rights reserved. © 2024 Wall</p>", "license").empty());
  CHECK(values("<meta name='dc.rights' content='Copyright Wall 2024'>", "", "license").empty());
}

TEST_CASE("the names of Creative Commons licences are read in their forms") {
  CHECK(name_of_licence("本作品采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议") ==
        "CC BY-NC-SA 4.0");
  CHECK(name_of_licence("Creative Commons Attribution-ShareAlike 3.0 Unported") == "CC BY-SA 3.0");
  CHECK(name_of_licence("版权声明：本文遵循 CC-BY-NC-ND 4.0") == "CC BY-NC-ND 4.0");
  CHECK(name_of_licence("cc by 4.0") == "CC BY 4.0");
  CHECK(name_of_licence("acc by hand").empty());
  CHECK(name_of_licence("a creative commons of ideas").empty());
}
