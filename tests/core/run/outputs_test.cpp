// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>

#include "core/run/output_file.hpp"
#include "core/run/output_name.hpp"
#include "core/run/settle.hpp"
#include "core/run/spool.hpp"
#include "tests/support/document_builder.hpp"
#include "tests/support/program.hpp"
#include "weft/error.hpp"

using weft::fill_document;
using weft::OutputFile;
using weft::test::Folder;

TEST_CASE("an output appears only when it is committed and replaces what was there in one step") {
  const Folder folder;
  folder.write("out/a.txt", "old");
  {
    OutputFile file(folder.path("out/a.txt"));
    file.append("new");
    CHECK(folder.read("out/a.txt") == "old");
  }
  CHECK(folder.read("out/a.txt") == "old");
  {
    OutputFile file(folder.path("out/a.txt"));
    file.append("new");
    file.commit();
  }
  CHECK(folder.read("out/a.txt") == "new");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("out")), {}) == 1);
}

TEST_CASE("an output whose folder cannot be made is an error that names it") {
  const Folder folder;
  folder.write("file", "x");
  CHECK_THROWS_WITH(OutputFile(folder.path("file/a.txt")), Catch::Contains("file/a.txt"));
  CHECK_THROWS_WITH(OutputFile(folder.path()), Catch::Contains("is a folder"));
}

TEST_CASE("an output never takes the place of a device or a pipe") {
  const Folder folder;
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(OutputFile(folder.path("pipe")), Catch::Contains("is no file"));
  CHECK(std::filesystem::is_fifo(folder.path("pipe")));
}

TEST_CASE("folders made for outputs that never came go again, and only those") {
  const Folder folder;
  std::filesystem::create_directories(folder.path("there"));
  {
    weft::MadeFolders made;
    OutputFile kept(folder.path("out/deep/kept.txt"), &made);
    const OutputFile dropped(folder.path("out/deep/er/dropped.txt"), &made);
    const OutputFile beside(folder.path("there/new/dropped.txt"), &made);
    kept.commit();
  }
  CHECK(std::filesystem::exists(folder.path("out/deep/kept.txt")));
  CHECK_FALSE(std::filesystem::exists(folder.path("out/deep/er")));
  CHECK(std::filesystem::is_empty(folder.path("there")));
}

TEST_CASE("placeholders are filled and no document can name a place outside the output folder") {
  weft::StoredDocument document("news/a.tar.gz");
  CHECK(fill_document("x/{stem}.md", &document) == "x/news/a.tar.md");
  CHECK(fill_document("{id}.json", &document) == "news/a.tar.gz.json");
  CHECK(fill_document("{lang}.txt", &document) == "und.txt");
  document.id = "../../etc/passwd";
  CHECK(fill_document("{id}", &document) == "_../_../etc/passwd");
  document.id = "/abs//x:y*z";
  CHECK(fill_document("{id}", &document) == "_/abs/_/x_y_z");
  CHECK(weft::fill_part("pairs.{part}", "en") == "pairs.en");
}

TEST_CASE("a long name is cut between characters") {
  std::string name;
  for (int i = 0; i < 80; ++i)
    name += "長";
  weft::StoredDocument document(name + ".txt");
  const std::string cut = fill_document("{stem}", &document);
  CHECK(cut == name.substr(0, 198));
}

TEST_CASE("a group stands where its first member stood and members that are not kept are gone") {
  std::vector<std::size_t> consumed;
  const auto entries = weft::arrange(5, {{{3, 1}, "pair", false}, {{0, 4}, "digest", true}},
                                     [&](std::size_t member) { consumed.push_back(member); });
  std::vector<std::string> order;
  for (const auto& entry : entries) {
    order.push_back(entry.group_id.empty() ? std::to_string(entry.members.front())
                                           : entry.group_id);
  }
  CHECK(order == std::vector<std::string>{"digest", "0", "pair", "2", "4"});
  CHECK(consumed == std::vector<std::size_t>{3, 1});
}

TEST_CASE("a spool gives back what was put in, in any order, and leaves no file behind") {
  const Folder folder;
  weft::Spool spool(folder.path());
  CHECK(spool.append("first") == 0);
  CHECK(spool.append("") == 1);
  CHECK(spool.append(std::string(100000, 'x')) == 2);
  CHECK(spool.read(2) == std::string(100000, 'x'));
  CHECK(spool.read(0) == "first");
  CHECK(spool.read(1).empty());
  CHECK(std::filesystem::is_empty(folder.path()));
}
