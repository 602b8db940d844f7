// SPDX-License-Identifier: Apache-2.0
/// Files and variables as the program reads them.
#include "core/config/config_inputs.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/config/load_config.hpp"
#include "tests/support/program.hpp"

using namespace weft;
using weft::test::Folder;

TEST_CASE("a file is read whole up to one mebibyte and refused beyond") {
  const Folder folder;
  const std::string bytes(std::size_t{1024} * 1024, ' ');
  folder.write("full.xml", bytes);
  folder.write("over.xml", bytes + " ");
  folder.write("empty.xml", "");
  CHECK(read_config_file(folder.path("full.xml")).bytes == bytes);
  CHECK(read_config_file(folder.path("over.xml")).error == "it is larger than 1 MiB");
  CHECK(read_config_file(folder.path("empty.xml")).error.empty());
}

TEST_CASE("a file that is not there suggests its neighbour") {
  const Folder folder;
  folder.write("pipeline.xml", "");
  const FileText text = read_config_file(folder.path("pipline.xml"));
  CHECK(text.error == "it does not exist");
  CHECK(text.hint == "did you mean '" + folder.path("pipeline.xml") + "'?");
  CHECK(read_config_file(folder.path("none/p.xml")).hint.empty());
}

TEST_CASE("a directory is not a pipeline file") {
  const Folder folder;
  CHECK(read_config_file(folder.path()).error == "it is a directory");
}

TEST_CASE("a pipeline on disk is loaded with its includes, and a link to itself is a cycle") {
  const Folder folder;
  folder.write("a/top.xml",
               "<pipeline><include href='../b/base.xml'/><include href='again.xml'/></pipeline>");
  folder.write("b/base.xml", "<pipeline><parse plugin='p'/></pipeline>");
  std::filesystem::create_symlink("top.xml", folder.path("a/again.xml"));
  Problems problems;
  const Config config = load_config(folder.path("a/top.xml"), problems);
  CHECK(config.name == "top");
  CHECK(config.stages.size() == 1);
  REQUIRE(problems.size() == 1);
  CHECK(problems.sorted()[0].message == "'again.xml' includes itself");
}

TEST_CASE("a pipeline file that cannot be read is one problem of the whole file") {
  const Folder folder;
  Problems problems;
  const Config config = load_config(folder.path("none.xml"), problems);
  CHECK(config.stages.empty());
  REQUIRE(problems.size() == 1);
  CHECK(to_string(problems.sorted()[0]) ==
        folder.path("none.xml") + ": cannot read this pipeline file: it does not exist");
}

TEST_CASE("a variable that is set to nothing is set") {
  ::setenv("WEFT_CONFIG_TEST", "", 1);
  CHECK(read_environment("WEFT_CONFIG_TEST") == std::string());
  ::unsetenv("WEFT_CONFIG_TEST");
  CHECK_FALSE(read_environment("WEFT_CONFIG_TEST"));
}
