// SPDX-License-Identifier: Apache-2.0
/// Images: what is written is read back the same, and damage is never read.
#include "core/document/image.hpp"

#include <memory>
#include <string>

#include <catch2/catch.hpp>

#include "core/document/name_table.hpp"
#include "tests/support/document_builder.hpp"
#include "weft/error.hpp"

using weft::StoredDocument;

namespace {

StoredDocument sample() {
  weft::test::DocumentBuilder builder("folder/a.txt");
  const weft_id view =
      builder.view("text", "mul", "Hello there. \xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82");
  const weft_id paragraph = builder.span("paragraph", view, 0, 22);
  const weft_id english = builder.span("sentence", view, 0, 12, paragraph);
  const weft_id chinese = builder.span("sentence", view, 13, 22, paragraph);
  builder.link("bead", {{english, "source"}, {chinese, "target"}}, 0.75);
  builder.metadata("title", "A greeting");
  builder.attribute(WEFT_ON_SPAN, chinese, "lang", "zh-Hans");
  return builder.build();
}

}  // namespace

TEST_CASE("an image reads back as the same document and writes the same image") {
  const StoredDocument document = sample();
  const std::string image = weft::write_image(document);
  const StoredDocument again = weft::read_image(image);
  CHECK(again.id == document.id);
  CHECK(weft::test::outline(again) == weft::test::outline(document));
  CHECK(weft::test::links_of(again, "bead") == weft::test::links_of(document, "bead"));
  CHECK(weft::test::value_of(again, "title") == "A greeting");
  CHECK(again.next_span == document.next_span);
  CHECK(again.sources.front().bytes.size == document.sources.front().bytes.size);
  CHECK(weft::test::source_range(again, again.spans[2]) ==
        std::pair<std::uint64_t, std::uint64_t>{13, 22});
  CHECK(weft::write_image(again) == image);
}

TEST_CASE("bytes that lie in no file of their own are part of the image") {
  StoredDocument document = sample();
  const auto bytes =
      std::make_shared<const std::string>("Hello there. \xE4\xBD\xA0\xE5\xA5\xBD!!!");
  document.nest_source("http://a.example/", "text/html", "hash", *bytes, bytes);
  const StoredDocument again = weft::read_image(weft::write_image(document));
  REQUIRE(again.is_nested(1));
  const weft_str kept = again.sources.front().bytes;
  CHECK(std::string(kept.data, kept.size) == *bytes);
  CHECK(weft::write_image(again) == weft::write_image(document));

  StoredDocument pair("pair");
  pair.adopt(sample(), "a.");
  pair.adopt(again, "b.");
  CHECK_FALSE(pair.is_nested(1));
  CHECK(pair.is_nested(2));
}

TEST_CASE("every single damaged byte of an image is found") {
  const std::string image = weft::write_image(sample());
  for (std::size_t i = 0; i < image.size(); ++i) {
    std::string damaged = image;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    if (i >= 12 && i < 16) continue;  // reserved
    INFO("byte " << i);
    CHECK_THROWS_AS(weft::read_image(damaged), weft::Error);
  }
}

TEST_CASE("an image cut short anywhere is refused") {
  const std::string image = weft::write_image(sample());
  for (std::size_t size = 0; size < image.size(); ++size) {
    CHECK_THROWS_AS(weft::read_image(std::string_view(image).substr(0, size)), weft::Error);
  }
}

TEST_CASE("a name has one id and an id one name") {
  const weft_id id = weft::intern("image-test-name");
  CHECK(id != 0);
  CHECK(weft::intern("image-test-name") == id);
  CHECK(weft::interned_name(id) == "image-test-name");
  CHECK(weft::intern("") == 0);
  CHECK(weft::intern("\xFF") == 0);
  CHECK(weft::interned_name(60000).empty());
}
