// SPDX-License-Identifier: Apache-2.0
/// Tests of the aligner on made-up languages: no lexicon, omissions, scrambled and empty sides.
#include "align_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "learning_notes.hpp"
#include "weft/utf8.hpp"

namespace {

using weft::AlignedText;
using weft::Bead;

/// Sentences of one made-up language, and the same in another, word for word.
struct MadeUpText {
  std::vector<std::string> source;
  std::vector<std::string> target;
};

std::string word(unsigned number, char vowel) {
  std::string out;
  for (unsigned rest = number * 7 + 11; rest > 0; rest /= 17) {
    out.push_back("bcdfghjklmnpqrstv"[rest % 17]);
    out.push_back(vowel);
  }
  return out;
}

MadeUpText made_up(std::size_t sentences, unsigned seed, bool with_numbers = false) {
  std::mt19937 random(seed);
  MadeUpText out;
  for (std::size_t i = 0; i < sentences; ++i) {
    std::string source;
    std::string target;
    for (std::size_t n = 5 + random() % 12; n > 0; --n) {
      const auto number = static_cast<unsigned>((random() % 30) * (random() % 30));
      source += word(number, 'a') + " ";
      target += word(number, 'o') + (random() % 4 == 0 ? "ne " : " ");
    }
    if (with_numbers && i % 2 == 0) {
      const std::string number = std::to_string(100 + random() % 900);
      source += number;
      target += number;
    }
    out.source.push_back(source);
    out.target.push_back(target);
  }
  return out;
}

weft::TextSide side(const std::vector<std::string>& sentences) {
  weft::TextSide out;
  out.sentences.assign(sentences.begin(), sentences.end());
  return out;
}

AlignedText align(const MadeUpText& text, const weft::Lesson& lesson = {}) {
  weft::AlignSettings settings;
  settings.source_language = "xx";
  settings.target_language = "yy";
  weft::TextAligner aligner(settings);
  return aligner.align(side(text.source), side(text.target), lesson);
}

bool covers(const std::vector<Bead>& beads, std::size_t source, std::size_t target) {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  for (const Bead& bead : beads) {
    if (bead.source_begin != row || bead.target_begin != column) return false;
    if (bead.score < 0 || bead.score > 1) return false;
    row += bead.source_count;
    column += bead.target_count;
  }
  return row == source && column == target;
}

std::size_t pairs_at(const AlignedText& aligned, std::uint32_t shift) {
  return static_cast<std::size_t>(
      std::count_if(aligned.beads.begin(), aligned.beads.end(), [&](const Bead& bead) {
        return bead.source_count == 1 && bead.target_count == 1 &&
               bead.target_begin == bead.source_begin + shift;
      }));
}

}  // namespace

TEST_CASE("a text teaches its own words without a lexicon") {
  const MadeUpText text = made_up(200, 1);
  CHECK(pairs_at(align(text), 0) >= 195);
}

TEST_CASE("a text of Han characters teaches itself, behind what the other side lacks") {
  // Most pairs of 150 characters stand but once.
  MadeUpText text = made_up(200, 11);
  std::mt19937 random(12);
  for (std::size_t i = 0; i < text.source.size(); ++i) {
    text.source[i].clear();
    text.target[i].clear();
    for (std::size_t n = 4 + random() % 9; n > 0; --n) {
      for (int half = 0; half < 2; ++half) {
        const auto number = static_cast<unsigned>(random() % 150);
        weft::append_code_point(text.source[i], U'\u4E00' + number);
        text.target[i] += word(number, half == 0 ? 'o' : 'u') + " ";
      }
    }
  }
  const MadeUpText other = made_up(30, 13);
  text.target.insert(text.target.begin(), other.source.begin(), other.source.end());
  weft::AlignSettings settings;
  settings.source_language = "zh";
  settings.target_language = "yy";
  weft::TextAligner aligner(settings);
  const AlignedText aligned = aligner.align(side(text.source), side(text.target), {});
  CHECK(pairs_at(aligned, 30) >= 185);
}

TEST_CASE("blocks that one side lacks stay without a partner") {
  for (const unsigned seed : {2U, 22U, 42U, 62U}) {
    MadeUpText text = made_up(200, seed, true);
    const MadeUpText other = made_up(30, seed + 1);
    text.target.insert(text.target.begin(), other.source.begin(), other.source.end());
    const AlignedText aligned = align(text);
    CHECK(covers(aligned.beads, 200, 230));
    CHECK(pairs_at(aligned, 30) >= 185);
  }
}

TEST_CASE(
    "a long preface of one side is passed over, even before the first sentence of the other") {
  MadeUpText text = made_up(40, 3);
  const MadeUpText preface = made_up(400, 91);
  text.target.insert(text.target.begin(), preface.source.begin(), preface.source.end());
  CHECK(covers(align(text).beads, 40, 440));
}

TEST_CASE("texts that are no translations of each other are hardly paired by a corpus's words") {
  const MadeUpText taught = made_up(400, 20);
  weft::AlignSettings settings;
  weft::TextAligner aligner(settings);
  const std::string note =
      weft::write_note(aligner.align(side(taught.source), side(taught.target), {}));
  const weft::LearntTable learnt = weft::learn_from({note}, aligner.given());
  const MadeUpText one = made_up(150, 4);
  MadeUpText other = made_up(150, 5);
  other.source = one.source;
  const auto sum = [](const AlignedText& aligned) {
    double out = 0;
    for (const Bead& bead : aligned.beads)
      out += bead.score;
    return out;
  };
  CHECK(sum(align(one, {&learnt, true})) > 120);
  CHECK(sum(align(other, {&learnt, true})) < 40);
}

