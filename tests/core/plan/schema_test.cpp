// SPDX-License-Identifier: Apache-2.0
/// The grammar for editors, as a validator that is not ours reads it.
#include "core/plan/schema.hpp"

#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

/// The exit code of xmllint (package libxml2-utils), or -1 when it did not understand the grammar.
int validate(const WorkingFolder& folder, const std::string& pipeline,
             const Registry& registry = sample_registry()) {
  folder.write("weft.rng", relaxng_schema(registry));
  folder.write("p.xml", pipeline);
  const int status = std::system("xmllint --noout --relaxng weft.rng p.xml 2>xmllint.log");
  std::ifstream log("xmllint.log");
  const std::string words{std::istreambuf_iterator<char>(log), {}};
  const bool understood = words.find("compile") == std::string::npos;
  return WIFEXITED(status) && understood ? WEXITSTATUS(status) : -1;
}

int validate_stages(const WorkingFolder& folder, const std::string& stages) {
  return validate(folder, "<pipeline>" + stages + "</pipeline>");
}

constexpr int kValid = 0;
constexpr int kInvalid = 3;

}  // namespace

TEST_CASE("a pipeline with everything in it is valid") {
  const WorkingFolder folder;
  CHECK(validate(folder, R"(<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="weft.rng"?>
<pipeline name="news" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x">
  <include href="base.xml"/>
  <parse plugin="html" max-size=" 64K" main-content="false"/>
  <corpus root="in" include="**/*.html **/*.txt" exclude="old/*"/>
  <transform plugin="segment" abbreviations="Dr., U.S. , Prof."/>
  <align plugin="length" source="en" target="zh-Hans" deadline="2.5s" when="lang=mul"/>
  <align plugin="lexicon" lexicon="${HOME}/words.tsv" key="SERVICE_KEY" log="a/b c.log"/>
  <summarize plugin="rank" id="short-1" sentences="50" method="position"/>
  <!-- twice -->
  <summarize plugin="rank" sentences="${N}" method="${METHOD}"/>
  <export plugin="tmx" to="out/{name}.tmx"/>
  <export plugin="text" to="${OUT}" title=""/>
</pipeline>)") == kValid);
  CHECK(validate(folder, "<pipeline/>") == kValid);
}

TEST_CASE("a pipeline with a mistake is not valid") {
  const WorkingFolder folder;
  const auto invalid = [&](const std::string& stages) {
    INFO(stages);
    CHECK(validate_stages(folder, stages) == kInvalid);
  };
  invalid("<parse plugin='htlm'/>");
  invalid("<transform plugin='html'/>");
  invalid("<trnsform plugin='segment'/>");
  invalid("<parse/>");
  invalid("<parse plugin='html' max-sise='2M'/>");
  invalid("<parse plugin='html' max-size='2MB'/>");
  invalid("<parse plugin='html' main-content='yes'/>");
  invalid("<summarize plugin='rank' sentences='51'/>");
  invalid("<summarize plugin='rank' sentences='0'/>");
  invalid("<summarize plugin='rank' sentences='2.5'/>");
  invalid("<summarize plugin='rank' method='grahp'/>");
  invalid("<summarize plugin='rank' id='a b'/>");
  invalid("<align plugin='length' source='en'/>");
  invalid("<align plugin='length' source='en' target='zh_CN'/>");
  invalid("<align plugin='length' source='en' target='zh' deadline='5'/>");
  invalid("<align plugin='lexicon' key='not a name'/>");
  invalid("<transform plugin='segment' abbreviations='a,,b'/>");
  invalid("<export plugin='text'/>");
  invalid("<corpus/><corpus/>");
  invalid("<corpus rot='x'/>");
  invalid("<include/>");
  invalid("<parse plugin='html'><parse plugin='text'/></parse>");
}

TEST_CASE("lists of choices, maps and numbers have patterns too") {
  Registry registry;
  ParamInfo parts = param("parts", WEFT_TYPE_LIST);
  parts.choices = {"a.b", "c|d"};
  ParamInfo ratio = param("ratio", WEFT_TYPE_REAL, "0.5");
  ratio.min = "-1";
  ratio.max = "1e0";
  registry.add(plugin("transform_all", WEFT_TRANSFORM,
                      {parts, ratio, param("names", WEFT_TYPE_MAP)}, {}, {}));
  const WorkingFolder folder;
  const auto valid = [&](const std::string& options) {
    const int code = validate(
        folder, "<pipeline><transform plugin='all' " + options + "/></pipeline>", registry);
    REQUIRE((code == kValid || code == kInvalid));
    return code == kValid;
  };
  CHECK(valid("parts='a.b, c|d,a.b' ratio='-.5' names='a=b, c = d=e'"));
  CHECK(valid("parts='' ratio='1e-3' names=''"));
  CHECK_FALSE(valid("parts='axb'"));
  CHECK_FALSE(valid("parts='a.b,'"));
  CHECK_FALSE(valid("ratio='1.5'"));
  CHECK_FALSE(valid("ratio='x'"));
  CHECK_FALSE(valid("names='a'"));
  CHECK_FALSE(valid("names='a=b, c'"));
}

TEST_CASE("the grammar documents plugins and options") {
  const std::string schema = relaxng_schema(sample_registry());
  CHECK_THAT(schema, Catch::Contains("<a:documentation>what it is for. (integer, in sentences, at "
                                     "least 1, at most 50, by default 5)</a:documentation>"));
  CHECK_THAT(schema,
             Catch::Contains("<a:documentation>align_length 1.2.0: does what its name says. "
                             "Needs: sentence, lang Gives: bead</a:documentation>"));
  CHECK_THAT(schema, Catch::Contains("(language, required)"));
}
