// SPDX-License-Identifier: Apache-2.0
/// Two passes: what long blocks are sure of, then short blocks in that light.

#include "block_languages.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

namespace weft {
namespace {

constexpr std::uint64_t kLongBlock = 60;  // letters
constexpr double kSure = 0.7;
constexpr std::uint64_t kSomeLetters = 40;
constexpr std::uint64_t kFewLetters = 20;  // a word or two, which many languages may have
constexpr double kMostOf = 0.75;           // of the words of one writing

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

/// The writing that decides which languages compete; kOther where there is no letter.
Writing ruling_writing(const ScriptCounts& counts) {
  const std::uint64_t east = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  const std::uint64_t latin = counts[Script::kLatin];
  const std::uint64_t cyrillic = counts[Script::kCyrillic];
  if (east * 3 >= latin && east > 0) return Writing::kEastAsian;
  if (latin >= cyrillic && latin > 0) return Writing::kLatin;
  return cyrillic > 0 ? Writing::kCyrillic : Writing::kOther;
}

using Weights = std::map<std::string, double>;

std::string heaviest(const Weights& weights) {
  const auto best =
      std::max_element(weights.begin(), weights.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == weights.end() ? std::string() : best->first;
}

/// Languages that long blocks are sure of, by writing.
std::map<Writing, Weights> sure_languages(const std::vector<BlockLanguage>& blocks) {
  std::map<Writing, Weights> out;
  for (const BlockLanguage& block : blocks) {
    if (block.role == BlockRole::kIgnored || block.guess.confidence < kSure ||
        block.counts.letters() < kLongBlock)
      continue;
    out[ruling_writing(block.counts)][block.guess.tag] += block.words;
  }
  return out;
}

/// The writing a language is usually in.
Writing writing_of_tag(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const auto among = [&](std::initializer_list<std::string_view> tags) {
    return std::find(tags.begin(), tags.end(), primary) != tags.end();
  };
  if (among({"zh", "ja", "ko", "yue"})) return Writing::kEastAsian;
  if (among({"ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg", "tt", "ba"}))
    return Writing::kCyrillic;
  if (among({"el", "he", "yi", "ar", "fa", "ur", "ps", "th", "hi", "mr", "ne", "bn", "ta", "te",
             "ka", "hy", "km", "my", "lo"}))
    return Writing::kOther;
  return Writing::kLatin;
}

bool is_one_language(std::string_view tag) {
  return !tag.empty() && tag != "mul" && tag != "und" && tag != "zxx";
}

/// Where no block of a writing is sure: what most words of that writing seem to be in, or else the
/// language that the view was declared to be in.
std::map<Writing, std::string> likely_languages(const std::vector<BlockLanguage>& blocks,
                                                std::string_view declared) {
  std::map<Writing, Weights> seen;
  std::map<Writing, std::uint64_t> letters;
  for (const BlockLanguage& block : blocks) {
    if (block.role == BlockRole::kIgnored || block.guess.tag == "und") continue;
    const Writing writing = ruling_writing(block.counts);
    seen[writing][block.guess.tag] += block.words;
    letters[writing] += block.counts.letters();
  }
  std::map<Writing, std::string> out;
  if (is_one_language(declared)) out[writing_of_tag(declared)] = declared;
  for (const auto& [writing, weights] : seen) {
    double words = 0;
    for (const auto& [tag, of_tag] : weights)
      words += of_tag;
    const std::string best = heaviest(weights);
    if (letters[writing] >= kSomeLetters && weights.at(best) >= kMostOf * words)
      out[writing] = best;
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
void settle_alphabetic(BlockLanguage& block, const Weights& sure, const std::string& likely) {
  const bool doubtful = block.guess.confidence < kSure || block.counts.letters() < kLongBlock;
  if (!doubtful || sure.count(block.guess.tag) != 0) return;
  const bool weak = block.guess.confidence < kSure || block.counts.letters() < kFewLetters;
  if (!sure.empty()) {
    block.guess = {heaviest(sure), 0.5};
  } else if (weak && !likely.empty()) {
    if (block.guess.tag != likely) block.guess = {likely, 0.5};
  } else if (block.guess.confidence < 0.5) {
    block.guess = {};
  }
}

/// Han characters alone are Chinese to a guess; where nothing else is Chinese they are Japanese
/// among Japanese.
void settle_japanese(BlockLanguage& block, const Weights& sure, const std::string& likely) {
  const bool chinese = std::any_of(sure.begin(), sure.end(),
                                   [](const auto& weight) { return is_chinese(weight.first); });
  if (chinese || block.counts.letters() >= kLongBlock) return;
  const std::string other = sure.empty() ? likely : heaviest(sure);
  if (other == "ja" || other == "yue") block.guess = {other, 0.5};
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

std::vector<LanguageShare> settle_languages(std::vector<BlockLanguage>& blocks, double least_share,
                                            std::string_view declared) {
  std::map<Writing, Weights> sure = sure_languages(blocks);
  std::map<Writing, std::string> likely = likely_languages(blocks, declared);
  const std::string form = chinese_form(blocks);
  Weights body;
  Weights beside;
  for (BlockLanguage& block : blocks) {
    const Writing writing = ruling_writing(block.counts);
    if (is_chinese(block.guess.tag)) {
      settle_chinese(block, form);
      settle_japanese(block, sure[writing], likely[writing]);
    } else if (writing != Writing::kEastAsian && block.counts.letters() > 0) {
      settle_alphabetic(block, sure[writing], likely[writing]);
    }
    if (block.role == BlockRole::kBody) add_words(body, block);
    if (block.role == BlockRole::kBeside) add_words(beside, block);
  }
  return shares_of(body.empty() ? beside : body, least_share);
}

}  // namespace weft
