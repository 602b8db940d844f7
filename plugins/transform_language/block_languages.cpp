// SPDX-License-Identifier: Apache-2.0
/// Two passes: what long blocks are sure of, then short blocks in that light.

#include "block_languages.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace weft {
namespace {

constexpr std::uint64_t kLongBlock = 60;  // letters
constexpr double kSure = 0.7;

double words_of(const ScriptCounts& counts) {
  const auto count = [&](Script script) { return static_cast<double>(counts[script]); };
  const double han = count(Script::kHan);
  const double kana = static_cast<double>(counts.kana());
  const double hangul = count(Script::kHangul);
  const double rest = static_cast<double>(counts.letters()) - han - kana - hangul;
  return han / 1.6 + kana / 2.5 + hangul / 2.5 + rest / 5;
}

bool is_chinese(const std::string& tag) {
  return matches_range(tag, "zh");
}

/// The writing that decides which languages compete: 0 East Asian, 1 Latin, 2 Cyrillic, 3 others.
int writing_of(const ScriptCounts& counts) {
  const std::uint64_t east = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  const std::uint64_t latin = counts[Script::kLatin];
  const std::uint64_t cyrillic = counts[Script::kCyrillic];
  if (east * 3 >= latin && east > 0) return 0;
  if (latin >= cyrillic && latin > 0) return 1;
  return cyrillic > 0 ? 2 : 3;
}

using Weights = std::map<std::string, double>;

std::string heaviest(const Weights& weights) {
  const auto best =
      std::max_element(weights.begin(), weights.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == weights.end() ? std::string() : best->first;
}

/// Languages that long blocks are sure of, by writing.
std::map<int, Weights> sure_languages(const std::vector<BlockLanguage>& blocks) {
  std::map<int, Weights> out;
  for (const BlockLanguage& block : blocks) {
    if (block.role == BlockRole::kIgnored || block.guess.confidence < kSure ||
        block.counts.letters() < kLongBlock)
      continue;
    out[writing_of(block.counts)][block.guess.tag] += block.words;
  }
  return out;
}

/// The Han form of all blocks together.
std::string chinese_form(const std::vector<BlockLanguage>& blocks) {
  ScriptCounts all;
  for (const BlockLanguage& block : blocks) {
    if (block.role != BlockRole::kIgnored && is_chinese(block.guess.tag)) all += block.counts;
  }
  const HanForm form = vote_han_form(all);
  if (form == HanForm::kUnknown) return "zh";
  return form == HanForm::kSimplified ? "zh-Hans" : "zh-Hant";
}

/// Two characters for one form and at most a quarter as many for the other speak for themselves.
bool speaks_for_itself(const ScriptCounts& counts) {
  const std::uint64_t more = std::max(counts.simplified, counts.traditional);
  const std::uint64_t less = std::min(counts.simplified, counts.traditional);
  return more >= 2 && less * 4 <= more;
}

void settle_chinese(BlockLanguage& block, const std::string& form) {
  if (speaks_for_itself(block.counts) || form == "zh") return;
  if (block.guess.tag != form) block.guess = {form, 0.6};
}

/// A short or doubtful block of an alphabet takes the language that sure blocks have in it.
void settle_alphabetic(BlockLanguage& block, const Weights& sure) {
  const bool doubtful = block.guess.confidence < kSure || block.counts.letters() < kLongBlock;
  if (!doubtful || sure.count(block.guess.tag) != 0) return;
  if (!sure.empty()) {
    block.guess = {heaviest(sure), 0.5};
  } else if (block.guess.confidence < 0.5) {
    block.guess = {};
  }
}

void add_words(Weights& weights, const BlockLanguage& block) {
  if (block.lines.empty()) {
    if (block.guess.tag != "und") weights[block.guess.tag] += block.words;
    return;
  }
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    if (block.lines[i].tag != "und") weights[block.lines[i].tag] += block.line_words[i];
  }
}

std::vector<LanguageShare> shares_of(const Weights& weights, double least_share) {
  double total = 0;
  for (const auto& [tag, words] : weights)
    total += words;
  std::vector<LanguageShare> out;
  for (const auto& [tag, words] : weights) {
    if (words >= least_share * total) out.push_back({tag, words / total});
  }
  std::sort(out.begin(), out.end(), [](const LanguageShare& a, const LanguageShare& b) {
    return a.share != b.share ? a.share > b.share : a.tag < b.tag;
  });
  return out;
}

/// Guesses line by line; kept only where lines of a block disagree.
void look_at_lines(std::string_view text, BlockLanguage& block) {
  bool several = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const ScriptCounts counts = count_scripts(line);
    LanguageGuess guess = guess_language(line, counts);
    if (guess.confidence < kSure) guess = {};
    if (guess.tag != "und" && block.guess.tag != "und")
      several |= is_chinese(guess.tag) != is_chinese(block.guess.tag);
    block.lines.push_back(std::move(guess));
    block.line_words.push_back(words_of(counts));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (several) return;
  block.lines.clear();
  block.line_words.clear();
}

}  // namespace

BlockLanguage look_at_block(std::string_view text, BlockRole role) {
  BlockLanguage out;
  out.role = role;
  out.counts = count_scripts(text);
  out.words = words_of(out.counts);
  out.guess = guess_language(text, out.counts);
  if (text.find('\n') != std::string_view::npos) look_at_lines(text, out);
  return out;
}

std::vector<LanguageShare> settle_languages(std::vector<BlockLanguage>& blocks,
                                            double least_share) {
  const std::map<int, Weights> sure = sure_languages(blocks);
  const std::string form = chinese_form(blocks);
  Weights body;
  Weights beside;
  for (BlockLanguage& block : blocks) {
    const int writing = writing_of(block.counts);
    const auto known = sure.find(writing);
    if (is_chinese(block.guess.tag)) {
      settle_chinese(block, form);
    } else if (writing != 0 && block.counts.letters() > 0) {
      settle_alphabetic(block, known == sure.end() ? Weights{} : known->second);
    }
    if (block.role == BlockRole::kBody) add_words(body, block);
    if (block.role == BlockRole::kBeside) add_words(beside, block);
  }
  return shares_of(body.empty() ? beside : body, least_share);
}

}  // namespace weft
