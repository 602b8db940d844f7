// SPDX-License-Identifier: Apache-2.0
/// Tests of windows and of the search over vectors, on texts made by lot.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "align_vectors.hpp"
#include "weft/error.hpp"

namespace {

using namespace weft;
using Row = std::vector<float>;
constexpr std::size_t kDimension = 256;

Row drawn(std::mt19937& random) {
  std::normal_distribution<float> normal(0, 1);
  Row row(kDimension);
  for (float& value : row)
    value = normal(random);
  return row;
}

/// Sentences with a vector each, and the lengths of their texts.
struct MadeUp {
  std::vector<Row> rows;
  std::vector<std::uint32_t> bytes;

  void add(Row row, std::uint32_t length) {
    rows.push_back(std::move(row));
    bytes.push_back(length);
  }
};

VectorSide side_of(const MadeUp& text) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < text.rows.size(); ++i)
    names.push_back("sentence " + std::to_string(i));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::vector<Stretch> stretches{{0, static_cast<std::uint32_t>(names.size())}};
  std::vector<WindowText> texts;
  const WindowTexts windows(views, stretches, 1, 100, texts);
  Vectors all{kDimension, {}};
  for (const Row& row : text.rows)
    all.values.insert(all.values.end(), row.begin(), row.end());
  return {WindowVectors(windows, all, stretches, text.bytes, {}, 0), text.bytes, {}};
}

std::vector<Bead> align(const MadeUp& source, const MadeUp& target) {
  const VectorSide from = side_of(source);
  const VectorSide to = side_of(target);
  return align_vectors(from, to,
                       {{{0, static_cast<std::uint32_t>(source.rows.size())},
                         {0, static_cast<std::uint32_t>(target.rows.size())}}},
                       {}, {});
}

Row noisy(const Row& row, std::mt19937& random, float noise = 0.5F) {
  const Row other = drawn(random);
  Row out = row;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] += noise * other[i];
  return out;
}

/// Beads follow each other without a gap from the first sentences to the last.
bool covers(const std::vector<Bead>& beads, const MadeUp& source, const MadeUp& target) {
  std::size_t row = 0;
  std::size_t column = 0;
  for (const Bead& bead : beads) {
    if (bead.source_begin != row || bead.target_begin != column) return false;
    row += bead.source_count;
    column += bead.target_count;
  }
  return row == source.rows.size() && column == target.rows.size();
}

/// A text and its translation, sentence by sentence.
std::pair<MadeUp, MadeUp> translated(std::mt19937& random, std::size_t sentences) {
  MadeUp source;
  MadeUp target;
  for (std::size_t i = 0; i < sentences; ++i) {
    const Row meaning = drawn(random);
    const auto length = static_cast<std::uint32_t>(40 + random() % 120);
    source.add(noisy(meaning, random), length);
    target.add(noisy(meaning, random), length + static_cast<std::uint32_t>(random() % 12));
  }
  return {source, target};
}

std::size_t straight(const std::vector<Bead>& beads, std::uint32_t from = 0,
                     std::uint32_t shift = 0) {
  return static_cast<std::size_t>(std::count_if(beads.begin(), beads.end(), [&](const Bead& bead) {
    return bead.source_count == 1 && bead.target_count == 1 && bead.source_begin >= from &&
           bead.target_begin == bead.source_begin + shift;
  }));
}

int has(const std::vector<Bead>& beads, const Bead& wanted) {
  return std::any_of(beads.begin(), beads.end(), [&](const Bead& bead) {
    return bead.source_begin == wanted.source_begin && bead.source_count == wanted.source_count &&
           bead.target_begin == wanted.target_begin && bead.target_count == wanted.target_count;
  });
}

}  // namespace

TEST_CASE("a translation sentence by sentence is found, short and long") {
  std::mt19937 random(5);
  for (const std::size_t sentences : {2U, 3U, 10U, 60U, 700U}) {
    const auto [source, target] = translated(random, sentences);
    const auto beads = align(source, target);
    REQUIRE(covers(beads, source, target));
    CHECK(straight(beads) == sentences);
  }
}

TEST_CASE("sentences joined or left out by a translator are found, and scores are high") {
  int joined = 0;
  int left_out = 0;
  int strangers = 0;
  int sure = 0;
  int two_sided = 0;
  constexpr int kTexts = 20;
  for (unsigned seed = 1; seed <= kTexts; ++seed) {
    std::mt19937 random(seed);
    auto [source, target] = translated(random, 40);
    // 10 and 11 become one, 20 has no translation, and a stranger stands behind 30.
    for (std::size_t i = 0; i < kDimension; ++i)
      target.rows[10][i] = target.rows[10][i] * static_cast<float>(target.bytes[10]) / 100 +
                           target.rows[11][i] * static_cast<float>(target.bytes[11]) / 100;
    target.bytes[10] += target.bytes[11];
    target.rows.insert(target.rows.begin() + 31, drawn(random));
    target.bytes.insert(target.bytes.begin() + 31, 70);
    for (const std::ptrdiff_t gone : {20, 11}) {
      target.rows.erase(target.rows.begin() + gone);
      target.bytes.erase(target.bytes.begin() + gone);
    }
    const auto beads = align(source, target);
    REQUIRE(covers(beads, source, target));
    joined += has(beads, {10, 2, 10, 1, 0});
    left_out += has(beads, {20, 1, 19, 0, 0});
    strangers += has(beads, {31, 0, 29, 1, 0});
    for (const Bead& bead : beads) {
      if (bead.is_null()) CHECK(bead.score == 0);
      two_sided += bead.is_null() ? 0 : 1;
      sure += bead.score > 0.5 ? 1 : 0;
    }
  }
  CHECK(joined >= kTexts - 3);
  CHECK(left_out >= kTexts - 3);
  CHECK(strangers >= kTexts - 4);
  CHECK(sure > two_sided * 9 / 10);
}

