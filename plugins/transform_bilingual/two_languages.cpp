// SPDX-License-Identifier: Apache-2.0
/// Words by language: pure blocks by their tag, mixed ones by writing.

#include "two_languages.hpp"

#include <algorithm>
#include <map>

#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr double kLeastShare = 0.2;   // of the words, for the second language
constexpr double kMixed = 0.15;       // of a block's words, for the second writing
constexpr double kFewestWords = 0.5;  // of the second writing in a mixed block
constexpr std::size_t kSampleBytes = 2048;
constexpr std::size_t kSampleLines = 64;
constexpr double kSure = 0.7;

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// Words by tag: which writing a language uses here is read off the text itself.
using Weights = std::map<std::string, Words, std::less<>>;

std::string heaviest(const Weights& weights) {
  const auto best = std::max_element(
      weights.begin(), weights.end(),
      [](const auto& a, const auto& b) { return a.second.all() < b.second.all(); });
  return best == weights.end() ? std::string() : best->first;
}

/// Adds the words of one writing to a sample, what lies between them as a space.
void add_sample(std::string& sample, std::string_view text, Writing writing) {
  for (std::size_t next = 0; next < text.size() && sample.size() < kSampleBytes;) {
    const std::size_t at = next;
    if (writing_of(script_of(next_code_point(text, next))) == writing) {
      sample += text.substr(at, next - at);
    } else if (!sample.empty() && sample.back() != ' ') {
      sample += ' ';
    }
  }
}

/// Words by tag of a whole text.
class Census {
 public:
  void add(const TextBlock& block) {
    if (block.code || block.stream == Stream::kMetadata) return;
    const Writing most = block.words.most();
    if (block.words.share_beside(most) < kMixed) {
      if (!block.tag.empty()) by_tag_[block.tag].add(block.words);
      return;
    }
    for (std::size_t i = 0; i < kWritings; ++i) {
      const double words = block.words.by_writing[i];
      if (words <= 0) continue;
      mixed_[i].words += words;
      add_sample(mixed_[i].sample, block.text, static_cast<Writing>(i));
    }
  }

  /// Words by tag, those of mixed blocks too.
  [[nodiscard]] Weights weights() const {
    Weights out = by_tag_;
    for (std::size_t i = 0; i < kWritings; ++i) {
      if (mixed_[i].words <= 0) continue;
      std::string tag = known_tag(static_cast<Writing>(i));
      if (tag.empty()) tag = guess_language(mixed_[i].sample).tag;
      if (tag != "und") out[tag].by_writing[i] += mixed_[i].words;
    }
    return out;
  }

 private:
  struct Mixed {
    double words = 0;
    std::string sample;
  };

  [[nodiscard]] std::string known_tag(Writing writing) const {
    Weights same;
    for (const auto& [tag, words] : by_tag_)
      if (words.most() == writing) same[tag] = words;
    return heaviest(same);
  }

  Weights by_tag_;
  std::array<Mixed, kWritings> mixed_;
};

/// Words of lines in another language than their block's, where a sample shows that there are any.
void add_lines(const std::vector<TextBlock>& blocks, Weights& weights) {
  std::size_t looked = 0;
  std::size_t other = 0;
  for (const TextBlock& block : blocks) {
    if (block.tag.empty() || block.code || block.text.find('\n') == std::string_view::npos)
      continue;
    if (looked >= kSampleLines && other * 10 < looked) return;
    for (std::string_view rest = block.text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const ScriptCounts counts = count_scripts(line);
      const LanguageGuess guess = guess_language(line, counts);
      ++looked;
      if (guess.confidence < kSure || primary(guess.tag) == primary(block.tag)) continue;
      ++other;
      weights[guess.tag].add(words_of(counts));
      weights[block.tag].add(words_of(counts), -1);
    }
  }
}

TwoLanguages two_heaviest(const Weights& weights) {
  std::map<std::string, double, std::less<>> by_primary;
  double all = 0;
  for (const auto& [tag, words] : weights) {
    by_primary[std::string(primary(tag))] += words.all();
    all += words.all();
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [tag, words] : by_primary)
    ranked.emplace_back(-words, tag);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() < 2 || -ranked[1].first < kLeastShare * all) return {};
  std::array<std::string, 2> tags;
  std::array<Words, 2> words;
  for (std::size_t i = 0; i < 2; ++i) {
    Weights forms;
    for (const auto& [tag, of_tag] : weights) {
      if (primary(tag) != ranked[i].second) continue;
      forms[tag] = of_tag;
      words.at(i).add(of_tag);
    }
    tags.at(i) = heaviest(forms);
  }
  return {tags, {words[0].most(), words[1].most()}};
}

}  // namespace

TwoLanguages::TwoLanguages(std::array<std::string, 2> tags, std::array<Writing, 2> writings)
    : tags_(std::move(tags)), writings_(writings) {}

std::uint32_t TwoLanguages::side_of_tag(std::string_view tag) const {
  if (tag.empty()) return kNoSide;
  if (primary(tag) == primary(tags_[0])) return 0;
  return primary(tag) == primary(tags_[1]) ? 1 : kNoSide;
}

SideGuess TwoLanguages::side_of_words(const Words& words) const {
  const Writing most = words.most();
  if (words.all() <= 0 || (most != writings_[0] && most != writings_[1])) return {};
  return {most == writings_[0] ? 0U : 1U, words.share_beside(most)};
}

SideGuess TwoLanguages::side_of_text(std::string_view text, const ScriptCounts& counts) const {
  if (differ_in_writing()) return side_of_words(words_of(counts));
  const LanguageGuess guess = guess_language(text, counts);
  return guess.confidence < kSure ? SideGuess{} : SideGuess{side_of_tag(guess.tag), 0};
}

std::uint32_t TwoLanguages::side_by_writing(const Words& words) const {
  const bool wide = words.of(Writing::kEastAsian) > 0;
  if (differ_in_writing() && writings_[1] == Writing::kEastAsian) return wide ? 1 : 0;
  if (differ_in_writing() && writings_[0] == Writing::kEastAsian) return wide ? 0 : 1;
  return differ_in_writing() && words.all() > 0 && words.most() == writings_[1] ? 1 : 0;
}

bool TwoLanguages::is_mixed(const Words& words) const {
  if (!differ_in_writing()) return false;
  const double less = std::min(words.of(writings_[0]), words.of(writings_[1]));
  return less >= kMixed * words.all() && less >= kFewestWords;
}

TwoLanguages find_two_languages(const std::vector<TextBlock>& blocks) {
  Census census;
  for (const TextBlock& block : blocks)
    census.add(block);
  Weights weights = census.weights();
  TwoLanguages out = two_heaviest(weights);
  if (out.found()) return out;
  add_lines(blocks, weights);
  return two_heaviest(weights);
}

bool lines_change_language(const std::vector<TextBlock>& blocks, const TwoLanguages& languages) {
  if (languages.differ_in_writing()) return true;
  std::size_t looked = 0;
  std::size_t other = 0;
  for (const TextBlock& block : blocks) {
    if (block.tag.empty() || block.code || block.text.find('\n') == std::string_view::npos)
      continue;
    if (looked >= kSampleLines) break;
    for (std::string_view rest = block.text; !rest.empty(); ++looked) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::uint32_t side = languages.side_of_text(line, count_scripts(line)).side;
      if (side != kNoSide && side != languages.side_of_tag(block.tag)) ++other;
    }
  }
  return other * 10 >= std::max<std::size_t>(looked, 1);
}

}  // namespace weft
