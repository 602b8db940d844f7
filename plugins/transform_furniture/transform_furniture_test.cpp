// SPDX-License-Identifier: Apache-2.0
/// transform_furniture over a made-up site with a seed, and over what must stay.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "core/document/name_table.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

/// Sentences of made-up words, so that articles differ as articles do.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  std::string word() {
    static const Texts parts = {"ba", "ke", "li", "mo", "nu", "ra", "so", "ti", "ve", "zu"};
    std::string out;
    for (std::size_t i = 2 + below(2); i > 0; --i)
      out += parts[below(parts.size())];
    return out;
  }
  std::string chinese() {
    static const Texts parts = {"港", "口", "渡", "轮", "早", "晨", "离", "开", "岛", "上",
                                "居", "民", "学", "校", "孩", "子", "天", "气", "风", "雨"};
    std::string out;
    for (std::size_t i = 12 + below(30); i > 0; --i)
      out += parts[below(parts.size())];
    return out + "。";
  }
  std::string sentence() {
    std::string out = word();
    for (std::size_t i = 8 + below(12); i > 0; --i)
      out += " " + word();
    return out + ".";
  }

 private:
  std::mt19937 random_;
};

/// A page of the site: `furniture` says which blocks are.
struct Page {
  Texts blocks;
  std::set<std::size_t> furniture;
  void add(const std::string& text, bool is_furniture) {
    if (is_furniture) furniture.insert(blocks.size());
    blocks.push_back(text);
  }
};

Page make_page(Writer& writer, std::size_t number) {
  Page out;
  const std::string day = std::to_string(1 + writer.below(28));
  out.add("Updated on 2024-03-" + day + " at 10:" + std::to_string(10 + writer.below(50)), true);
  for (std::size_t i = 3 + writer.below(6); i > 0; --i)
    out.add(writer.below(2) == 0 ? writer.sentence() + " " + writer.sentence() : writer.chinese(),
            false);
  // What people say often is no furniture either.
  if (number % 4 != 0) out.add("Yes.", false);
  out.add(writer.sentence(), false);
  out.add("Subscribe to our weekly letter and get " + std::to_string(writer.below(90)) +
              " stories by mail",
          number % 3 != 0);
  if (number % 3 == 0) out.blocks.pop_back();
  out.add("本文仅代表作者观点，与本站无关。如有疑问请在" + day + "日内联系编辑部。", true);
  out.add("The views expressed in this article are those of " + writer.word() +
              " alone and do not represent the position of this paper or of the people who work "
              "for it in any way",
          true);
  return out;
}

StoredDocument document_of(const Page& page, const std::string& id, const std::string& url) {
  StoredDocument out = plain_document(id, "", page.blocks);
  DocumentBuilder builder(id);
  std::string text;
  for (const std::string& block : page.blocks)
    text += (text.empty() ? "" : "\n\n") + block;
  builder.source(id, text);
  const weft_id view = builder.view("text", "", text);
  for (const std::string& block : page.blocks)
    builder.span(WEFT_SPAN_PARAGRAPH, view, block);
  if (!url.empty()) builder.metadata(WEFT_KEY_URL, url);
  return builder.build();
}

/// Indexes of the marked blocks.
std::set<std::size_t> marked(const StoredDocument& document) {
  std::set<std::size_t> out;
  for (std::size_t i = 0; i < document.spans.size(); ++i) {
    if (interned_name(document.spans[i].type) != WEFT_SPAN_BOILERPLATE) continue;
    out.insert(i);
    CHECK(value_of(document, WEFT_KEY_REASON, WEFT_ON_SPAN, document.spans[i].id) ==
          "site-furniture");
  }
  return out;
}

std::vector<StoredDocument> run(std::vector<StoredDocument> documents) {
  return StageHarness("transform_furniture").corpus(std::move(documents));
}

TEST_CASE("a made-up site's furniture is found and its articles are left alone") {
  for (const std::size_t size : {4U, 12U, 60U}) {
    Writer writer(20240501);
    std::vector<Page> pages;
    std::vector<StoredDocument> documents;
    for (std::size_t i = 0; i < size; ++i) {
      pages.push_back(make_page(writer, i));
      documents.push_back(document_of(pages.back(), std::to_string(1000 + i) + ".html",
                                      "https://paper.example/news/" + std::to_string(i)));
    }
    const std::vector<StoredDocument> out = run(std::move(documents));
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::set<std::size_t> found = marked(out[i]);
      for (const std::size_t block : found)
        (pages[i].furniture.count(block) != 0 ? right : wrong) += 1;
      for (const std::size_t block : pages[i].furniture)
        missed += found.count(block) == 0 ? 1U : 0U;
    }
    INFO("site of " << size << ": right " << right << ", wrong " << wrong << ", missed " << missed);
    CHECK(wrong == 0);
    CHECK(static_cast<double>(right) >= 0.85 * static_cast<double>(right + missed));
  }
}

TEST_CASE("an article that a site printed several times is no furniture") {
  Writer writer(7);
  const Page article = make_page(writer, 1);
  std::vector<StoredDocument> documents;
  for (std::size_t i = 0; i < 5; ++i) {
    Page copy = article;
    copy.blocks[1] = writer.sentence();
    documents.push_back(
        document_of(copy, std::to_string(i), "https://paper.example/" + std::to_string(i)));
  }
  for (std::size_t i = 5; i < 8; ++i) {
    Page other;
    for (int block = 0; block < 6; ++block)
      other.add(writer.sentence(), false);
    documents.push_back(document_of(other, std::to_string(i), "https://paper.example/x"));
  }
  for (const StoredDocument& document : run(std::move(documents)))
    CHECK(marked(document).empty());
}

TEST_CASE("blocks on two documents, or on many sites, are no furniture") {
  Writer writer(8);
  std::vector<StoredDocument> documents;
  for (std::size_t i = 0; i < 6; ++i) {
    const Page page = make_page(writer, i + 1);
    documents.push_back(
        document_of(page, std::to_string(i), "https://site" + std::to_string(i / 2) + ".example/"));
  }
  for (const StoredDocument& document : run(std::move(documents)))
    CHECK(marked(document).empty());
}

TEST_CASE("without a URL the folder is the site") {
  Writer writer(9);
  std::vector<StoredDocument> documents;
  for (std::size_t i = 0; i < 4; ++i)
    documents.push_back(document_of(make_page(writer, i + 1), "paper/" + std::to_string(i), ""));
  for (const StoredDocument& document : run(std::move(documents)))
    CHECK(marked(document).size() >= 3);
}

TEST_CASE("titles, headings before content and documents of nothing else stay") {
  Writer writer(10);
  std::vector<StoredDocument> documents;
  const std::string notice = "This page moved to another place; please follow the link to read it";
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string text = notice + "\n\nIngredients\n\n" + writer.sentence();
    DocumentBuilder builder(std::to_string(i));
    builder.source("a", text);
    const weft_id view = builder.view("text", "", text);
    builder.span(WEFT_SPAN_TITLE, view, notice);
    builder.span(WEFT_SPAN_HEADING, view, "Ingredients");
    builder.span(WEFT_SPAN_PARAGRAPH, view, text.substr(text.rfind('\n') + 1));
    documents.push_back(builder.build());
  }
  for (std::size_t i = 5; i < 9; ++i)
    documents.push_back(document_of(Page{{notice}, {}}, std::to_string(i), ""));
  for (const StoredDocument& document : run(std::move(documents)))
    CHECK(marked(document).empty());
}

}  // namespace
}  // namespace weft::test