TEST_CASE("a passage of hundreds of sentences that one side lacks does not lead astray") {
  std::mt19937 random(7);
  auto [source, target] = translated(random, 900);
  for (int i = 0; i < 300; ++i) {
    target.rows.insert(target.rows.begin() + 200, drawn(random));
    target.bytes.insert(target.bytes.begin() + 200, 80);
  }
  const auto beads = align(source, target);
  REQUIRE(covers(beads, source, target));
  CHECK(straight(beads) >= 195);
  CHECK(straight(beads, 200, 300) >= 690);
}

TEST_CASE("texts that do not translate each other have few beads of a high score") {
  std::mt19937 random(8);
  const MadeUp source = translated(random, 200).first;
  const MadeUp target = translated(random, 200).second;
  const auto beads = align(source, target);
  REQUIRE(covers(beads, source, target));
  const auto sure =
      std::count_if(beads.begin(), beads.end(), [](const Bead& bead) { return bead.score > 0.5; });
  CHECK(sure < 10);
}

TEST_CASE(
    "one sentence against thousands, equal sentences, and sentences without vectors, are covered") {
  std::mt19937 random(9);
  const auto [long_text, other] = translated(random, 2000);
  MadeUp one;
  one.add(other.rows[1500], other.bytes[1500]);
  const auto few = align(one, long_text);
  REQUIRE(covers(few, one, long_text));
  for (const Bead& bead : few) {
    if (bead.source_count > 0)
      UNSCOPED_INFO("at " << bead.target_begin << " of " << bead.target_count);
  }
  CHECK(std::any_of(few.begin(), few.end(), [](const Bead& bead) {
    return !bead.is_null() && bead.target_begin <= 1500 &&
           bead.target_begin + bead.target_count > 1500;
  }));
  CHECK(covers(align(long_text, one), long_text, one));
  MadeUp same;
  MadeUp empty;
  for (int i = 0; i < 50; ++i) {
    same.add(long_text.rows[0], 1U << 20U);
    empty.add(Row(kDimension, 0.0F), 0);
  }
  CHECK(covers(align(same, same), same, same));
  CHECK(covers(align(empty, empty), empty, empty));
  CHECK(covers(align(same, empty), same, empty));
}

TEST_CASE("the same texts give the same beads and scores again") {
  std::mt19937 random(10);
  const auto [source, target] = translated(random, 300);
  const auto first = align(source, target);
  const auto second = align(source, target);
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i)
    CHECK(first[i].score == second[i].score);
}

TEST_CASE("the work is broken off when the caller says so") {
  std::mt19937 random(11);
  const auto [source, target] = translated(random, 500);
  const VectorSide from = side_of(source);
  const VectorSide to = side_of(target);
  CHECK_THROWS_AS(align_vectors(from, to, {{{0, 500}, {0, 500}}}, {},
                                [] { throw Error(WEFT_E_CANCELLED, "cancelled"); }),
                  Error);
}

TEST_CASE("windows are joined as their script is written, and cut at a character") {
  const std::vector<std::string_view> sentences{"渡轮开了。", "  没有人\n挥手。", "Nobody\twaved.",
                                                "It rained.", ""};
  const std::vector<Stretch> stretches{{0, 2}, {2, 5}};
  std::vector<WindowText> texts;
  const WindowTexts windows(sentences, stretches, 3, 1000, texts);
  const auto text = [&](std::size_t end, std::size_t count) {
    return texts.at(windows.at(end, count));
  };
  CHECK(text(2, 1).text == "没有人 挥手。");
  CHECK(text(2, 2).text == "渡轮开了。没有人 挥手。");
  CHECK(text(2, 2).spaced == "渡轮开了。 没有人 挥手。");
  CHECK(text(4, 2).text == "Nobody waved. It rained.");
  CHECK(text(4, 2).spaced.empty());
  CHECK(windows.at(3, 2) == WindowTexts::kNone);  // across stretches
  CHECK(windows.at(5, 1) == WindowTexts::kNone);  // no text
  CHECK(text(5, 3).text == "Nobody waved. It rained.");
  std::vector<WindowText> cut;
  const WindowTexts shorter(sentences, stretches, 2, 7, cut);
  CHECK(cut.at(shorter.at(1, 1)).text == "渡轮");
}

TEST_CASE("a window without a vector of its own is the sum of its sentences by length") {
  const std::vector<std::string_view> sentences{"One.", "Two."};
  const std::vector<Stretch> stretches{{0, 2}};
  const std::vector<std::uint32_t> bytes{30, 10};
  std::vector<WindowText> texts;
  const WindowTexts windows(sentences, stretches, 1, 100, texts);
  const Vectors all{2, {2, 0, 0, 5}};
  const WindowVectors vectors(windows, all, stretches, bytes, {}, 0);
  const float* sum = vectors.row(2, 2);
  CHECK(sum[0] == Approx(3 / std::sqrt(10.0)));
  CHECK(sum[1] == Approx(1 / std::sqrt(10.0)));
  // Further vectors have their share of the product.
  const Vectors beside{2, {1, 0, 1, 0}};
  const WindowVectors both(windows, all, stretches, bytes, beside, 0.25);
  CHECK(dot(both.row(1, 1), both.row(2, 1), both.dimension()) == Approx(0.25));
  CHECK(dot(both.row(1, 1), both.row(1, 1), both.dimension()) == Approx(1.0));
}
