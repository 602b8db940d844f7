// SPDX-License-Identifier: Apache-2.0
/// Archives by Python, and checks that every parser of text must pass.
#include "tests/support/made_files.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {

bool skipped(const std::string& program) {
  if (run_program({program, "--version"}).code == 0) return false;
  WARN("skipped: " << program << " is not installed");
  return true;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines)
    out += line + "\n";
  return out;
}

std::string zipped(const std::map<std::string, std::string>& members) {
  const Folder folder;
  std::vector<std::string> command = {"python3", "-m", "zipfile", "-c", folder.path("a.zip")};
  for (const auto& [name, content] : members) {
    folder.write("in/" + name, content);
    const std::string top = folder.path("in/" + name.substr(0, name.find('/')));
    if (command.back() != top) command.push_back(top);
  }
  REQUIRE(run_program(command).code == 0);
  return folder.read("a.zip");
}

StoredDocument read_by(const std::string& plugin, const std::string& uri,
                       const std::string& bytes) {
  StoredDocument document;
  const Outcome outcome = StageHarness(plugin).parse(document, uri, bytes);
  INFO(outcome.message);
  REQUIRE(outcome.status == WEFT_OK);
  return document;
}

std::string refusal_by(const std::string& plugin, const std::string& uri,
                       const std::string& bytes) {
  StoredDocument document;
  const Outcome outcome = StageHarness(plugin).parse(document, uri, bytes);
  CHECK(outcome.status != WEFT_OK);
  return outcome.message;
}

void check_origins(const StoredDocument& document, std::string_view bytes) {
  for (const weft_view& view : document.views) {
    const std::string_view text(view.text.data, view.text.size);
    std::size_t covered = 0;
    for (std::size_t i = 0; i < view.n_runs; ++i) {
      const weft_run& run = view.runs[i];
      covered += std::size_t{run.count} * run.here_unit;
      if (run.here_unit == 1 && run.there_unit == 1)
        CHECK(text.substr(run.here, run.count) == bytes.substr(run.there, run.count));
    }
    const auto joins = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    CHECK(covered + joins >= text.size());
  }
}

}  // namespace weft::test
