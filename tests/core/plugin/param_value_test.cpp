// SPDX-License-Identifier: Apache-2.0
/// Texts of every parameter type, right and wrong.
#include "core/plugin/param_value.hpp"

#include <catch2/catch.hpp>

#include "plugin_places.hpp"
#include "weft/host.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

ParamInfo param(std::uint32_t type, const char* min = nullptr, const char* max = nullptr) {
  ParamInfo made{.name = "it", .type = type, .doc = "A parameter.", .unit = {}};
  if (min != nullptr) made.min = min;
  if (max != nullptr) made.max = max;
  return made;
}

ParamReading read(std::uint32_t type, std::string_view text) {
  return parse_param(param(type), text, {});
}

/// The value's one spelling, or "error; hint".
std::string told(const ParamReading& reading) {
  if (reading.ok()) return reading.value.text();
  return reading.error + (reading.hint.empty() ? "" : "; " + reading.hint);
}

std::string told(std::uint32_t type, std::string_view text) {
  return told(read(type, text));
}

TEST_CASE("A bool is true or false and nothing else") {
  CHECK(read(WEFT_TYPE_BOOL, " true ").value.as_abi().as.integer == 1);
  CHECK(read(WEFT_TYPE_BOOL, "false").value.as_abi().kind == WEFT_VALUE_BOOL);
  CHECK(told(WEFT_TYPE_BOOL, "yes") == "'yes' is neither true nor false; write 'true' or 'false'");
  CHECK_FALSE(read(WEFT_TYPE_BOOL, "").ok());
}

TEST_CASE("An integer is all digits and fits 64 bits") {
  CHECK(read(WEFT_TYPE_INTEGER, "-42").value.as_abi().as.integer == -42);
  CHECK(told(WEFT_TYPE_INTEGER, "007") == "7");
  CHECK(told(WEFT_TYPE_INTEGER, "5 sentences") ==
        "'5 sentences' is not a whole number; did you mean '5'?");
  CHECK(told(WEFT_TYPE_INTEGER, "1.5") == "'1.5' is not a whole number; write digits only");
  CHECK(told(WEFT_TYPE_INTEGER, "1e3") == "'1e3' is not a whole number; write digits only");
  CHECK(told(WEFT_TYPE_INTEGER, "") == "'' is not a whole number; write digits only");
  CHECK(told(WEFT_TYPE_INTEGER, "99999999999999999999") ==
        "'99999999999999999999' is too large a number");
}

TEST_CASE("A real is a finite number with a point") {
  CHECK(read(WEFT_TYPE_REAL, "0.25").value.as_abi().as.real == 0.25);
  CHECK(told(WEFT_TYPE_REAL, "1e-3") == "0.001");
  CHECK(told(WEFT_TYPE_REAL, "0,5") == "'0,5' is not a number; did you mean '0.5'?");
  for (const char* text : {"nan", "inf", "-inf", "half", "", "1e999", "0x1p3"}) {
    INFO(text);
    CHECK_FALSE(read(WEFT_TYPE_REAL, text).ok());
  }
}

TEST_CASE("A size counts bytes in powers of 1024") {
  CHECK(read(WEFT_TYPE_SIZE, "2M").value.as_abi().as.integer == 2097152);
  CHECK(told(WEFT_TYPE_SIZE, "64K") == "65536");
  CHECK(told(WEFT_TYPE_SIZE, "1G") == "1073741824");
  CHECK(told(WEFT_TYPE_SIZE, "512") == "512");
  CHECK(told(WEFT_TYPE_SIZE, "2MB") == "'2MB' is not a size; did you mean '2M'?");
  CHECK(told(WEFT_TYPE_SIZE, "2m") == "'2m' is not a size; did you mean '2M'?");
  CHECK(told(WEFT_TYPE_SIZE, "2 MiB") ==
        "'2 MiB' is not a size; write it in bytes, or like 64K, 2M, 1G");
  CHECK(told(WEFT_TYPE_SIZE, "9000000000T") == "'9000000000T' is too large a number");
  CHECK_FALSE(read(WEFT_TYPE_SIZE, "-1").ok());
  CHECK_FALSE(read(WEFT_TYPE_SIZE, "1.5M").ok());
  CHECK_FALSE(read(WEFT_TYPE_SIZE, "").ok());
}

TEST_CASE("A duration needs a unit and is in seconds") {
  CHECK(read(WEFT_TYPE_DURATION, "250ms").value.as_abi().as.real == 0.25);
  CHECK(told(WEFT_TYPE_DURATION, "5s") == "5");
  CHECK(told(WEFT_TYPE_DURATION, "1.5m") == "90");
  CHECK(told(WEFT_TYPE_DURATION, "1h") == "3600");
  CHECK(told(WEFT_TYPE_DURATION, "5") == "'5' is not a duration; did you mean '5s'?");
  CHECK(told(WEFT_TYPE_DURATION, "5 sec") ==
        "'5 sec' is not a duration; write it like 250ms, 5s, 2m or 1h");
  CHECK_FALSE(read(WEFT_TYPE_DURATION, "-5s").ok());
  CHECK_FALSE(read(WEFT_TYPE_DURATION, "infs").ok());
}

