// SPDX-License-Identifier: Apache-2.0
#include "core/run/inputs.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <filesystem>

#include "tests/support/program.hpp"
#include "weft/error.hpp"

using weft::list_inputs;
using weft::test::Folder;

namespace {

std::vector<std::string> ids_of(const std::vector<weft::Input>& inputs) {
  std::vector<std::string> out;
  for (const weft::Input& input : inputs)
    out.push_back(input.id);
  return out;
}

}  // namespace

TEST_CASE(
    "inputs are the files below the root, sorted by the bytes of their ids, hidden ones left out") {
  const Folder folder;
  for (const char* name : {"b/2.txt", "a.txt", "b/10.txt", "B.txt", ".hidden", "c/.git/x"}) {
    folder.write(name, "x");
  }
  CHECK(ids_of(list_inputs({{folder.path()}, {}, {}})) ==
        std::vector<std::string>{"B.txt", "a.txt", "b/10.txt", "b/2.txt"});
  CHECK(ids_of(list_inputs({{folder.path()}, {"b/*"}, {"**/10*"}})) ==
        std::vector<std::string>{"b/2.txt"});
}

TEST_CASE("what is no regular file is an input with the reason why it cannot be read") {
  const Folder folder;
  folder.write("good.txt", "x");
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  std::filesystem::create_symlink("nowhere", folder.path("dangling"));
  std::filesystem::create_directory_symlink(".", folder.path("loop"));
  const auto inputs = list_inputs({{folder.path()}, {}, {}});
  REQUIRE(ids_of(inputs) == std::vector<std::string>{"dangling", "good.txt", "pipe"});
  CHECK(inputs[0].problem == "a link to nothing");
  CHECK(inputs[1].problem.empty());
  CHECK(inputs[2].problem == "not a regular file");
}

TEST_CASE("names that are no UTF-8 get ids of their own") {
  const Folder folder;
  folder.write("\xFF.txt", "x");
  folder.write("%FF.txt", "x");
  CHECK(ids_of(list_inputs({{folder.path()}, {}, {}})) ==
        std::vector<std::string>{"%25FF.txt", "%FF.txt"});
}

TEST_CASE("ids of several roots are told apart by the root, and a file given twice counts once") {
  const Folder folder;
  folder.write("x/a.txt", "1");
  folder.write("y/a.txt", "2");
  CHECK(ids_of(list_inputs({{folder.path("x"), folder.path("y")}, {}, {}})) ==
        std::vector<std::string>{"x/a.txt", "y/a.txt"});
  CHECK(list_inputs({{folder.path("x/a.txt"), folder.path("x/a.txt")}, {}, {}}).size() == 1);
}

TEST_CASE("a root that does not exist is an error of the configuration") {
  CHECK_THROWS_AS(list_inputs({{"/no/such/corpus"}, {}, {}}), weft::Error);
}
