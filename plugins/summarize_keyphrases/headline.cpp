// SPDX-License-Identifier: Apache-2.0
/// Scores clauses by the key phrases in them, by their length and their place.
#include "headline.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "weft/summary/scan_text.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

// Weights: README.
constexpr std::uint32_t kSentencesLookedAt = 60;
constexpr double kLate = 0.25;       ///< power of 1 / (1 + sentence)
constexpr double kFewest = 8;        ///< characters' worth of a headline: less says little
constexpr double kBest = 15;         ///< about as long as headlines are ...
constexpr double kTooLong = 0.7;     ///< ... and the power at which more is held against a clause
constexpr double kMost = 45;         ///< nothing longer, unless it is a clause of its own
constexpr double kUnfinished = 0.6;  ///< of a clause that leans on what it was cut from
constexpr double kLatinWord = 2.5;   ///< characters' worth of a word of an alphabet

/// What a text says first when it announces what it will say. Longer ones before what begins them.
constexpr std::u32string_view kAnnouncements[] = {
    U"研究结果表明", U"实验结果表明", U"试验结果表明", U"仿真结果表明", U"结果表明", U"研究表明",
    U"结果显示",     U"分析表明",     U"本文主要",     U"这篇文章",     U"本文",     U"该文",
    U"文章",         U"文中",         U"笔者",         U"作者",         U"本研究",   U"据了解",
    U"据悉",         U"目前",         U"近日",         U"日前",         U"首先",     U"其次",
    U"最后",         U"此外",         U"另外",         U"因此",         U"所以",     U"但是",
    U"而且",         U"并且",         U"同时",         U"其中",         U"然后",     U"那么",
    U"针对",         U"为了",         U"通过",         U"根据",         U"采用",     U"利用",
    U"结合",         U"运用",         U"应用",         U"目的",         U"方法",     U"结果",
    U"结论",         U"摘要",         U"认为",         U"指出",         U"表示",     U"提出了",
    U"提出",         U"介绍了",       U"介绍",         U"探讨了",       U"探讨",     U"阐述了",
    U"阐述",         U"论述了",       U"论述",         U"分析了",       U"讨论了",   U"讨论",
    U"综述了",       U"研究了",       U"给出了",       U"给出",         U"建立了",   U"设计了",
    U"观察",         U"总结了",       U"描述了",       U"说明了",       U"从而",     U"以及",
    U"并",           U"在",           U"对",           U"为",           U"以",       U"从",
    U"就",           U"而",           U"则",           U"也",           U"了"};
constexpr std::string_view kEnglishAnnouncements[] = {
    "and ",  "but ",  "so ",   "however ", "meanwhile ", "this paper ", "in this paper ", "we ",
    "also ", "then ", "that ", "which ",   "he said ",   "she said ",   "according to "};

/// Bytes up to behind a verb in its past form that opens a clause: "studied", two to four
/// characters and U+4E86.
std::size_t past_verb(std::string_view text) {
  std::size_t at = 0;
  for (int k = 0; k < 5 && at < text.size(); ++k) {
    if (next_code_point(text, at) == U'了' && k >= 1) return at;
  }
  return 0;
}

/// Bytes of announcements at the beginning of a clause.
std::size_t announced(std::string_view text) {
  std::size_t cut = past_verb(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::u32string_view words : kAnnouncements) {
      std::size_t at = cut;
      std::size_t k = 0;
      while (k < words.size() && at < text.size()) {
        if (next_code_point(text, at) != words[k]) break;
        ++k;
      }
      if (k < words.size() || at >= text.size()) continue;
      while (at < text.size() && text[at] == ' ')
        ++at;
      cut = at;
      again = true;
      break;
    }
  }
  return cut;
}

std::size_t announced_in_english(std::string_view text) {
  std::string small(text.substr(0, 24));
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::size_t cut = 0;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view words : kEnglishAnnouncements) {
      if (std::string_view(small).substr(std::min(cut, small.size())).starts_with(words)) {
        cut += words.size();
        again = true;
      }
    }
  }
  return cut;
}

/// Where an empty verb ends a clause ("... was looked into"), or the end.
std::size_t end_of_topic(std::string_view text) {
  constexpr std::string_view kEmptyVerb = "进行";
  constexpr std::size_t kFarthest = 21;  // bytes: the verb, its ending and what was done
  const std::size_t found = text.rfind(kEmptyVerb);
  return found != std::string_view::npos && found > 0 && text.size() - found <= kFarthest
             ? found
             : text.size();
}

/// True where a clause was cut in the middle of what it says.
bool is_unfinished(std::string_view text) {
  for (const std::string_view end : {"是", "为", "中", "时", "后", "上", "下"}) {
    if (text.ends_with(end)) return true;
  }
  return text.starts_with("是") || text.starts_with("使");
}

