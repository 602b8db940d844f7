// SPDX-License-Identifier: Apache-2.0
/// The grammar that `weft schema` prints takes the sample pipelines and refuses a mistake in them.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/program.hpp"

using weft::test::Folder;
using weft::test::run_program;
using weft::test::run_weft;

namespace {

namespace fs = std::filesystem;

constexpr int kInvalid = 3;

/// xmllint is in the package libxml2-utils.
weft::test::ProgramResult validate(const Folder& folder, const std::string& file) {
  return run_program({"xmllint", "--noout", "--relaxng", folder.path("weft.rng"), file});
}

void write_schema(const Folder& folder) {
  const auto schema = run_weft({"schema"});
  REQUIRE(schema.code == 0);
  folder.write("weft.rng", schema.out);
}

}  // namespace

TEST_CASE("the sample pipelines are valid by the grammar of the installed plugins") {
  const Folder folder;
  write_schema(folder);
  int seen = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(WEFT_SOURCE_DIR) / "samples/pipelines")) {
    if (entry.path().extension() != ".xml") continue;
    ++seen;
    const auto result = validate(folder, entry.path().string());
    INFO(result.err);
    CHECK(result.code == 0);
  }
  CHECK(seen > 0);
}

TEST_CASE("a mistake in a sample pipeline is not valid by that grammar") {
  const Folder folder;
  write_schema(folder);
  std::ifstream sample(fs::path(WEFT_SOURCE_DIR) / "samples/pipelines/bilingual-news.xml");
  std::string text{std::istreambuf_iterator<char>(sample), {}};
  const std::string right = "plugin=\"rank\"";
  REQUIRE(text.find(right) != std::string::npos);
  text.replace(text.find(right), right.size(), right + " sentence=\"5\"");
  folder.write("wrong.xml", text);
  const auto result = validate(folder, folder.path("wrong.xml"));
  INFO(result.err);
  CHECK(result.code == kInvalid);
}
