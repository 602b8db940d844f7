// SPDX-License-Identifier: Apache-2.0
/// Tests of databases: SQLite's own shell reads them back.
#include <catch2/catch.hpp>

#include "search_text.hpp"
#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/stage_harness.hpp"
#include "weft/error.hpp"

namespace {

using weft::StoredDocument;
using weft::test::bilingual;
using weft::test::Folder;
using weft::test::StageHarness;
using weft::test::StageOptions;

std::string exported(const std::vector<StoredDocument*>& documents, StageOptions options = {}) {
  options.emplace_back("to", "corpus.sqlite");
  return StageHarness("export_sqlite", options).export_all(documents);
}

/// What SQLite's shell answers, fields between bars.
class Database {
 public:
  explicit Database(const std::string& bytes) { folder_.write("corpus.sqlite", bytes); }

  std::string ask(const std::string& sql) const {
    const auto answer =
        weft::test::run_program({"sqlite3", "-batch", folder_.path("corpus.sqlite"), sql});
    CHECK(answer.err.empty());
    return answer.out;
  }
  std::string find(const std::string& match) const {
    return ask(
        "SELECT text FROM passage WHERE id IN (SELECT rowid FROM search WHERE search MATCH '" +
        match + "') ORDER BY id");
  }

 private:
  Folder folder_;
};

StoredDocument ferry() {
  return bilingual("news/ferry.txt",
                   {{{"The ferry left at noon."}, {"渡船中午离开了港口。"}, 0.95},
                    {{"In 2021 it sank."}, {"它2001年沉了。"}, 0.9, "number: 2021 / 2001"},
                    {{"Alone."}, {}, 0}});
}

}  // namespace

TEST_CASE("SQLite finds the database sound, with every document, sentence, link and pair") {
  StoredDocument first = ferry();
  StoredDocument second = bilingual("b.txt", {{{"It rained.", "We stayed."}, {"下雨了。"}, 0.5}});
  const Database database(exported({&first, &second}));
  CHECK(database.ask("PRAGMA integrity_check") == "ok\n");
  CHECK(database.ask("PRAGMA foreign_key_check").empty());
  CHECK(database.ask("PRAGMA user_version") == "1\n");
  CHECK(database.ask("SELECT id, name FROM document ORDER BY id") == "1|news/ferry.txt\n2|b.txt\n");
  CHECK(database.ask("SELECT count(*) FROM span WHERE type = 'sentence'") == "8\n");
  CHECK(database.ask("SELECT count(*) FROM link WHERE type = 'bead'") == "4\n");
  CHECK(
      database.ask("SELECT document, source_text, target_text, score, findings FROM translation") ==
      "news/ferry.txt|The ferry left at noon.|渡船中午离开了港口。|0.95|\n"
      "news/ferry.txt|In 2021 it sank.|它2001年沉了。|0.9|number: 2021 / 2001\n"
      "b.txt|It rained. We stayed.|下雨了。|0.5|\n");
  // Offsets lead to the same text.
  CHECK(database.ask("SELECT count(*) FROM span JOIN view ON view.document = span.document AND "
                     "view.number = span.view WHERE span.text <> CAST(substr(CAST(view.text AS "
                     "BLOB), \"begin\" + 1, \"end\" - \"begin\") AS TEXT)") == "0\n");
}

TEST_CASE("words of one and two Chinese characters are found, longer ones as a phrase") {
  StoredDocument document = ferry();
  const Database database(exported({&document}));
  const std::string left = "渡船中午离开了港口。\n";
  CHECK(database.find("船") == left);
  CHECK(database.find("渡船") == left);
  CHECK(database.find("港口") == left);
  CHECK(database.find("\"渡 船 中 午\"") == left);
  CHECK(database.find("船渡").empty());
  CHECK(database.find("午开").empty());
  CHECK(database.find("FERRY") == "The ferry left at noon.\n");
  CHECK(database.find("noon OR 沉") == "The ferry left at noon.\n它2001年沉了。\n");
}

TEST_CASE("text is split where its script puts no blanks, and nowhere else") {
  weft::SearchText text;
  text.read("AI芯片 café、東京タワー");
  CHECK(text.words == "AI 芯  片  café、 東  京  タ  ワ  ー ");
  CHECK(text.two == "芯片 東京 京タ タワ ワー ");
  text.read("");
  CHECK(text.words.empty());
  CHECK(text.two.empty());
}

TEST_CASE("hostile text comes back byte for byte, and its pair cleaned as in every exporter") {
  const std::string hostile = weft::test::hostile_line();
  StoredDocument document =
      bilingual("o'brien; DROP TABLE document.txt", {{{hostile}, {"'); 甲乙"}, 0.5, hostile}});
  Folder folder;
  folder.write("text", hostile);
  const Database database(exported({&document}));
  CHECK(database.ask("PRAGMA integrity_check") == "ok\n");
  CHECK(
      database.ask("SELECT count(*) FROM span WHERE type = 'sentence' AND text = CAST(readfile('" +
                   folder.path("text") + "') AS TEXT)") == "1\n");
  CHECK(database.ask("SELECT source_text FROM pair") == weft::test::hostile_line_cleaned() + "\n");
  CHECK(database.ask("SELECT name FROM document") == "o'brien; DROP TABLE document.txt\n");
}

TEST_CASE("runs repeated give the same bytes, and the options choose among pairs") {
  StoredDocument document = ferry();
  const std::string bytes = exported({&document});
  CHECK(bytes == exported({&document}));
  const StageOptions strict = {{"findings", "drop"}, {"lang-map", "zh-Hans=zh-CN"}};
  const Database database(exported({&document}, strict));
  CHECK(database.ask("SELECT target_language, target_text FROM pair") ==
        "zh-CN|渡船中午离开了港口。\n");
  CHECK(Database(exported({})).ask("SELECT count(*) FROM document") == "0\n");
  CHECK_THROWS_AS(exported({&document}, {{"lang-map", "zh-Hans=zh_CN"}}), weft::Error);
}

TEST_CASE(
    "a document that another exporter fails on leaves no row, and the next take its numbers") {
  StoredDocument first = ferry();
  StoredDocument refused = bilingual("bad.txt", {{{"The bridge fell."}, {"桥塌了。"}, 0.8}});
  StoredDocument last = bilingual("b.txt", {{{"The bridge fell."}, {"桥塌了。"}, 0.7}});
  const StageOptions options{{"to", "corpus.sqlite"}, {"duplicates", "drop"}};
  const Database with(
      StageHarness("export_sqlite", options).export_all({&first, &refused, &last}, &refused));
  const Database without(StageHarness("export_sqlite", options).export_all({&first, &last}));
  CHECK(with.ask("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n");
  for (const char* table :
       {"document", "source", "view", "span", "link", "link_end", "attribute", "pair"}) {
    const std::string all = std::string("SELECT * FROM ") + table + " ORDER BY 1, 2";
    CHECK(with.ask(all) == without.ask(all));
  }
  CHECK(with.ask("INSERT INTO search(search) VALUES ('integrity-check')").empty());
  CHECK(with.find("bridge") == "The bridge fell.\n");
  CHECK(with.find("\"桥 塌\"") == "桥塌了。\n");
}