/// Where a key phrase occurs in a sentence.
struct Occurrence {
  std::uint32_t phrase = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Chooser {
 public:
  Chooser(std::span<const std::string_view> sentences, const Units& units, std::uint32_t before,
          std::span<const RankedPhrase> phrases)
      : sentences_(sentences), units_(units.all), before_(before), phrases_(phrases) {}

  std::optional<Headline> run() {
    double best = 0;
    std::optional<Headline> out;
    const std::size_t most = std::min<std::size_t>(sentences_.size(), kSentencesLookedAt);
    for (std::size_t i = 0; i < most; ++i) {
      find_occurrences(static_cast<std::uint32_t>(i));
      const std::vector<Clause> clauses = clauses_of(sentences_[i]);
      for (std::size_t k = 0; k < clauses.size(); ++k) {
        for (std::size_t last = k; last < std::min(clauses.size(), k + 2); ++last) {
          const Clause clause = trimmed(sentences_[i], {clauses[k].begin, clauses[last].end});
          const double value = score(i, clause, last > k);
          if (value <= best) continue;
          best = value;
          out = Headline{static_cast<std::uint32_t>(i), clause, covered(clause)};
        }
      }
    }
    return out;
  }

 private:
  static Clause trimmed(std::string_view text, Clause clause) {
    const std::string_view inside = text.substr(clause.begin, clause.end - clause.begin);
    std::size_t cut = announced(inside);
    if (cut == 0) cut = announced_in_english(inside);
    // What is left must say something.
    constexpr std::size_t kLeast = 12;
    const std::size_t end = end_of_topic(inside);
    if (end >= cut + kLeast) clause.end = clause.begin + static_cast<std::uint32_t>(end);
    if (inside.size() - cut >= kLeast) clause.begin += static_cast<std::uint32_t>(cut);
    return clause;
  }

  void find_occurrences(std::uint32_t sentence) {
    occurrences_.clear();
    while (next_unit_ < units_.size() && units_[next_unit_].part < sentence + before_)
      ++next_unit_;
    for (; next_unit_ < units_.size() && units_[next_unit_].part == sentence + before_;
         ++next_unit_) {
      for (std::uint32_t k = 0; k < phrases_.size(); ++k) {
        const Phrase& phrase = phrases_[k].phrase;
        std::uint32_t n = 0;
        while (n < phrase.length && next_unit_ + n < units_.size() &&
               units_[next_unit_ + n].id == units_[phrase.first + n].id)
          ++n;
        if (n == phrase.length)
          occurrences_.push_back({k, units_[next_unit_].begin, units_[next_unit_ + n - 1].end});
      }
    }
  }

  /// The share of all key phrases' scores that a clause has.
  [[nodiscard]] double covered(Clause clause) const {
    std::vector<bool> has(phrases_.size(), false);
    for (const Occurrence& one : occurrences_) {
      if (one.begin >= clause.begin && one.end <= clause.end) has[one.phrase] = true;
    }
    double sum = 0;
    double all = 0;
    for (std::size_t k = 0; k < phrases_.size(); ++k) {
      all += phrases_[k].score;
      if (has[k]) sum += phrases_[k].score;
    }
    return all > 0 ? sum / all : 0;
  }

  [[nodiscard]] double score(std::size_t i, Clause clause, bool joined) const {
    const double said = covered(clause);
    if (said <= 0) return 0;
    const std::string_view text = sentences_[i].substr(clause.begin, clause.end - clause.begin);
    const double length = length_of(text);
    if (joined && length > kMost) return 0;
    double out = said * std::pow(1 / (1 + static_cast<double>(i)), kLate);
    if (is_unfinished(text)) out *= kUnfinished;
    if (length < kFewest) out *= length / kFewest;
    if (length > kBest) out *= std::pow(kBest / length, kTooLong);
    return out;
  }

  /// In characters of unspaced scripts.
  static double length_of(std::string_view text) {
    struct Counter {
      double sum = 0;
      void word(std::string_view, bool, std::size_t, std::size_t) { sum += kLatinWord; }
      void alone(char32_t, std::size_t) { sum += 1; }
      void mark(char32_t, bool, std::size_t) {}
    } counter;
    scan_text(text, counter);
    return counter.sum;
  }

  std::span<const std::string_view> sentences_;
  const std::vector<Unit>& units_;
  std::uint32_t before_;
  std::span<const RankedPhrase> phrases_;
  std::vector<Occurrence> occurrences_;
  std::size_t next_unit_ = 0;
};

}  // namespace

std::optional<Headline> suggest_headline(std::span<const std::string_view> sentences,
                                         const Units& units, std::uint32_t parts_before,
                                         std::span<const RankedPhrase> phrases) {
  return Chooser(sentences, units, parts_before, phrases).run();
}

}  // namespace weft
