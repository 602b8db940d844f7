// SPDX-License-Identifier: Apache-2.0
/// What a pipeline that names a plugin wrongly is told.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

TEST_CASE("an unknown plugin brings the nearest of its kind") {
  const WorkingFolder folder;
  CHECK(complaints_of("<parse plugin=\"htlm\"/>") ==
        "p.xml:4:16: unknown plugin 'htlm' of <parse>; did you mean 'html'?");
  CHECK(complaints_of("", {.exports = {"tmxx=out.tmx"}}) ==
        "command line: unknown plugin 'tmxx' of <export>; did you mean 'tmx'?");
}

TEST_CASE("a plugin of another kind is found too") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin=\"length\"/>") ==
        "p.xml:4:20: unknown plugin 'length' of <transform>; "
        "did you mean <align plugin=\"length\">?");
}

TEST_CASE("when nothing is near, the plugins of that kind are listed") {
  const WorkingFolder folder;
  CHECK(complaints_of("<export plugin=\"spreadsheet\" to=\"a\"/>") ==
        "p.xml:4:17: unknown plugin 'spreadsheet' of <export>; "
        "installed export plugins are text, tmx");
  const Planned bare = plan_stages("", {}, Registry());
  CHECK(bare.complaints() ==
        "p.xml:3:16: unknown plugin 'text' of <parse>; "
        "no parse plugin is installed; --plugin-path names more places");
}

TEST_CASE("a plugin whose library is broken is reported with the reason") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin=\"twin\"/>") ==
        "p.xml:4:20: plugin 'twin' of <transform> is broken: crashed while loading (SIGSEGV); "
        "mend or replace /plugins/transform_twin.so");
}