TEST_CASE("A value outside its range is refused with the bound") {
  const ParamInfo width = param(WEFT_TYPE_INTEGER, "1", "100");
  CHECK(parse_param(width, "1", {}).ok());
  CHECK(parse_param(width, "100", {}).ok());
  CHECK(told(parse_param(width, "0", {})) ==
        "'0' is below 1, the least allowed; write a value from 1 to 100");
  CHECK(told(parse_param(width, "101", {})) ==
        "'101' is above 100, the most allowed; write a value from 1 to 100");
  CHECK(told(parse_param(param(WEFT_TYPE_REAL, nullptr, "0.5"), "0.6", {})) ==
        "'0.6' is above 0.5, the most allowed");
  CHECK(told(parse_param(param(WEFT_TYPE_SIZE, "64K"), "65535", {})) ==
        "'65535' is below 64K, the least allowed");
  CHECK(parse_param(param(WEFT_TYPE_SIZE, "64K"), "65536", {}).ok());
  CHECK_FALSE(parse_param(param(WEFT_TYPE_DURATION, "1s", "1m"), "2m", {}).ok());
}

TEST_CASE("A string is taken as it is") {
  CHECK(told(WEFT_TYPE_STRING, "  two  words ") == "  two  words ");
  CHECK(to_view(read(WEFT_TYPE_STRING, "x").value.as_abi().as.string) == "x");
  CHECK(read(WEFT_TYPE_STRING, "").ok());
  CHECK_FALSE(read(WEFT_TYPE_STRING, "\xFF").ok());
  CHECK_FALSE(read(WEFT_TYPE_STRING, std::string_view("a\0b", 3)).ok());
}

TEST_CASE("A choice is one of the plugin's words") {
  ParamInfo style = param(WEFT_TYPE_CHOICE);
  style.choices = {"plain", "rich"};
  CHECK(told(parse_param(style, "rich", {})) == "rich");
  CHECK(told(parse_param(style, "plian", {})) ==
        "'plian' is none of the choices; did you mean 'plain'?");
  CHECK(told(parse_param(style, "blue", {})) ==
        "'blue' is none of the choices; known are plain, rich");
}

TEST_CASE("A list has commas between its items") {
  const ParamReading reading = read(WEFT_TYPE_LIST, " a, b c ,d");
  CHECK(reading.value.text() == "a, b c, d");
  const weft_value value = reading.value.as_abi();
  REQUIRE(value.kind == WEFT_VALUE_LIST);
  REQUIRE(value.count == 3);
  CHECK(to_view(value.as.list[1].as.string) == "b c");
  CHECK(read(WEFT_TYPE_LIST, "").value.as_abi().count == 0);
  CHECK(told(WEFT_TYPE_LIST, "a,,b") == "'a,,b' has an empty item; remove the extra comma");
  CHECK_FALSE(read(WEFT_TYPE_LIST, "a,").ok());
}

TEST_CASE("A list with choices takes only these") {
  ParamInfo parts = param(WEFT_TYPE_LIST);
  parts.choices = {"title", "body"};
  CHECK(parse_param(parts, "body, title", {}).ok());
  CHECK(told(parse_param(parts, "body, tilte", {})) ==
        "'tilte' is none of the choices; did you mean 'title'?");
}

TEST_CASE("A map has a key and a value in each item") {
  const ParamReading reading = read(WEFT_TYPE_MAP, "a = b,c=, d=e=f");
  CHECK(reading.value.text() == "a=b, c=, d=e=f");
  const weft_value value = reading.value.as_abi();
  REQUIRE(value.count == 6);
  CHECK(to_view(value.as.list[5].as.string) == "e=f");
  CHECK(told(WEFT_TYPE_MAP, "a") == "'a' is not a key and a value; write it like a=b, c=d");
  CHECK(told(WEFT_TYPE_MAP, "a=1, a=2") == "key 'a' is there twice");
  CHECK_FALSE(read(WEFT_TYPE_MAP, "=b").ok());
}

TEST_CASE("A language is a well-formed tag") {
  CHECK(told(WEFT_TYPE_LANGUAGE, "ZH-hant") == "zh-Hant");
  CHECK(told(WEFT_TYPE_LANGUAGE, "zh_CN") ==
        "'zh_CN' is not a BCP 47 language tag; did you mean 'zh-CN'?");
  CHECK(told(WEFT_TYPE_LANGUAGE, "Chinese") ==
        "'Chinese' is not a BCP 47 language tag; write it like en, zh-Hans or pt-BR");
}

