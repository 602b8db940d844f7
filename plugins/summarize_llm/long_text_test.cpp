// SPDX-License-Identifier: Apache-2.0
/// Tests of long documents: what is cut, what is asked, and that it ends.
#include <catch2/catch.hpp>

#include "long_text.hpp"
#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"

using namespace weft;

namespace {

TextUnits story(std::size_t sentences) {
  TextUnits out;
  for (std::size_t i = 0; i < sentences; ++i)
    out.push_back({"Ferry " + std::to_string(i) + " left the quay at noon.", i % 3 == 0});
  return out;
}

std::string all_of(const std::vector<TextUnits>& parts) {
  std::string out;
  for (const TextUnits& part : parts) {
    for (const TextUnit& unit : part)
      out += unit.text;
  }
  return out;
}

/// A model that takes only so many tokens of text; its notes are as long as their part.
struct Model {
  std::size_t takes = 0;
  bool tells = false;  // the lengths, in its refusal
  std::vector<std::string> noted = {};
  std::string finished = {};
  bool of_notes = false;
  std::size_t refusals = 0;

  void refuse_long(const std::string& text) {
    const std::size_t tokens = estimate_tokens(text);
    if (tokens <= takes) return;
    ++refusals;
    throw ContextOverflow("too long", tells ? takes : 0, tells ? tokens : 0);
  }
  LongTextAsks asks() {
    return {[this](const std::string& text, std::size_t) {
              refuse_long(text);
              noted.push_back(text);
              return text;
            },
            [this](const std::string& text, bool notes) {
              refuse_long(text);
              finished = text;
              of_notes = notes;
            }};
  }
};

}  // namespace

TEST_CASE("parts keep all text, stay below their size and prefer the borders of paragraphs") {
  const TextUnits text = story(40);
  const std::vector<TextUnits> parts = cut_text(text, 100);
  CHECK(all_of(parts) == all_of({text}));
  REQUIRE(parts.size() > 4);
  std::size_t at_border = 0;
  for (const TextUnits& part : parts) {
    REQUIRE_FALSE(part.empty());
    CHECK(tokens_of(part) <= 100);
    at_border += part.front().begins_paragraph ? 1U : 0U;
  }
  CHECK(at_border == parts.size());
  CHECK(cut_text({}, 100).empty());
}

TEST_CASE(
    "a sentence longer than a part is cut between characters, at a space where there is one") {
  const std::string words = "one two three four five six seven eight nine ten";
  const std::vector<TextUnits> parts = cut_text({{words, true}}, 20);
  REQUIRE(parts.size() > 2);
  for (const TextUnits& part : parts) {
    CHECK(tokens_of(part) <= 20);
    CHECK((words + " ").find(part.front().text + " ") != std::string::npos);
  }
  std::string han;
  for (int i = 0; i < 50; ++i)
    han += "渡";
  const std::vector<TextUnits> pieces = cut_text({{han, true}}, 20);
  CHECK(all_of(pieces) == han);
  for (const TextUnits& piece : pieces)
    CHECK(piece.front().text.size() % 3 == 0);
}

TEST_CASE("a text that fits is asked for once, and nothing is noted") {
  Model model{.takes = 1000};
  ask_in_parts(story(5), 0, model.asks());
  CHECK(model.noted.empty());
  CHECK(model.finished == text_of(story(5)));
  CHECK_FALSE(model.of_notes);
}

TEST_CASE("an overflow cuts the text smaller until every part was taken, and it ends") {
  for (const bool tells : {false, true}) {
    for (const std::size_t takes : {70U, 150U, 400U}) {
      // Notes that are never shorter than their part: only the cut makes progress.
      Model model{.takes = takes, .tells = tells};
      ask_in_parts(story(100), 0, model.asks());
      INFO(tells << " " << takes);
      CHECK(model.of_notes);
      CHECK_FALSE(model.finished.empty());
      CHECK(estimate_tokens(model.finished) <= takes);
      CHECK(model.refusals < 16);
      std::string seen;
      for (const std::string& part : model.noted)
        seen += part + "\n";
      for (const TextUnit& unit : story(100))
        CHECK(seen.find(unit.text) != std::string::npos);
    }
  }
}

TEST_CASE("a known context costs no refusal") {
  Model model{.takes = 200};
  ask_in_parts(story(60), 200, model.asks());
  CHECK(model.refusals == 0);
  CHECK(model.of_notes);
}

TEST_CASE("a model that takes nothing at all is a failure that says so, after few questions") {
  Model model{.takes = 0};
  try {
    ask_in_parts(story(1000), 0, model.asks());
    FAIL("it took something");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_LIMIT);
    CHECK_THAT(error.what(), Catch::Contains("not even"));
  }
  CHECK(model.refusals < 24);
}

TEST_CASE("shortening keeps whole sentences, or as many characters as fit of the first") {
  CHECK(shorten_text("The ferry left. The quay is empty.", 18) == "The ferry left.");
  CHECK(shorten_text("The ferry left.", 100) == "The ferry left.");
  CHECK(shorten_text("渡轮开走了", 4) == "渡轮");
}
