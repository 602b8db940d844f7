// SPDX-License-Identifier: Apache-2.0
/// Both layouts of documents made by hand.
#include <catch2/catch.hpp>
#include <string>

#include "layout.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

using namespace weft;
using namespace weft::test;

namespace {

std::string export_of(const std::vector<StoredDocument*>& documents, const StageOptions& options) {
  return StageHarness("export_text", options).export_all(documents);
}

/// Interleaved, split into two views, aligned and summarized.
StoredDocument bilingual() {
  DocumentBuilder builder("pier.html");
  const std::string english = "The pier is new. It is long.";
  const std::string chinese = "码头是新的。它很长。";
  const std::string text = "The *new* pier\nBuilt in nine months\n" + english + "\n" + chinese +
                           "\nA boat at the pier\nCosts\n1. Wood\n# Nails &amp snake_case\n"
                           "Nobody paid,\nshe _said_.\na  = 1;\nSubscribe!";
  builder.source("pier.html", text);
  const weft_id base = builder.view("text", "mul", text);
  builder.span("title", base, "The *new* pier");
  builder.span("deck", base, "Built in nine months");
  const weft_id left = builder.span("paragraph", base, english);
  const weft_id right = builder.span("paragraph", base, chinese);
  builder.span("caption", base, "A boat at the pier");
  builder.span("heading", base, "Costs");
  const std::size_t list_at = text.find("1. Wood");
  const weft_id list = builder.span("list", base, list_at, text.find("\nNobody"));
  builder.span("list-item", base, list_at, list_at + 7, list);
  builder.span("list-item", base, list_at + 8, text.find("\nNobody"), list);
  builder.span("quote", base, "Nobody paid,\nshe _said_.");
  builder.span("code", base, "a  = 1;");
  builder.span("boilerplate", base, "Subscribe!");
  builder.metadata("title", "The *new* pier");
  builder.metadata("author", "Ada Pier");
  builder.metadata("author", "Lin Harbour");
  builder.metadata("date-published", "2026-05-01");
  builder.metadata("url", "https://example.org/pier_1");
  const auto begin = [&](const std::string& part) { return text.find(part); };
  const weft_id en =
      builder.derived_view("en", "en", english, base,
                           {{begin(english), 0, static_cast<std::uint32_t>(english.size()), 1, 1}});
  const weft_id zh =
      builder.derived_view("zh", "zh-Hans", chinese, base,
                           {{begin(chinese), 0, static_cast<std::uint32_t>(chinese.size()), 1, 1}});
  const weft_id a = builder.span("sentence", en, 0, 16);
  const weft_id b = builder.span("sentence", zh, 0, 18);
  builder.link("bead", {{a, "source"}, {b, "target"}}, 1);
  builder.link("summary", {{a, "evidence"}}, 1);
  CHECK(left != right);
  return builder.build();
}

}  // namespace

TEST_CASE("Markdown shows title, facts, summary with translation, and the body in both languages") {
  StoredDocument document = bilingual();
  const std::string out = export_of({&document}, {{"to", "{stem}.md"}});
  CHECK(out == read_file(std::string(WEFT_TESTDATA) + "/expected.md"));
}

TEST_CASE("key phrases are among the facts, and a headline stands in for a title") {
  DocumentBuilder builder("pier.txt");
  const weft_id view = builder.view("text", "en", "The pier is new.");
  builder.span("paragraph", view, "The pier is new.");
  builder.metadata("keyphrase", "pier");
  builder.metadata("keyphrase", "harbour fund");
  builder.metadata("headline", "A new pier");
  StoredDocument document = builder.build();
  CHECK(export_of({&document}, {{"to", "{stem}.md"}}) ==
        "# A new pier\n\n- Key phrases: pier, harbour fund\n\nThe pier is new.\n");
}

TEST_CASE("a summary in both languages is shown once, each bead with its translation") {
  DocumentBuilder builder("pier");
  const weft_id en = builder.view("en", "en", "The pier is new. It is long. It costs.");
  const weft_id zh = builder.view("zh", "zh", "码头又新又长。它要花钱。");
  const weft_id a = builder.span("sentence", en, 0, 16);
  const weft_id b = builder.span("sentence", en, 17, 28);
  const weft_id c = builder.span("sentence", en, 29, 38);
  const weft_id x = builder.span("sentence", zh, 0, 21);
  const weft_id y = builder.span("sentence", zh, 21, 36);
  builder.link("bead", {{a, "source"}, {b, "source"}, {x, "target"}}, 1);
  builder.link("bead", {{c, "source"}, {y, "target"}}, 1);
  builder.link("summary", {{a, "evidence"}, {b, "evidence"}, {c, "evidence"}}, 1);
  builder.link("summary", {{x, "evidence"}, {y, "evidence"}}, 1);
  StoredDocument document = builder.build();
  const std::string out = export_of({&document}, {{"to", "{stem}.md"}});
  CHECK(out.find(
            "- The pier is new. It is long.\n\n  码头又新又长。\n- It costs.\n\n  它要花钱。\n") !=
        std::string::npos);
  const auto first = out.find("码头又新又长。");
  CHECK(out.find("- 码头", first) == std::string::npos);
}

