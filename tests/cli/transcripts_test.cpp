// SPDX-License-Identifier: Apache-2.0
/// Golden transcripts: *.txt beside this file hold "$ weft ..." and what it printed; paths of this
/// machine are written as SOURCE, BUILD and so on.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// Writes `name` for a folder where its path begins: one cloned as /weft is no part of lib/weft.
/// What stands in front of a path may be the n of an escaped line break.
void name_folder(std::string& text, const std::string& folder, const std::string& name) {
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(folder, from)) != std::string::npos;) {
    const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0 ||
                        (at > 1 && text[at - 2] == '\\');
    if (begins) text.replace(at, folder.size(), name);
    from = at + (begins ? name.size() : folder.size());
  }
}

/// Runs the words behind "$ weft" in the folder of the transcripts and gives the transcript anew.
std::string transcript_of(const std::string& command_line) {
  std::istringstream words(command_line.substr(std::string("$ weft").size()));
  std::vector<std::string> arguments;
  for (std::string word; words >> word;) {
    replace_all(word, "SOURCE", WEFT_SOURCE_DIR);
    replace_all(word, "BUILD", WEFT_BINARY_DIR);
    arguments.push_back(word);
  }
  const auto result = weft::test::run_weft(arguments, {"NO_COLOR=1"});
  std::string text = command_line + "\n" + result.out;
  if (!result.err.empty()) text += "--- stderr\n" + result.err;
  text += "--- exit code " + std::to_string(result.code) + "\n";
  name_folder(text, WEFT_BINARY_DIR, "BUILD");
  name_folder(text, WEFT_SOURCE_DIR, "SOURCE");
  return text;
}

std::vector<fs::path> transcripts() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(std::string(WEFT_SOURCE_DIR) + "/tests/cli")) {
    if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt") {
      out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("the program prints what its transcripts say") {
  REQUIRE(!transcripts().empty());
  for (const fs::path& file : transcripts()) {
    INFO(file.filename().string());
    const std::string expected = weft::test::read_file(file.string());
    const std::string printed = transcript_of(expected.substr(0, expected.find('\n')));
    if (std::getenv("WEFT_ACCEPT") != nullptr) std::ofstream(file, std::ios::binary) << printed;
    CHECK(weft::test::read_file(file.string()) == printed);
  }
}