TEST_CASE("captions that one side lacks stay alone, and a heading that both have is paired") {
  MadeUpText text = made_up(120, 14);
  for (std::string& sentence : text.source)
    sentence += ".";
  for (std::string& sentence : text.target)
    sentence += ".";
  text.source.at(20) = text.target.at(20) = "Part 2";
  for (const std::ptrdiff_t place : {30, 60, 90})
    text.target.insert(text.target.begin() + place, word(static_cast<unsigned>(place), 'u'));
  const AlignedText aligned = align(text);
  CHECK(covers(aligned.beads, 120, 123));
  CHECK(pairs_at(aligned, 0) == 30);
  CHECK(pairs_at(aligned, 1) == 29);
  CHECK(pairs_at(aligned, 2) == 29);
  CHECK(pairs_at(aligned, 3) == 32);
}

TEST_CASE("lines of a text that marks no sentence ends are joined as in any other") {
  MadeUpText text = made_up(120, 15);
  MadeUpText marked = text;
  for (std::size_t i = 0; i < 120; ++i) {
    marked.source[i] += ".";
    marked.target[i] += ".";
  }
  const auto join = [](std::vector<std::string>& sentences) {
    for (std::size_t i = 0; i + 1 < sentences.size(); i += 3) {
      sentences[i] += " " + sentences[i + 1];
      sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  };
  join(text.target);
  join(marked.target);
  const auto joined = [](const AlignedText& aligned) {
    return std::count_if(aligned.beads.begin(), aligned.beads.end(),
                         [](const Bead& bead) { return bead.source_count == 2; });
  };
  CHECK(joined(align(text)) >= joined(align(marked)) - 1);
  CHECK(joined(align(text)) >= 30);
}

TEST_CASE("one language twice is paired sentence by sentence") {
  MadeUpText text = made_up(120, 6);
  text.target = text.source;
  CHECK(pairs_at(align(text), 0) == 120);
}

TEST_CASE("an empty side, a line against many, scrambled text and huge sentences are covered") {
  MadeUpText text = made_up(60, 7);
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}}) {
    MadeUpText cut = text;
    cut.target.resize(count);
    CHECK(covers(align(cut).beads, 60, count));
    std::swap(cut.source, cut.target);
    CHECK(covers(align(cut).beads, count, 60));
  }
  MadeUpText scrambled = made_up(1500, 8);
  std::shuffle(scrambled.target.begin(), scrambled.target.end(), std::mt19937(9));
  CHECK(covers(align(scrambled).beads, 1500, 1500));
  MadeUpText huge = made_up(8, 10);
  for (std::string& sentence : huge.source) {
    const std::string once = sentence;
    while (sentence.size() < 1'000'000)
      sentence += once;
  }
  huge.target = huge.source;
  CHECK(covers(align(huge).beads, 8, 8));
}

TEST_CASE("scrambled lines of a few words are covered however many they are") {
  std::mt19937 random(17);
  MadeUpText text;
  for (std::size_t i = 0; i < 1500; ++i) {
    std::string line;
    for (std::size_t n = 2 + random() % 3; n > 0; --n)
      line += word(static_cast<unsigned>(random() % 36), 'a') + " ";
    text.source.push_back(line);
  }
  text.target = text.source;
  std::shuffle(text.target.begin(), text.target.end(), random);
  const AlignedText aligned = align(text);
  CHECK(covers(aligned.beads, text.source.size(), text.target.size()));
}

TEST_CASE("sections are aligned each on its own") {
  const MadeUpText text = made_up(40, 11);
  weft::AlignSettings settings;
  weft::TextAligner aligner(settings);
  const AlignedText aligned =
      aligner.align(side(text.source), side(text.target), {},
                    {{0, 10, 0, 10}, {10, 12, 10, 10}, {12, 12, 10, 12}, {12, 40, 12, 40}});
  CHECK(covers(aligned.beads, 40, 40));
  for (const Bead& bead : aligned.beads) {
    const bool in_gap = bead.source_begin >= 10 && bead.source_begin + bead.source_count <= 12 &&
                        bead.source_count > 0;
    if (in_gap) CHECK(bead.target_count == 0);
  }
}

TEST_CASE("what a corpus teaches helps a document too short to teach itself") {
  const MadeUpText long_text = made_up(400, 12);
  MadeUpText short_text = made_up(12, 13);
  weft::AlignSettings settings;
  weft::TextAligner aligner(settings);
  const std::string note =
      weft::write_note(aligner.align(side(long_text.source), side(long_text.target), {}));
  CHECK(note.size() < 1U << 18U);
  const std::vector<std::string_view> notes{
      note, {}, std::string_view(note).substr(0, note.size() / 2)};
  const weft::LearntTable learnt = weft::learn_from(notes, aligner.given());
  REQUIRE_FALSE(learnt.empty());
  short_text.target.erase(short_text.target.begin() + 4);
  short_text.source.erase(short_text.source.begin() + 8);
  const AlignedText aligned = align(short_text, {&learnt, true});
  CHECK(covers(aligned.beads, 11, 11));
  CHECK(pairs_at(aligned, 0) >= 5);
}