TEST_CASE("plain text is wrapped at the width, wide characters taking two columns") {
  StoredDocument document = plain_document(
      "a.txt", "zh", {"河水在夜里上涨，渡轮停在码头。", "one two three four five six seven"});
  const std::string out = export_of({&document}, {{"to", "{id}.txt"}, {"width", "20"}});
  CHECK(out ==
        "a.txt\n=====\n\n河水在夜里上涨，渡轮\n停在码头。\n\none two three four\nfive six seven\n");
  const std::string whole = export_of({&document}, {{"to", "{id}.txt"}, {"width", "0"}});
  CHECK(whole.find("one two three four five six seven\n") != std::string::npos);
}

TEST_CASE("a text that was repaired is written as repaired") {
  const std::string mended = "The café opened.";
  DocumentBuilder builder("a.txt");
  builder.source("a.txt", "The cafÃ© opened.");
  const weft_id base = builder.view("text", "en", "The cafÃ© opened.");
  builder.span("paragraph", base, "The cafÃ© opened.");
  const weft_id clean = builder.derived_view("clean", "en", mended, base,
                                             {{0, 0, 7, 1, 1}, {7, 7, 1, 2, 4}, {11, 9, 8, 1, 1}});
  const weft_id block = builder.span("paragraph", clean, mended);
  builder.link("summary", {{builder.span("sentence", clean, 0, mended.size(), block), "evidence"}},
               1);
  StoredDocument document = builder.build();
  const std::string out = export_of({&document}, {{"to", "{id}.txt"}});
  CHECK(out.find("Ã") == std::string::npos);
  CHECK(out.rfind(mended) > out.find(mended));  // in the summary and in the body
}

TEST_CASE("a rule stands behind each document of a shared file, none in a file of its own") {
  StoredDocument a = plain_document("a.txt", "en", {"First."});
  StoredDocument b = plain_document("b.txt", "en", {"Second."});
  CHECK(export_of({&a, &b}, {{"to", "all.md"}}) ==
        "# a.txt\n\nFirst.\n\n---\n\n# b.txt\n\nSecond.\n\n---\n\n");
  CHECK(export_of({&a}, {{"to", "{id}.md"}}) == "# a.txt\n\nFirst.\n");
}

TEST_CASE("the format follows the ending of the output unless it is said") {
  StoredDocument a = plain_document("a.txt", "en", {"Say *so*."});
  CHECK(export_of({&a}, {{"to", "{id}.txt"}}).find("*so*") != std::string::npos);
  CHECK(export_of({&a}, {{"to", "{id}.markdown"}}).find("\\*so\\*") != std::string::npos);
  CHECK(export_of({&a}, {{"to", "{id}.txt"}, {"format", "markdown"}}).starts_with("# a.txt"));
}

TEST_CASE("two files that translate each other are read paragraph by paragraph") {
  DocumentBuilder builder("pair");
  const weft_id en = builder.view("en.text", "en", "One.\nTwo.");
  const weft_id zh = builder.view("zh.text", "zh", "零。\n一。\n二。");
  const weft_id one = builder.span("paragraph", en, "One.");
  const weft_id two = builder.span("paragraph", en, "Two.");
  const weft_id zero = builder.span("paragraph", zh, "零。");
  const weft_id yi = builder.span("paragraph", zh, "一。");
  const weft_id er = builder.span("paragraph", zh, "二。");
  const weft_id s1 = builder.span("sentence", en, 0, 4, one);
  const weft_id s2 = builder.span("sentence", en, 5, 9, two);
  const weft_id t0 = builder.span("sentence", zh, 0, 6, zero);
  const weft_id t1 = builder.span("sentence", zh, 7, 13, yi);
  const weft_id t2 = builder.span("sentence", zh, 14, 20, er);
  builder.link("bead", {{t0, "target"}}, 0);
  builder.link("bead", {{s1, "source"}, {t1, "target"}}, 1);
  builder.link("bead", {{s2, "source"}, {t2, "target"}}, 1);
  StoredDocument document = builder.build();
  CHECK(export_of({&document}, {{"to", "{id}.md"}}) ==
        "# pair\n\n零。\n\nOne.\n\n一。\n\nTwo.\n\n二。\n");
}

TEST_CASE("what would be Markdown is escaped, and only that") {
  CHECK(escape_markdown("a*b `c` [d](e) <f> g_h _i_") ==
        "a\\*b \\`c\\` \\[d\\](e) \\<f> g_h \\_i\\_");
  CHECK(escape_markdown("# no heading") == "\\# no heading");
  CHECK(escape_markdown("- no item") == "\\- no item");
  CHECK(escape_markdown("2026. A year") == "2026\\. A year");
  CHECK(escape_markdown("3.5 percent, A & B, ~5") == "3.5 percent, A & B, ~5");
  CHECK(escape_markdown("&lt; C:\\x") == "\\&lt; C:\\\\x");
}

TEST_CASE("control characters never reach the reader") {
  StoredDocument document = plain_document("a.txt", "en", {"red \x1b[31malert\x07"});
  const std::string out = export_of({&document}, {{"to", "a.txt"}});
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\x07') == std::string::npos);
}
