// SPDX-License-Identifier: Apache-2.0
/// Records one behind another: whole, harmed, compressed; HTTP bodies in all their codings.
#include "archive.hpp"

#include <catch2/catch.hpp>
#include <weft/error.hpp>

#include <zlib.h>

#include <string>
#include <vector>

#include "content_of.hpp"
#include "plugins/parse_warc/testdata/make_records.hpp"

using namespace weft::warc;
using weft::warc::test::http;
using weft::warc::test::page;
using weft::warc::test::record;

namespace {

constexpr std::uint64_t kLarge = 1U << 20U;

/// bits: 31 gzip, 15 zlib, -15 raw.
std::string deflated(const std::string& text, int bits = 31) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

/// What an archive gives: blocks of records as they are, "! message" for those that are lost.
std::vector<std::string> all(const std::string& file, std::uint64_t max_block = kLarge) {
  Archive archive(file, max_block);
  std::vector<std::string> out;
  while (out.size() < 1000) {
    try {
      const auto record = archive.next();
      if (!record) return out;
      out.push_back(record->too_large ? "(too large)" : std::string(record->block));
    } catch (const weft::Error& error) {
      out.push_back("! " + std::string(error.what()));
    }
  }
  return out;
}

std::string note(const std::string& text) {
  return record("resource", text, "http://a.example/", "text/plain");
}

Content content(const std::string& block, std::size_t cap = kLarge) {
  const std::string file = record("response", block, "<http://a.example/x y>", "application/http");
  Archive archive(file, kLarge);
  static std::string kept;
  const auto one = archive.next();
  kept = one->block;
  Record copy = *one;
  copy.block = kept;
  return content_of(copy, {{"200"}, {}, cap});
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("records follow one another in plain files and in gzip members of any cut") {
  const std::string three = note("one") + note("") + note("three\n");
  const Strings blocks{"one", "", "three\n"};
  CHECK(all(three) == blocks);
  CHECK(all(deflated(three)) == blocks);
  CHECK(all(deflated(note("one")) + deflated(note("")) + deflated(note("three\n"))) == blocks);
  for (std::size_t cut = 1; cut < three.size(); cut += 7)
    CHECK(all(deflated(three.substr(0, cut)) + deflated(three.substr(cut))) == blocks);
  CHECK(all(record("resource", "one", "", "text/plain", "1.1")) == Strings{"one"});
}

TEST_CASE("blocks larger than any step are whole, one behind another") {
  std::string file;
  std::string members;
  Strings blocks;
  for (std::size_t size : {70000U, 300000U, 65536U, 1000U, 200000U}) {
    std::string text;
    while (text.size() < size)
      text += "word " + std::to_string(text.size() * 7919) + " ";
    file += note(text);
    members += deflated(note(text));
    blocks.push_back(std::move(text));
  }
  CHECK(all(file) == blocks);
  CHECK(all(deflated(file)) == blocks);
  CHECK(all(members) == blocks);
}

TEST_CASE("line ends may be bare, and a block may talk of WARC") {
  CHECK(all("WARC/1.0\nContent-Length: 3\n\none\n\nWARC/1.0\nContent-Length: 3\n\ntwo\n\n") ==
        Strings{"one", "two"});
  const std::string quoting = "WARC/1.0\r\nWARC-Type: response\r\n\r\n";
  CHECK(all(note(quoting) + note("two")) == Strings{quoting, "two"});
}

TEST_CASE("a wrong or missing Content-Length costs its record and no other") {
  const std::string first = note("first");
  for (const std::string length :
       {"2", "20", "500", "99999999999", "18446744073709551615", "x", ""}) {
    INFO(length);
    std::string bad = note("second one");
    bad.replace(bad.find("Length: 10") + 8, 2, length);
    const Strings got = all(first + bad + note("third"));
    REQUIRE(got.size() == 3);
    CHECK(got[0] == "first");
    CHECK(
        got[1].starts_with("! the record at byte " + std::to_string(first.size()) + " is lost: "));
    CHECK(got[2] == "third");
    const Strings members = all(deflated(first) + deflated(bad) + deflated(note("third")));
    REQUIRE(members.size() == 3);
    CHECK(members[1].starts_with("! the record at byte " + std::to_string(deflated(first).size())));
    CHECK(members[2] == "third");
  }
}

TEST_CASE("a record that is cut short, also without a line's end, leaves the next one whole") {
  const std::string cut = note("a long block of words").substr(0, note("").size() + 2);
  const Strings got = all(note("one") + cut + note("three"));
  REQUIRE(got.size() == 3);
  CHECK(got[2] == "three");
  const Strings members = all(deflated(note("one")) + deflated(cut) + deflated(note("three")));
  REQUIRE(members.size() == 3);
  CHECK(members[1].find("it ends after") != std::string::npos);
  CHECK(members[2] == "three");
  const Strings last = all(note("one") + cut);
  REQUIRE(last.size() == 2);
  CHECK(last[1].find("there is no other behind it") != std::string::npos);
}

TEST_CASE("a gzip member that is damaged anywhere costs its record and no other") {
  const std::string first = deflated(note("first"));
  const std::string third = deflated(note("third"));
  std::string words;
  for (int i = 0; i < 400; ++i)
    words += "word " + std::to_string(i * 7919) + " ";
  const std::string second = deflated(note(words));
  for (std::size_t at = 3; at < second.size(); at += 11) {
    INFO(at);
    std::string bad = second;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const Strings got = all(first + bad + third);
    REQUIRE(got.size() >= 2);
    CHECK(got.front() == "first");
    CHECK(got.back() == "third");
    // Flags and times of a gzip header may change without harm.
    if (at > 10) CHECK(got[1].starts_with("! "));
  }
  for (std::size_t size = 1; size < second.size(); size += 13) {
    const Strings got = all(first + second.substr(0, size) + third);
    CHECK(got.front() == "first");
    CHECK(got.back() == "third");
  }
}

TEST_CASE("garbage between records is passed over and counted") {
  const std::string garbage = "HTTP/1.1 200 OK and no record\n";
  for (const bool packed : {false, true}) {
    const std::string file = packed
                                 ? deflated(note("one")) + garbage + deflated(note("two")) + garbage
                                 : note("one") + garbage + note("two") + garbage;
    Archive archive(file, kLarge);
    CHECK(archive.next()->block == "one");
    CHECK(archive.next()->block == "two");
    CHECK_FALSE(archive.next());
    CHECK(archive.take_garbage() == 2 * garbage.size());
  }
}

TEST_CASE("a record above the cap is passed over without being held") {
  const std::string large = note(std::string(300000, 'a'));
  CHECK(all(large + note("two"), 1000) == Strings{"(too large)", "two"});
  CHECK(all(deflated(large) + deflated(note("two")), 1000) == Strings{"(too large)", "two"});
  CHECK(all(deflated(large + note("two")), 1000) == Strings{"(too large)", "two"});
}

TEST_CASE("a member that inflates without measure is left at its cap") {
  const std::string bomb = deflated(note(std::string(std::size_t{100} << 20U, 'a')));
  const Strings got = all(bomb + deflated(note("two")), kLarge);
  REQUIRE(got.size() == 2);
  CHECK(got[0].find("inflates more than") != std::string::npos);
  CHECK(got[1] == "two");
}

TEST_CASE("header lines may be folded, in any case, with blanks") {
  const HeaderFields fields("Content-TYPE : text/html;\r\n\tcharset=gbk\r\nno field\r\nX: \r\n");
  CHECK(fields.get("content-type") == "text/html; charset=gbk");
  CHECK(fields.get("x").empty());
  CHECK(plain_media_type("Text/HTML; foo=1; Charset=\"GBK\"") == "text/html; charset=gbk");
  CHECK(plain_media_type("text/html;charset=") == "text/html");
  CHECK(plain_media_type("nonsense").empty());
}

TEST_CASE("chunks and content codings are undone, one over the other") {
  const std::string text = "Some words that are sent in one way or another.";
  const std::string chunked = "5\r\nSome \r\n2A;x=1\r\n" + text.substr(5) + "\r\n0\r\n\r\n";
  const std::string te = "Transfer-Encoding: chunked\r\n";
  CHECK(content(http("text/plain", chunked, "200 OK", te)).bytes() == text);
  CHECK(content(http("text/plain", text, "200 OK", te)).bytes() == text);
  const std::string cut = chunked.substr(0, 30);
  CHECK(content(http("text/plain", cut, "200 OK", te)).body.cut);
  for (const int bits : {31, 15, -15}) {
    const std::string name = bits == 31 ? "gzip" : "deflate";
    const std::string ce = "Content-Encoding: " + name + "\r\n";
    CHECK(content(http("text/plain", deflated(text, bits), "200 OK", ce)).bytes() == text);
    CHECK(content(http("text/plain", text, "200 OK", ce)).bytes() == text);
  }
  const std::string packed = deflated(text);
  char size[16];
  std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
  CHECK(content(http("text/plain", size + packed + "\r\n0\r\n\r\n", "200 OK",
                     te + "Content-Encoding: gzip\r\n"))
            .bytes() == text);
  CHECK(content(http("text/plain", text, "200 OK", "Content-Encoding: br\r\n")).skipped ==
        "skipped-content-encoding");
}

TEST_CASE("a body that inflates past the cap is passed over, a damaged one is refused") {
  const std::string ce = "Content-Encoding: gzip\r\n";
  const std::string large = deflated(std::string(100000, 'a'));
  CHECK(content(http("text/plain", large, "200 OK", ce), 1000).skipped == "skipped-too-large");
  std::string bad = deflated("Some words that are sent in one way or another.");
  bad[20] = static_cast<char>(bad[20] ^ 0x55);
  CHECK_THROWS_AS(content(http("text/plain", bad, "200 OK", ce)), weft::Error);
}

TEST_CASE("a target URI loses its brackets and what is no text in it") {
  CHECK(content(http("text/plain", "x")).uri == "http://a.example/x%20y");
  CHECK(content(http("text/plain", "x")).retrieved == "2026-11-20T08:00:00Z");
}
