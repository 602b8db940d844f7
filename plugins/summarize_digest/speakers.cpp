// SPDX-License-Identifier: Apache-2.0
/// Verbs of saying and what stands beside them.
#include "speakers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "speaker_dates.hpp"
#include "weft/text/han_variant.hpp"
#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

// ---- Chinese ----

constexpr std::u32string_view kMarks = U"，。；：、！？“”‘’「」『』《》（）,.;:!?\"'()—…\n \t";
/// All in simplified form.
constexpr auto kVerbs = std::to_array<std::u32string_view>(
    {U"表示", U"指出", U"认为", U"写道", U"强调", U"透露", U"警告",
     U"承认", U"宣布", U"声称", U"宣称", U"辩称", U"坚称", U"坦言",
     U"直言", U"回应", U"报道", U"补充", U"说道", U"称",   U"说"});
constexpr auto kBeginnings = std::to_array<std::u32string_view>(
    {U"但是", U"但", U"然而", U"而且", U"而", U"不过", U"对此", U"同时", U"据", U"根据", U"并",
     U"此外", U"另外", U"随后", U"因此", U"其中", U"连", U"就连"});
constexpr auto kEndings = std::to_array<std::u32string_view>(
    {U"还",   U"也",     U"则",   U"曾", U"均",   U"都",   U"就",   U"又",
     U"再次", U"进一步", U"公开", U"却", U"随后", U"当时", U"日前", U"近日",
     U"普遍", U"一直",   U"已经", U"已", U"所",   U"的",   U"并"});
constexpr auto kNobody = std::to_array<std::u32string_view>(
    {U"他",   U"她",   U"它",   U"他们", U"她们", U"我",     U"我们", U"你",     U"人",
     U"有人", U"这",   U"那",   U"可以", U"应该", U"也就是", U"就是", U"换句话", U"换言之",
     U"来",   U"被",   U"这也", U"虽",   U"虽然", U"谁",     U"自己", U"不",     U"只能",
     U"难以", U"如上", U"一般", U"外界", U"报道", U"消息",   U"双方", U"两人"});
constexpr auto kAnaphors = std::to_array<std::u32string_view>({U"该", U"这家", U"这位", U"这些"});
constexpr auto kPrepositions =
    std::to_array<std::u32string_view>({U"在", U"当", U"自", U"随", U"从", U"对", U"由于", U"为"});

std::u32string points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();)
    out.push_back(next_code_point(text, at));
  return out;
}
std::u32string folded(std::u32string points) {
  for (char32_t& point : points)
    point = simplified_form(point);
  return points;
}
bool is_speech_mark(char32_t point) {
  return kMarks.find(point) != std::u32string_view::npos;
}

/// A verb at `at` that tells speech: short ones only before a mark, since they are parts of words.
std::size_t verb_at(std::u32string_view text, std::size_t at) {
  for (const std::u32string_view verb : kVerbs) {
    if (text.substr(at, verb.size()) != verb) continue;
    const std::size_t behind = at + verb.size();
    const bool before_mark = behind >= text.size() || is_speech_mark(text[behind]);
    if (verb.size() > 1 || before_mark) return verb.size();
  }
  return 0;
}

/// Removes beginnings, or endings, as often as there are some.
template <class List>
void trim(std::u32string_view folded_text, std::size_t& begin, std::size_t& end, const List& list,
          bool front) {
  for (bool again = true; again && begin < end;) {
    again = false;
    const std::u32string_view here = folded_text.substr(begin, end - begin);
    for (const std::u32string_view word : list) {
      if (front ? !here.starts_with(word) : !here.ends_with(word)) continue;
      (front ? begin : end) += front ? word.size() : std::size_t{0} - word.size();
      again = true;
      break;
    }
  }
}

template <class List>
bool begins_with_any(std::u32string_view text, const List& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::u32string_view word) { return text.starts_with(word); });
}