TEST_CASE("An input is an existing file, counted from the file that names it") {
  const TemporaryDir dir;
  const auto file = dir.add_file("words.tsv", "a\tb\n");
  ParamContext context;
  context.base_dir = dir.path();
  const ParamInfo input = param(WEFT_TYPE_INPUT);
  CHECK(told(parse_param(input, "words.tsv", context)) == file.string());
  CHECK(told(parse_param(input, "./x/../words.tsv", context)) == file.string());
  CHECK(told(parse_param(input, file.string(), context)) == file.string());
  CHECK(told(parse_param(input, "word.tsv", context)) ==
        "file '" + (dir.path() / "word.tsv").string() +
            "' does not exist; did you mean 'words.tsv'?");
  CHECK(told(parse_param(input, "~/words.tsv", context)).ends_with("write ${HOME} for '~'"));
  CHECK(told(parse_param(input, ".", context)).ends_with("is a directory, no file"));
  CHECK_FALSE(parse_param(input, "", context).ok());
}

TEST_CASE("An output stays below the output directory") {
  const TemporaryDir dir;
  ParamContext context;
  context.output_dir = dir.path();
  const ParamInfo output = param(WEFT_TYPE_OUTPUT);
  CHECK(told(parse_param(output, "a/b.txt", context)) == (dir.path() / "a/b.txt").string());
  CHECK(told(parse_param(output, "../b.txt", context)) ==
        "'../b.txt' leads out of the output directory; write a path without '..'");
  CHECK_FALSE(parse_param(output, "a/../../b.txt", context).ok());
  CHECK(told(parse_param(output, "/etc/b.txt", context)) ==
        "'/etc/b.txt' is an absolute path; write a path below the output directory, which --out "
        "sets");
  CHECK_FALSE(parse_param(output, "a/", context).ok());
  CHECK_FALSE(parse_param(output, "", context).ok());
  CHECK_FALSE(parse_param(output, "a\nb", context).ok());
  std::filesystem::create_directory_symlink("/", dir.path() / "out");
  CHECK(told(parse_param(output, "out/b.txt", context)) ==
        "'out/b.txt' leads out of the output directory by a symbolic link");
  context.allow_absolute_output = true;
  CHECK(told(parse_param(output, "/elsewhere/b.txt", context)) == "/elsewhere/b.txt");
}

TEST_CASE("A secret is the value of the variable that is named, and is never shown") {
  ParamContext context;
  context.environment = [](const std::string& name) {
    return name == "KEY"     ? std::optional<std::string>("hunter2")
           : name == "EMPTY" ? std::optional<std::string>("")
                             : std::nullopt;
  };
  const ParamInfo secret = param(WEFT_TYPE_SECRET);
  const ParamReading reading = parse_param(secret, "KEY", context);
  CHECK(to_view(reading.value.as_abi().as.string) == "hunter2");
  CHECK(reading.value.text() == "$KEY");
  for (const char* text : {"sk-live-12345", "NOT_SET", "EMPTY"}) {
    const std::string words = told(parse_param(secret, text, context));
    INFO(words);
    CHECK_FALSE(parse_param(secret, text, context).ok());
    CHECK(words.find(text) == std::string::npos);
  }
}

TEST_CASE("A description is judged without files and environment") {
  const ParamContext context = ParamContext::description();
  CHECK(parse_param(param(WEFT_TYPE_INPUT), "no/such.tsv", context).ok());
  CHECK(parse_param(param(WEFT_TYPE_SECRET), "NO_SUCH_KEY", context).ok());
  CHECK_FALSE(parse_param(param(WEFT_TYPE_OUTPUT), "../x", context).ok());
}

TEST_CASE("What nobody set is the default, or absent, or an error when it is required") {
  ParamInfo depth = param(WEFT_TYPE_INTEGER);
  CHECK(default_param(depth, {}).ok());
  CHECK_FALSE(default_param(depth, {}).value.has_value());
  CHECK(default_param(depth, {}).value.as_abi().kind == WEFT_VALUE_NONE);
  depth.def = "3";
  CHECK(default_param(depth, {}).value.as_abi().as.integer == 3);
  depth.def.reset();
  depth.required = true;
  CHECK(told(default_param(depth, {})) == "'it' must be given: A parameter.");
}

TEST_CASE("A view of a value stays good when the value is copied and the original goes") {
  ParamValue kept;
  weft_value view{};
  {
    const ParamValue made = ParamValue::list({"short", "rather longer than a short string is"});
    view = made.as_abi();
    kept = made;
  }
  REQUIRE(view.count == 2);
  CHECK(to_view(view.as.list[0].as.string) == "short");
  CHECK(kept.as_abi().as.list == view.as.list);
}

TEST_CASE("A long value is cut between code points in messages") {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "字";
  const std::string words = told(WEFT_TYPE_BOOL, text);
  CHECK(words.find("字...' is neither") != std::string::npos);
  CHECK(find_invalid_utf8(words) == std::string_view::npos);
}

}  // namespace
}  // namespace weft
