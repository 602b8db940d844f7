// SPDX-License-Identifier: Apache-2.0
/// What is near enough to be suggested.
#include "core/config/suggest.hpp"

#include <catch2/catch.hpp>

using namespace weft;
using Words = std::vector<std::string>;

TEST_CASE("an edit is an insertion, a deletion, a replacement or a swap of neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("lexcon", "lexicon") == 1);
  CHECK(edit_distance("lexxicon", "lexicon") == 1);
  CHECK(edit_distance("laxicon", "lexicon") == 1);
  CHECK(edit_distance("elxicon", "lexicon") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") ==
        3);  // the restricted form: nothing edits a swapped pair again
}

TEST_CASE("case does not count") {
  CHECK(edit_distance("MainContent", "maincontent") == 0);
}

TEST_CASE("the nearest word is suggested, of equals the first") {
  const Words known = {"source", "target", "lexicon", "to"};
  CHECK(closest("lexcon", known) == "lexicon");
  CHECK(closest("soruce", known) == "source");
  CHECK(closest("TARGET", known) == "target");
  CHECK(closest("t", known) == "to");
  CHECK(closest("main_content", {"main-contents", "main-content"}) == "main-content");
  CHECK(closest("cat", {"bat", "hat"}) == "bat");
}

TEST_CASE("what is too far is not suggested") {
  CHECK_FALSE(closest("budget", {"source", "target", "lexicon"}));
  CHECK_FALSE(closest("id", {"to"}));
  CHECK_FALSE(closest("a", {"b"}));
  CHECK_FALSE(closest("", {"to"}));
  CHECK_FALSE(closest(std::string(1000, 'a'), {std::string(1000, 'a') + "b"}));
}

TEST_CASE("the beginning of a word suggests the word") {
  CHECK(closest("sent", {"source", "sentences"}) == "sentences");
  CHECK_FALSE(closest("se", {"source", "sentences"}));
}

TEST_CASE("with nothing near, a short list of what is known is the hint") {
  CHECK(suggest("lexcon", {"lexicon", "to"}) == "did you mean 'lexicon'?");
  CHECK(suggest("zzz", {"lexicon", "to"}) == "known are lexicon, to");
  CHECK(suggest("zzz", {}).empty());
  CHECK(suggest("zzz", Words(13, "abc")).empty());
}
