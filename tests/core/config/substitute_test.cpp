// SPDX-License-Identifier: Apache-2.0
/// ${NAME} in attribute values.
#include "core/config/substitute.hpp"

#include <catch2/catch.hpp>

#include "tests/core/config/loading.hpp"

using namespace weft;
using namespace weft::test;
using Words = std::vector<std::string>;

namespace {

Loaded with_value(const std::string& value) {
  return load("<pipeline><parse plugin='p' v='" + value + "'/></pipeline>");
}

std::string value_of(const std::string& value) {
  const Loaded loaded = with_value(value);
  CHECK(loaded.complaints().empty());
  return loaded.stage("parse_p").options.at(0).value;
}

}  // namespace

TEST_CASE("a variable is replaced where it is written, as often as it is written") {
  CHECK(value_of("${DATA}") == "/data/纸");
  CHECK(value_of("a ${DATA}/b ${DATA}") == "a /data/纸/b /data/纸");
}

TEST_CASE("a dollar without a brace is a dollar, and $${ writes a brace") {
  CHECK(value_of("^a$ $1 $DATA $$ {DATA}") == "^a$ $1 $DATA $$ {DATA}");
  CHECK(value_of("$${DATA} $$${DATA}") == "${DATA} $${DATA}");
}

TEST_CASE("what a variable holds is text: no markup and no further variables") {
  CHECK(value_of("${MARKUP}") == "<a b=\"${DATA}\"/> &lt;");
}

TEST_CASE("any attribute of any element may name a variable") {
  const Loaded loaded = load(
      "<pipeline name='${DATA}'><corpus root='${DATA}/in'/>"
      "<parse plugin='p' when='x=${DATA}'/></pipeline>");
  CHECK(loaded.complaints().empty());
  CHECK(loaded.config.name == "/data/纸");
  CHECK(loaded.config.corpus->root == "/data/纸/in");
  CHECK(loaded.stage("parse_p").when == "x=/data/纸");
}

TEST_CASE("a missing variable is a problem at its place, and the option says so") {
  const Loaded loaded = with_value("纸 ${NONE} ${DATA}");
  CHECK(loaded.complaints() ==
        Words{"p.xml:1:34: environment variable 'NONE' is not set; set it, or write $${ for the "
              "characters ${"});
  CHECK(loaded.stage("parse_p").options.at(0).reported);
  CHECK(loaded.stage("parse_p").options.at(0).value == "纸 ${NONE} /data/纸");
}

TEST_CASE("where entities shift the columns, a problem stands at the value") {
  CHECK(with_value("&amp; ${NONE}").complaints().at(0).starts_with("p.xml:1:32: "));
}

TEST_CASE("malformed references are problems") {
  const std::string cure = "; write $${ for the characters ${";
  CHECK(with_value("${DATA").complaints() == Words{"p.xml:1:32: '${' without '}'" + cure});
  CHECK(with_value("a ${ ${ $").complaints() == Words{"p.xml:1:34: '${' without '}'" + cure});
  CHECK(with_value("${}").complaints() ==
        Words{"p.xml:1:32: '' is no name of an environment variable" + cure});
  CHECK(with_value("${DATA:-x} ${1A}").complaints() ==
        Words{"p.xml:1:32: 'DATA:-x' is no name of an environment variable" + cure,
              "p.xml:1:43: '1A' is no name of an environment variable" + cure});
}

TEST_CASE("a variable that is not text, or makes a value too long, is a problem") {
  CHECK(with_value("${BROKEN}").complaints() ==
        Words{"p.xml:1:32: environment variable 'BROKEN' is not plain UTF-8 text"});
  CHECK(with_value("${LONG}").complaints().empty());
  CHECK(with_value("${LONG}${LONG}").complaints() ==
        Words{"p.xml:1:32: the value of 'v' is longer than 64 KiB"});
}
