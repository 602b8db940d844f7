// SPDX-License-Identifier: Apache-2.0
/// Placeholders in output paths.
#include "core/plan/output_pattern.hpp"

#include <catch2/catch.hpp>

using namespace weft;

namespace {

std::string fault(std::string_view pattern) {
  const auto found = check_pattern(pattern);
  return found ? found->message + "; " + found->hint : std::string();
}

}  // namespace

TEST_CASE("the pipeline's name fills one part of a path") {
  CHECK(fill_pipeline_name("out/{name}/{name}.{lang}", "news") == "out/news/news.{lang}");
  CHECK(fill_pipeline_name("{name}", "a/b:{id}") == "a_b__id_");
  CHECK(fill_pipeline_name("{name}/x", "..") == "_../x");
  CHECK(fill_pipeline_name("{name}", "\xE6\x96\xB0\xE9\x97\xBB") == "\xE6\x96\xB0\xE9\x97\xBB");
  CHECK(fill_pipeline_name("plain", "news") == "plain");
}

TEST_CASE("an unknown placeholder or a lone brace is found") {
  const std::string known = "known are {name}, {stem}, {id}, {lang}, {part}";
  CHECK(fault("out/{stem}/{id}.{lang}.{part}").empty());
  CHECK(fault("{Stem}") == "unknown placeholder {Stem}; did you mean {stem}?");
  CHECK(fault("a{title}") == "unknown placeholder {title}; " + known);
  CHECK(fault("{}") == "unknown placeholder {}; " + known);
  CHECK(fault("{stem") == "there is a '{' without '}'; " + known);
  CHECK(fault("{a{stem}") == "there is a '{' without '}'; " + known);
  CHECK(fault("{stem}}") == "there is a '}' without '{'; " + known);
}

TEST_CASE("a glob meets a pattern when both may give one path") {
  CHECK(may_match("**/*.txt", "out/{stem}.txt"));
  CHECK(may_match("**/*.txt", "{id}"));
  CHECK(may_match("*.txt", "a.txt"));
  CHECK(may_match("**/a.txt", "{stem}.txt"));
  CHECK(may_match("a.txt", "{stem}.txt"));
  CHECK_FALSE(may_match("*.txt", "out/a.txt"));
  CHECK_FALSE(may_match("**/*.html", "out/{stem}.txt"));
  CHECK_FALSE(may_match("in/*", "out/{stem}.txt"));
  CHECK_FALSE(may_match("in/a.txt", "out/{stem}.txt"));
}

TEST_CASE("a sample path has something for each placeholder") {
  CHECK(sample_path("out/{stem}-{lang}.txt") == "out/x-x.txt");
  CHECK(sample_path("out/a.txt") == "out/a.txt");
}