/// Where the clause that ends at `end` begins; what is in brackets or a title belongs to it.
std::size_t clause_begin(std::u32string_view text, std::size_t end) {
  std::size_t at = end;
  while (at > 0) {
    const char32_t mark = text[at - 1];
    const char32_t opening = mark == U'》' ? U'《' : mark == U'）' ? U'（' : 0;
    const std::size_t opened =
        opening == 0 ? std::u32string_view::npos : text.substr(0, at).rfind(opening);
    const bool inside = mark == U' ' && at > 1 && !is_speech_mark(text[at - 2]) && at < end;
    if (opened != std::u32string_view::npos) {
      at = opened;
    } else if (is_speech_mark(mark) && !inside) {
      break;
    } else {
      --at;
    }
  }
  return at;
}

/// Leaves whom it was said to, and where, away; of a long description the name at its end.
void narrow(std::u32string_view text, std::size_t& begin, std::size_t& end) {
  constexpr std::size_t kLong = 14;
  for (const char32_t word : {U'对', U'向', U'在'}) {
    const std::size_t found = text.substr(0, end).find(word, begin + 2);
    if (found != std::u32string_view::npos) end = found;
  }
  const bool prepositional = begins_with_any(text.substr(begin, end - begin), kPrepositions);
  const std::size_t last = text.substr(begin, end - begin).rfind(U'的');
  if (last == std::u32string_view::npos) {
    if (prepositional) end = begin;
  } else if (prepositional || end - begin > kLong) {
    begin += last + 1;
  }
}

/// Leaves away when it was said, and what that has uncovered.
void trim_dates(std::u32string_view text, std::size_t& begin, std::size_t& end) {
  const std::size_t behind = date_at_end(text.substr(begin, end - begin));
  end -= behind;
  if (behind > 0) trim(text, begin, end, kEndings, false);
  const std::size_t before = date_at_start(text.substr(begin, end - begin));
  begin += before;
  if (before > 0) trim(text, begin, end, kBeginnings, true);
}

std::string chinese_speaker(std::string_view sentence) {
  constexpr std::size_t kMost = 30;
  const std::u32string text = points_of(sentence);
  const std::u32string plain = folded(text);
  for (std::size_t at = 1; at < plain.size(); ++at) {
    if (verb_at(plain, at) == 0) continue;
    std::size_t end = at;
    std::size_t begin = clause_begin(plain, at);
    trim(plain, begin, end, kBeginnings, true);
    trim(plain, begin, end, kEndings, false);
    narrow(plain, begin, end);
    trim_dates(plain, begin, end);
    const std::u32string_view who = std::u32string_view(plain).substr(begin, end - begin);
    if (who.size() < 2 || who.size() > kMost || begins_with_any(who, kAnaphors)) continue;
    if (std::find(kNobody.begin(), kNobody.end(), who) != kNobody.end()) continue;
    std::string out;
    for (std::size_t i = begin; i < end; ++i)
      append_code_point(out, text[i]);
    return out;
  }
  return {};
}

// ---- English ----

struct Word {
  std::size_t begin = 0, end = 0;
};

constexpr auto kSaying = std::to_array<std::string_view>(
    {"said",      "says",      "told",     "wrote",    "argued",       "argues",    "warned",
     "warns",     "added",     "noted",    "claimed",  "claims",       "announced", "insisted",
     "estimated", "estimates", "reported", "believes", "acknowledged", "replied",   "explained"});
constexpr auto kPronouns = std::to_array<std::string_view>(
    {"he",   "she", "it",  "they", "i",  "we",    "you", "who",  "which", "that",
     "this", "and", "but", "also", "as", "there", "one", "some", "not",   "to",
     "have", "has", "had", "be",   "is", "are",   "was", "were"});
constexpr auto kOpenings =
    std::to_array<std::string_view>({"and", "but", "still", "then", "yet", "so", "while", "as"});
constexpr auto kLinks = std::to_array<std::string_view>(
    {"of", "the", "for", "de", "von", "van", "at", "and", "&", "in", "a", "an"});

