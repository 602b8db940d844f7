// SPDX-License-Identifier: Apache-2.0
/// Tests of pairing by file name.
#include <catch2/catch.hpp>

#include "name_pattern.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::plain_document;
using weft::test::StageHarness;
using weft::test::values_of;

std::vector<StoredDocument> corpus_of(const std::vector<std::string>& ids) {
  std::vector<StoredDocument> out;
  for (const std::string& id : ids)
    out.push_back(plain_document(id, "", {"The text of " + id}));
  return out;
}

std::vector<std::string> paired(const std::vector<std::string>& ids,
                                const weft::test::StageOptions& options = {}) {
  std::vector<std::string> out;
  StageHarness stage("align_documents", options);
  for (const StoredDocument& document : stage.corpus(corpus_of(ids)))
    out.push_back(document.id);
  return out;
}

std::string view_name(const weft_view& view) {
  return {view.name.data, view.name.size};
}
std::string view_lang(const weft_view& view) {
  return {view.lang.data, view.lang.size};
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("files of one stem and two languages become one document, others go on alone") {
  CHECK(paired({"a.txt", "news/foo.en.txt", "news/foo.zh.txt", "news/other.en.txt", "z.zh.txt"}) ==
        Ids{"a.txt", "news/foo.en+zh.txt", "news/other.en.txt", "z.zh.txt"});
}

TEST_CASE("folders named by language are paired, with folders before them") {
  CHECK(paired({"en/a.txt", "web/en/deep/b.html", "web/zh/deep/b.html", "zh/a.txt"}) ==
        Ids{"en+zh/a.txt", "web/en+zh/deep/b.html"});
}

TEST_CASE("a file in a folder of another name is no partner") {
  CHECK(paired({"one/en/a.txt", "two/zh/a.txt"}) == Ids{"one/en/a.txt", "two/zh/a.txt"});
  CHECK(paired({"one/a.en.txt", "two/a.zh.txt"}) == Ids{"one/a.en.txt", "two/a.zh.txt"});
}

TEST_CASE("language tags match by range, in any case, with underscores") {
  CHECK(paired({"a.EN.txt", "a.zh_hant.txt"}) == Ids{"a.en+zh-Hant.txt"});
  CHECK(paired({"a.de.txt", "a.zh.txt"}) == Ids{"a.de.txt", "a.zh.txt"});
  CHECK(paired({"a.de.txt", "a.fr-CA.txt"}, {{"languages", "fr, de"}}) == Ids{"a.fr-CA+de.txt"});
}

TEST_CASE("records go with the record of the same number") {
  CHECK(paired({"a.en.jsonl#1", "a.en.jsonl#2", "a.zh.jsonl#2", "a.zh.jsonl#3"}) ==
        Ids{"a.en.jsonl#1", "a.en+zh.jsonl#2", "a.zh.jsonl#3"});
}

TEST_CASE("of several files of one language the one of the partner's type is taken") {
  CHECK(paired({"a.en.html", "a.en.txt", "a.zh.txt"}) == Ids{"a.en.html", "a.en+zh.txt"});
}

TEST_CASE("three languages make one document of three views") {
  CHECK(paired({"a.de.txt", "a.en.txt", "a.zh.txt"}, {{"languages", "en, zh, de"}}) ==
        Ids{"a.en+zh+de.txt"});
}

TEST_CASE("a pair's id never equals another document's") {
  CHECK(paired({"a.en+zh.txt", "a.en.txt", "a.zh.txt"}) == Ids{"a.en+zh.txt", "a.en+zh.txt+"});
}

TEST_CASE("views are named by language and take the language of the file's name") {
  StageHarness stage("align_documents");
  const auto corpus = stage.corpus(corpus_of({"a.en.txt", "a.zh-Hans.txt"}));
  REQUIRE(corpus.size() == 1);
  const StoredDocument& made = corpus.front();
  REQUIRE(made.views.size() == 2);
  CHECK(view_name(made.views[0]) == "en.text");
  CHECK(view_lang(made.views[0]) == "en");
  CHECK(view_name(made.views[1]) == "zh-Hans.text");
  CHECK(view_lang(made.views[1]) == "zh-Hans");
  CHECK(weft::test::texts_of(made, "paragraph") ==
        Ids{"The text of a.en.txt", "The text of a.zh-Hans.txt"});
  CHECK(values_of(made, "layout") == Ids{"paired-files"});
  CHECK(values_of(made, "language") == Ids{"mul"});
  CHECK(values_of(made, "languages") == Ids{"en", "zh-Hans"});
}

TEST_CASE("a text in another language than its name says keeps its own, and the name's is noted") {
  std::vector<StoredDocument> documents;
  documents.push_back(plain_document("a.en.txt", "en", {"English text."}));
  documents.push_back(plain_document("a.zh.txt", "fr", {"Du texte."}));
  const auto corpus = StageHarness("align_documents").corpus(std::move(documents));
  REQUIRE(corpus.size() == 1);
  CHECK(view_lang(corpus[0].views[1]) == "fr");
  CHECK(values_of(corpus[0], "declared-language", WEFT_ON_VIEW, 2) == Ids{"zh"});
  CHECK(values_of(corpus[0], "declared-language", WEFT_ON_VIEW, 1).empty());
}

TEST_CASE("titles are kept per language, agreed metadata moves to the whole") {
  std::vector<StoredDocument> documents;
  const std::vector<Ids> rows{{"en", "The Ferry", "Ada Quill"}, {"zh", "渡船", "阿达"}};
  for (const Ids& row : rows) {
    weft::test::DocumentBuilder builder("ferry." + row[0] + ".txt");
    builder.view("text", row[0], row[1]);
    builder.metadata("title", row[1]);
    builder.metadata("author", row[2]);
    builder.metadata("date-published", "2024-02-03");
    documents.push_back(builder.build());
  }
  const auto corpus = StageHarness("align_documents").corpus(std::move(documents));
  REQUIRE(corpus.size() == 1);
  CHECK(values_of(corpus[0], "title") == Ids{"The Ferry", "渡船"});
  CHECK(values_of(corpus[0], "title", WEFT_ON_VIEW, 2) == Ids{"渡船"});
  CHECK(values_of(corpus[0], "author").empty());
  CHECK(values_of(corpus[0], "author", WEFT_ON_VIEW, 1) == Ids{"Ada Quill"});
  CHECK(values_of(corpus[0], "date-published") == Ids{"2024-02-03"});
}

TEST_CASE("a document that is alone is passed on with the reason") {
  StageHarness stage("align_documents", {{"by", "name"}});
  StoredDocument plain = plain_document("a.txt", "en", {"Alone."});
  CHECK(stage.process(plain).message == "its name holds no language");
  StoredDocument half = plain_document("a.en.txt", "en", {"Alone."});
  CHECK(stage.process(half).message == "no partner of its name");
}

TEST_CASE("a pattern without stem or language is refused") {
  CHECK_THROWS_AS(weft::NamePattern("{stem}.txt"), weft::Error);
  CHECK_THROWS_AS(weft::NamePattern("{lang}/*"), weft::Error);
  CHECK_THROWS_AS(weft::NamePattern("{stem}.{lang}.{lang}"), weft::Error);
}

TEST_CASE("language tags are written the usual way") {
  CHECK(weft::usual_tag("EN") == "en");
  CHECK(weft::usual_tag("ZH_hANS-cn") == "zh-Hans-CN");
}
