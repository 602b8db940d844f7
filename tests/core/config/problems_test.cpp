// SPDX-License-Identifier: Apache-2.0
/// Order, wording and limits of collected problems.
#include "core/config/problems.hpp"

#include <catch2/catch.hpp>

using namespace weft;

TEST_CASE("problems sort by file in order of mention, then by line and column") {
  Problems problems;
  problems.note_file("b.xml");
  problems.add({"a.xml", 1, 1}, "five");
  problems.add({"b.xml", 10, 2}, "four");
  problems.add({"b.xml", 2, 10}, "two");
  problems.add({"b.xml", 2, 10}, "three");
  problems.add({"b.xml", 0, 0}, "one");
  std::string order;
  for (const Problem& problem : problems.sorted())
    order += problem.message + " ";
  CHECK(order == "one two three four five ");
}

TEST_CASE("the same complaint at the same place is shown once") {
  Problems problems;
  problems.add({"a.xml", 1, 1}, "twice", "cure");
  problems.add({"a.xml", 1, 1}, "twice", "cure");
  problems.add({"a.xml", 1, 2}, "twice", "cure");
  CHECK(problems.sorted().size() == 2);
}

TEST_CASE("no problem throws nothing, any throws all in one error") {
  Problems problems;
  CHECK_NOTHROW(problems.throw_if_any());
  problems.add({"p.xml", 14, 9}, "unknown option 'x'", "did you mean 'y'?");
  problems.add({"command line", 0, 0}, "no stage");
  try {
    problems.throw_if_any();
    FAIL("nothing was thrown");
  } catch (const ConfigError& error) {
    CHECK(error.status() == WEFT_E_CONFIG);
    CHECK(error.problems().size() == 2);
    CHECK(std::string(error.what()) ==
          "p.xml:14:9: unknown option 'x'; did you mean 'y'?\ncommand line: no stage");
  }
}

TEST_CASE("problems beyond the limit are counted only") {
  Problems problems;
  for (std::uint32_t line = 1; line <= 103; ++line)
    problems.add({"p.xml", line, 1}, "bad");
  CHECK(problems.size() == 103);
  CHECK(problems.dropped() == 3);
  CHECK(problems.sorted().size() == Problems::kMaxKept);
  CHECK(std::string(ConfigError(problems).what()).ends_with("\nand 3 more problems"));
}
