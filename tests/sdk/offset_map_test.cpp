// SPDX-License-Identifier: Apache-2.0
#include "weft/offset_map.hpp"

#include <catch2/catch.hpp>

#include "weft/utf8.hpp"

using weft::compose;
using weft::MappedRange;
using weft::OffsetMapBuilder;
using weft::trace;

namespace {

/// "A&amp;B" -> "A&B" behind 10 bytes of other source.
std::vector<weft_run> entity_map() {
  OffsetMapBuilder builder;
  builder.copy(0, 10, 1);
  builder.whole(1, 1, 11, 5);
  builder.copy(2, 16, 1);
  return builder.take();
}

void check_range(MappedRange range, std::uint64_t begin, std::uint64_t end) {
  CHECK(range.known);
  CHECK(range.begin == begin);
  CHECK(range.end == end);
}

}  // namespace

TEST_CASE("a range is traced to the smallest source range that holds its origins") {
  const auto runs = entity_map();
  check_range(trace(runs, 0, 3), 10, 17);
  check_range(trace(runs, 1, 2), 11, 16);
  check_range(trace(runs, 2, 3), 16, 17);
  CHECK_FALSE(trace(runs, 3, 5).known);
  CHECK_FALSE(trace(runs, 1, 1).known);
}

TEST_CASE("units of different sizes on both sides are traced unit by unit") {
  OffsetMapBuilder builder;
  builder.units(0, 100, 4, 3, 2);  // four Han in GBK
  const auto runs = builder.take();
  check_range(trace(runs, 3, 6), 102, 104);
  check_range(trace(runs, 4, 5), 102, 104);  // a cut unit counts whole
  check_range(trace(runs, 0, 12), 100, 108);
}

TEST_CASE("runs that continue each other are joined") {
  OffsetMapBuilder builder;
  builder.copy(0, 5, 3);
  builder.copy(3, 8, 4);
  builder.copy(7, 20, 1);
  CHECK(builder.runs().size() == 2);
}

TEST_CASE("two maps in a row are one map") {
  OffsetMapBuilder outer;  // view text of bytes 1..3 of the middle text
  outer.copy(0, 1, 2);
  const auto runs = compose(outer.runs(), entity_map());
  check_range(trace(runs, 0, 1), 11, 16);
  check_range(trace(runs, 1, 2), 16, 17);
  check_range(trace(runs, 0, 2), 11, 17);
}

TEST_CASE("malformed UTF-8 is found at its first byte") {
  using weft::find_invalid_utf8;
  CHECK(find_invalid_utf8("plain ASCII of more than eight bytes") == std::string_view::npos);
  CHECK(find_invalid_utf8("caf\xC3\xA9 \xE4\xB8\xAD \xF0\x9F\x98\x80") == std::string_view::npos);
  CHECK(find_invalid_utf8("12345678\x80") == 8);
  CHECK(find_invalid_utf8("a\xC0\xAF") == 1);          // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);      // a surrogate
  CHECK(find_invalid_utf8("a\xF4\x90\x80\x80") == 1);  // past U+10FFFF
  CHECK(find_invalid_utf8("a\xE4\xB8") == 1);          // cut off
}

TEST_CASE("offsets are counted in code points and in UTF-16 units") {
  const std::string_view text = "a\xE4\xB8\xAD\xF0\x9F\x98\x80";
  CHECK(weft::count_code_points(text) == 3);
  CHECK(weft::count_utf16_units(text) == 4);
  CHECK(weft::on_border(text, 1));
  CHECK_FALSE(weft::on_border(text, 2));
}
