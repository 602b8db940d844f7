// SPDX-License-Identifier: Apache-2.0
/// Archives that are well, and archives that lie.
#include <zip.h>
#include <weft/error.hpp>

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "weft/zip/archive.hpp"
#include "weft/zip/block_builder.hpp"
#include "weft/zip/properties.hpp"
#include "weft/zip/zip_writer.hpp"

namespace {

using weft::ZipArchive;
using weft::ZipLimits;
using Members = std::vector<std::pair<std::string, std::string>>;

/// An archive made by libzip; a password encrypts all members.
std::string zipped(const Members& members, int method = ZIP_CM_DEFLATE,
                   const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  REQUIRE(target != nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(zip != nullptr);
  for (const auto& [name, content] : members) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t at = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    REQUIRE(at >= 0);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(at), method, 0);
    if (password != nullptr)
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
  }
  REQUIRE(zip_close(zip) == 0);
  zip_stat_t stat;
  REQUIRE(zip_source_stat(target, &stat) == 0);
  std::string out(stat.size, '\0');
  REQUIRE(zip_source_open(target) == 0);
  REQUIRE(zip_source_read(target, out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

/// The status and message of what `step` throws.
template <class Step>
std::pair<weft_status, std::string> thrown(Step step) {
  try {
    step();
  } catch (const weft::Error& error) {
    return {error.status(), error.what()};
  }
  return {WEFT_OK, ""};
}

void put(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i)
    bytes[at + i] = static_cast<char>(value >> (8 * i));
}

TEST_CASE("Members are read whole, by the name they have or nearly have", "[zip]") {
  const std::string bytes = zipped({{"word/document.xml", "<a/>"}, {"b\\c.TXT", "second"}});
  ZipArchive archive(bytes);
  CHECK(archive.names() == std::vector<std::string>{"word/document.xml", "b\\c.TXT"});
  CHECK(archive.read("word/document.xml") == "<a/>");
  CHECK(archive.read("/Word/Document.XML") == "<a/>");
  CHECK(archive.read("./b/c.txt") == "second");
  CHECK_FALSE(archive.has("b"));
  const auto [status, message] = thrown([&] { (void)archive.read("absent.xml"); });
  CHECK(status == WEFT_E_INPUT);
  CHECK(message == "the archive has no member absent.xml");
}

TEST_CASE("What is no whole archive is refused with the reason", "[zip]") {
  const std::string whole = zipped({{"a", std::string(5000, 'x')}});
  const std::string junk(1000, 'j');
  for (const std::string& bytes :
       {std::string(), std::string("PK"), junk, whole.substr(0, whole.size() - 30)}) {
    const auto [status, message] = thrown([&] { ZipArchive archive(bytes); });
    CHECK(status == WEFT_E_INPUT);
    CHECK(message.find(bytes.empty() ? "empty" : "cut off or damaged") != std::string::npos);
  }
}

TEST_CASE("A member that is damaged or of another size than claimed is refused", "[zip]") {
  std::string bytes = zipped({{"a.xml", std::string(5000, 'x') + "end"}}, ZIP_CM_STORE);
  SECTION("another byte") {
    bytes[100] = 'y';
  }
  SECTION("a smaller size in the directory") {
    const std::size_t entry = bytes.rfind("PK\x01\x02");
    put(bytes, entry + 24, 100);
  }
  SECTION("a bigger size in the directory") {
    const std::size_t entry = bytes.rfind("PK\x01\x02");
    put(bytes, entry + 24, 2000000000);
  }
  const auto [status, message] = thrown([&] {
    ZipArchive archive(bytes);
    (void)archive.read("a.xml");
  });
  CHECK(status != WEFT_OK);
  CHECK((message.starts_with("a.xml: ") || message.starts_with("no whole zip archive")));
}

TEST_CASE("Bombs are stopped by total, by ratio and by count", "[zip]") {
  const std::string bytes = zipped({{"zeros", std::string(40'000'000, '\0')}, {"b", "b"}});
  CHECK(bytes.size() < 100'000);
  const auto refusal = [&](const ZipLimits& limits) {
    return thrown([&] {
      ZipArchive archive(bytes, limits);
      (void)archive.read("zeros");
    });
  };
  CHECK(refusal({}).first == WEFT_E_LIMIT);
  CHECK(refusal({}).second.find("200 times") != std::string::npos);
  CHECK(refusal({.total = 1U << 20U, .ratio = 100000}).second.find("more than 1 MiB") !=
        std::string::npos);
  CHECK(refusal({.ratio = 100000}).first == WEFT_OK);
  CHECK(refusal({.members = 1}).first == WEFT_E_LIMIT);
}

TEST_CASE("The total counts all members together, and members twice as often as they are read",
          "[zip]") {
  const std::string bytes = zipped({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}});
  ZipArchive archive(bytes, {.total = 1000});
  CHECK(archive.read("a").size() == 600);
  CHECK(thrown([&] { (void)archive.read("b"); }).first == WEFT_E_LIMIT);
}

TEST_CASE("Encrypted members and rare methods are named", "[zip]") {
  const std::string secret = zipped({{"a.xml", "<a/>"}}, ZIP_CM_DEFLATE, "word");
  const auto [status, message] = thrown([&] { (void)ZipArchive(secret).read("a.xml"); });
  CHECK(status == WEFT_E_UNSUPPORTED);
  CHECK(message == "a.xml: encrypted; save the file again without a password");
  const std::string rare = zipped({{"a.xml", std::string(5000, 'x')}}, ZIP_CM_BZIP2);
  CHECK(thrown([&] { (void)ZipArchive(rare).read("a.xml"); }).first == WEFT_E_UNSUPPORTED);
}

TEST_CASE("The first bytes of an archive tell its members and its mimetype", "[zip]") {
  const std::string bytes = zipped(
      {{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", "<c/>"}}, ZIP_CM_STORE);
  CHECK(weft::zip_mimetype(bytes) == "application/epub+zip");
  CHECK(weft::zip_names_in(bytes.substr(0, 120)) ==
        std::vector<std::string_view>{"mimetype", "META-INF/container.xml"});
  CHECK(weft::zip_mimetype("PK\x03\x04").empty());
  CHECK(weft::zip_names_in("no zip, though PK stands in it").empty());
}

TEST_CASE("Paths are resolved inside the archive and never leave it", "[zip]") {
  using weft::resolve_member;
  CHECK(resolve_member("OEBPS/content.opf", "text/ch%201.xhtml#top") == "OEBPS/text/ch 1.xhtml");
  CHECK(resolve_member("OEBPS/a/b.xhtml", "../c.xhtml") == "OEBPS/c.xhtml");
  CHECK(resolve_member("a/b", "../../../../etc/passwd") == "etc/passwd");
  CHECK(resolve_member("word/document.xml", "/word/styles.xml") == "word/styles.xml");
  CHECK(resolve_member("", "100%.xml") == "100%.xml");
}

TEST_CASE("An archive that is made is read back whole, in order, and is the same every time",
          "[zip]") {
  const std::vector<weft::ZipMember> members{{"mimetype", "text/plain", true},
                                             {"a/渡轮.txt", std::string(50000, 'x'), false},
                                             {"empty", "", false}};
  const std::string bytes = weft::zip_archive(members);
  CHECK(bytes == weft::zip_archive(members));
  CHECK(bytes.size() < 2000);
  CHECK(weft::zip_mimetype(bytes) == "text/plain");
  ZipArchive archive(bytes);
  CHECK(archive.names() == std::vector<std::string>{"mimetype", "a/渡轮.txt", "empty"});
  CHECK(archive.read("a/渡轮.txt") == members[1].content);
  CHECK(archive.read("empty").empty());
}

TEST_CASE("Properties that programs write are no title, no author and no date", "[zip]") {
  for (const char* junk : {"Untitled", "文档1", "Microsoft Word - a.doc", "report_final.docx", "12",
                           "新建 Microsoft Word 文档 (2)", "  "})
    CHECK(weft::plausible_title(junk) == "");
  CHECK(weft::plausible_title(" The  Lighthouse\n") == "The Lighthouse");
  for (const char* junk : {"Administrator", "微软用户", "user", "User 1", "jsmith", "python-docx",
                           "Windows 用户", "a@example.org", "HP", "CORP\\jane"})
    CHECK(weft::plausible_people(junk).empty());
  CHECK(weft::plausible_people("Lin Wan; 王五、Administrator") ==
        std::vector<std::string>{"Lin Wan", "王五"});
  CHECK(weft::plausible_date("2024-05-03T08:15:30Z") == "2024-05-03T08:15:30Z");
  CHECK(weft::plausible_date("2024-05-03T08:15:30.123456789+08:00") == "2024-05-03T08:15:30+08:00");
  CHECK(weft::plausible_date("2024-05") == "2024-05");
  CHECK(weft::plausible_date("2024-05-03T00:00:00Z") == "2024-05-03");
  for (const char* junk : {"0101-01-01T00:00:00+00:00", "1601-01-01T00:00:00Z", "May 2024",
                           "05/03/2024", "2024/05/03", "20240503", ""})
    CHECK(weft::plausible_date(junk) == "");
}

TEST_CASE("cells of a table know their row and column") {
  weft::BlockBuilder builder;
  builder.open_table();
  for (const std::vector<std::string>& row :
       {std::vector<std::string>{"port", "ships"}, std::vector<std::string>{"", "seven"}}) {
    builder.open_row();
    for (const std::string& cell : row) {
      builder.open_cell();
      builder.text(cell);
      builder.close_cell();
    }
  }
  builder.close_table();
  std::vector<std::string> places;
  for (const weft::Block& block : builder.finish().blocks)
    places.push_back(std::to_string(block.row) + "/" + std::to_string(block.column) + " " +
                     block.text);
  CHECK(places == std::vector<std::string>{"1/1 port", "1/2 ships", "2/2 seven"});
}

}  // namespace