template <class List>
bool is_in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}
bool in_word(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) {  // the apostrophe; other marks of the general block part words
    return byte != 0xE2 || text.substr(at, 3) == "\u2019";
  }
  if (byte == '.') return at + 1 < text.size() && at > 0 && text[at + 1] != ' ';
  return std::isalnum(byte) != 0 || byte == '\'' || byte == '-' || byte == '&';
}

/// Words of one clause: between commas, quotation marks and the like; `parts` gets where clauses
/// begin.
std::vector<std::vector<Word>> clauses_of(std::string_view text) {
  std::vector<std::vector<Word>> out(1);
  for (std::size_t at = 0; at < text.size();) {
    if (!in_word(text, at)) {
      const bool initial = text[at] == '.' && !out.back().empty() && out.back().back().end == at &&
                           at > 0 && std::isupper(static_cast<unsigned char>(text[at - 1])) != 0;
      if (text[at] != ' ' && !initial && !out.back().empty()) out.emplace_back();
      at += 1;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        ++at;
      continue;
    }
    Word word{at, at};
    while (at < text.size() && in_word(text, at)) {
      at += std::size_t{static_cast<unsigned char>(text[at]) == 0xE2 ? 3U : 1U};
    }
    word.end = std::min(at, text.size());
    out.back().push_back(word);
  }
  return out;
}

std::string_view text_of(std::string_view text, const Word& word) {
  return text.substr(word.begin, word.end - word.begin);
}
bool is_capital(std::string_view text, const Word& word) {
  return std::isupper(static_cast<unsigned char>(text[word.begin])) != 0;
}

/// Words [first, behind) of a clause, if they can be who speaks.
std::string named(std::string_view text, const std::vector<Word>& clause, std::size_t first,
                  std::size_t behind) {
  constexpr std::size_t kMost = 10;
  while (first < behind && is_in(kOpenings, lower(text_of(text, clause[first]))))
    ++first;
  if (first >= behind || behind - first > kMost) return {};
  if (is_in(kPronouns, lower(text_of(text, clause[first])))) return {};
  if (is_in(kPronouns, lower(text_of(text, clause[behind - 1])))) return {};
  const bool proper = std::any_of(clause.begin() + static_cast<std::ptrdiff_t>(first),
                                  clause.begin() + static_cast<std::ptrdiff_t>(behind),
                                  [&](const Word& word) { return is_capital(text, word); });
  if (!proper) return {};
  const std::string_view who =
      text.substr(clause[first].begin, clause[behind - 1].end - clause[first].begin);
  return std::string(without_english_dates(who));
}

std::string english_speaker(std::string_view text) {
  const auto clauses = clauses_of(text);
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    const std::vector<Word>& clause = clauses[c];
    for (std::size_t i = 0; i < clause.size(); ++i) {
      const std::string word = lower(text_of(text, clause[i]));
      if (word == "according" && i + 2 < clause.size()) {
        std::string who = named(text, clause, i + 2, clause.size());
        if (!who.empty()) return who;
      }
      if (!is_in(kSaying, word)) continue;
      std::string who = named(text, clause, 0, i);
      if (!who.empty()) return who;
      // "...," said NAME of PLACE; "NAME, who does this, said": the name stands a clause before.
      std::size_t behind = i + 1;
      while (behind < clause.size() && (is_capital(text, clause[behind]) ||
                                        is_in(kLinks, lower(text_of(text, clause[behind])))))
        ++behind;
      if (i == 0 && behind > i + 1) who = named(text, clause, i + 1, behind);
      if (who.empty() && i == 0 && c >= 2)
        who = named(text, clauses[c - 2], 0, clauses[c - 2].size());
      if (!who.empty()) return who;
    }
  }
  return {};
}

}  // namespace

std::string speaker_of(std::string_view sentence, std::string_view language) {
  const std::string who =
      language.starts_with("zh") ? chinese_speaker(sentence) : english_speaker(sentence);
  return fold_space(who);
}

}  // namespace weft
