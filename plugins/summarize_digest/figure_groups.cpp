// SPDX-License-Identifier: Apache-2.0
/// Mentions with the words around them, joined group by group.
#include "figure_groups.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "weft/figures/agree.hpp"
#include "weft/text/han_variant.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kAround = 72;  // bytes on each side that tell what is counted
constexpr std::size_t kBeside = 27;  // bytes on each side that tell most
constexpr double kSame = 0.25;       // likeness of words under which other values are no rivals
constexpr double kSameValue = 0.04;  // of an equal value that is no everyday number
constexpr std::size_t kMostOfMember = 80;

struct Mention {
  FigureMention at;
  std::map<std::uint64_t, double> words;  ///< by term, how much it tells
  double length = 0;
  double weight = 0;
};

bool counts_something(const Figure& figure) {
  constexpr double kSmall = 10;
  switch (figure.kind) {
    case FigureKind::kMoney:
    case FigureKind::kPercentage:
    case FigureKind::kMeasure:
      return figure.value.valid();
    case FigureKind::kNumber:
      return figure.value.valid() && figure.value.to_double() >= kSmall;
    default:
      return false;
  }
}

/// True of values that two texts about a story hardly have by chance: of two digits or more before
/// the zeros, or large.
bool is_telling(const Figure& figure) {
  constexpr double kLarge = 1000;
  constexpr std::int64_t kTen = 10;
  std::int64_t digits = figure.value.numerator();
  while (digits != 0 && digits % kTen == 0)
    digits /= kTen;
  const double value = figure.value.to_double();
  return value >= kLarge || (value >= kTen && digits >= kTen) || !figure.value.whole();
}

/// Moves to the border of a code point.
std::size_t on_border(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

void add_words(std::string_view text, std::string_view language, double each, StoryTerms& terms,
               Mention& mention) {
  std::vector<StoryTerm> found;
  terms.read(text, language, found);
  for (const StoryTerm& term : found) {
    if (term.kind == TermKind::kNumber) continue;
    double& value = mention.words[term.key];
    value = std::max(value, each);
  }
}

/// The character behind the figure: a measure word or the beginning of what is counted.
void add_counter(std::string_view behind, Mention& mention) {
  constexpr std::uint64_t kCounter = std::uint64_t{1} << 62U;
  std::size_t at = 0;
  const char32_t point = behind.empty() ? 0 : next_code_point(behind, at);
  if (script_of(point) == Script::kHan) mention.words[kCounter | simplified_form(point)] = 1;
}

class MentionReader {
 public:
  MentionReader(const std::vector<StoryMember>& members, StoryTerms& terms)
      : members_(members), terms_(terms) {}

  std::vector<Mention> read() {
    std::vector<Mention> out;
    for (std::size_t m = 0; m < members_.size(); ++m) {
      std::vector<Mention> mine;
      for (std::size_t s = 0; s < members_[m].sentences.size(); ++s)
        read_sentence(m, s, mine);
      std::stable_sort(mine.begin(), mine.end(),
                       [](const Mention& a, const Mention& b) { return a.weight > b.weight; });
      mine.resize(std::min(mine.size(), kMostOfMember));
      for (Mention& mention : mine)
        out.push_back(std::move(mention));
    }
    weigh_words(out);
    return out;
  }

 private:
  void read_sentence(std::size_t m, std::size_t s, std::vector<Mention>& out) {
    const StorySentence& sentence = members_[m].sentences[s];
    for (const Figure& figure : sentence.figures) {
      if (!counts_something(figure)) continue;
      Mention& mention = out.emplace_back();
      mention.at = {m, s, figure};
      mention.weight = sentence.weight;
      const std::string_view text = sentence.text;
      const std::string_view before = text.substr(0, figure.begin);
      const std::string_view behind = text.substr(figure.end);
      for (const auto& [bytes, each] : {std::pair{kAround, 1.0}, std::pair{kBeside, 2.0}}) {
        const std::string& language = members_[m].language;
        add_words(before.substr(on_border(before, before.size() - std::min(bytes, before.size()))),
                  language, each, terms_, mention);
        add_words(behind.substr(0, on_border(behind, bytes)), language, each, terms_, mention);
      }
      add_counter(behind, mention);
    }
  }
  /// Words that stand beside many figures tell less.
  static void weigh_words(std::vector<Mention>& mentions) {
    std::map<std::uint64_t, double> holders;
    for (const Mention& mention : mentions) {
      for (const auto& [term, value] : mention.words)
        holders[term] += 1;
    }
    const auto all = static_cast<double>(mentions.size());
    for (Mention& mention : mentions) {
      double square = 0;
      for (auto& [term, value] : mention.words) {
        value *= std::log((all + 2) / (holders.at(term) + 0.5));
        square += value * value;
      }
      mention.length = std::sqrt(square);
    }
  }

  const std::vector<StoryMember>& members_;
  StoryTerms& terms_;
};

double likeness_of(const Mention& a, const Mention& b) {
  if (a.length <= 0 || b.length <= 0) return 0;
  double sum = 0;
  for (const auto& [term, value] : a.words) {
    const auto found = b.words.find(term);
    if (found != b.words.end()) sum += value * found->second;
  }
  return sum / (a.length * b.length);
}

/// Equal units, or values that agree although one unit is not written.
bool comparable(const Figure& a, const Figure& b) {
  return a.kind == b.kind && (a.unit == b.unit || a.assumed_unit || b.assumed_unit);
}

/// Values further apart are no two counts of one thing.
bool is_close(const Figure& a, const Figure& b) {
  constexpr double kRatio = 5;
  const double first = std::abs(a.value.to_double());
  const double second = std::abs(b.value.to_double());
  return std::max(first, second) <= kRatio * std::min(first, second);
}

bool says_the_same(const Figure& a, const Figure& b) {
  return a.value == b.value && a.high == b.high && a.bound == b.bound;
}

class Grouper {
 public:
  Grouper(const std::vector<StoryMember>& members, std::vector<Mention> mentions)
      : members_(members), mentions_(std::move(mentions)) {
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      put(i);
  }

  std::vector<std::vector<std::size_t>>& groups() { return groups_; }
  [[nodiscard]] const Mention& mention(std::size_t i) const { return mentions_[i]; }

 private:
  /// With the group whose members it is most like, if it is like enough.
  void put(std::size_t i) {
    std::size_t best = groups_.size();
    double most = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const double value = belongs(i, groups_[g]);
      if (value <= most) continue;
      most = value;
      best = g;
    }
    if (best == groups_.size()) groups_.emplace_back();
    groups_[best].push_back(i);
  }
  /// How well it fits, 0: not at all. A member does not contradict itself: where it has another
  /// value in the group, the two count different things.
  [[nodiscard]] double belongs(std::size_t i, const std::vector<std::size_t>& group) const {
    const Mention& mention = mentions_[i];
    double sum = 0;
    bool same = false;
    bool foreign = true;  // no member of the group is in its language
    for (const std::size_t k : group) {
      const Mention& other = mentions_[k];
      const bool agrees = agree(mention.at.figure, other.at.figure);
      if (!comparable(mention.at.figure, other.at.figure)) return 0;
      const bool itself = mention.at.member == other.at.member;
      if (itself && !says_the_same(mention.at.figure, other.at.figure)) return 0;
      if (!agrees && !is_close(mention.at.figure, other.at.figure)) return 0;
      same = same || (agrees && is_telling(mention.at.figure));
      foreign = foreign && language_of(mention) != language_of(other);
      sum += likeness_of(mention, other);
    }
    const double mean = sum / static_cast<double>(group.size());
    const double least = !same ? kSame : foreign ? 0 : kSameValue;
    return mean >= least ? mean + (same ? 1 : 0) : 0;
  }
  [[nodiscard]] std::string_view language_of(const Mention& mention) const {
    const std::string_view tag = members_[mention.at.member].language;
    return tag.substr(0, tag.find('-'));
  }

  const std::vector<StoryMember>& members_;
  std::vector<Mention> mentions_;
  std::vector<std::vector<std::size_t>> groups_;
};

bool is_mark(char32_t point) {
  constexpr std::string_view kMarks = ",.;:!?()\"";
  if (point < 0x80) return kMarks.find(static_cast<char>(point)) != std::string_view::npos;
  return (point >= 0x2010 && point <= 0x2027) || (point >= 0x3000 && point <= 0x3011) ||
         (point >= 0xFF01 && point <= 0xFF1F);
}

/// The words behind a figure up to the next mark ("specialized computer chips"), or those before
/// it where none stand behind.
std::string words_beside(const StorySentence& sentence, const Figure& figure) {
  constexpr std::size_t kMost = 48;
  const std::string_view text = sentence.text;
  std::size_t end = figure.end;
  while (end < text.size() && end - figure.end < kMost) {
    std::size_t next = end;
    if (is_mark(next_code_point(text, next))) break;
    end = next;
  }
  std::string_view out = text.substr(figure.end, end - figure.end);
  constexpr std::string_view kOf = "的";
  if (out.starts_with(kOf)) out.remove_prefix(kOf.size());
  std::string line = fold_space(clean_for_xml(out).text);
  if (!line.empty()) return line;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < figure.begin;) {
    const bool mark = is_mark(next_code_point(text, at));
    if (mark || figure.begin - at > kMost) begin = at;
  }
  return fold_space(clean_for_xml(text.substr(begin, figure.begin - begin)).text);
}

FigureGroup finish(const Grouper& grouper, const std::vector<std::size_t>& group,
                   const std::vector<StoryMember>& members) {
  FigureGroup out;
  std::set<std::pair<std::size_t, std::string>> seen;
  for (const std::size_t i : group) {
    const Mention& mention = grouper.mention(i);
    if (!seen.emplace(mention.at.member, canonical_text(mention.at.figure)).second) continue;
    out.mentions.push_back(mention.at);
    out.weight = std::max(out.weight, mention.weight);
  }
  std::stable_sort(out.mentions.begin(), out.mentions.end(),
                   [](const FigureMention& a, const FigureMention& b) {
                     return a.figure.value.to_double() < b.figure.value.to_double();
                   });
  out.agrees = true;
  for (const FigureMention& a : out.mentions) {
    for (const FigureMention& b : out.mentions)
      out.agrees = out.agrees && agree(a.figure, b.figure);
  }
  for (const FigureMention& mention : out.mentions) {
    if (out.what.empty())
      out.what = words_beside(members[mention.member].sentences[mention.sentence], mention.figure);
  }
  return out;
}

std::size_t members_in(const FigureGroup& group) {
  std::set<std::size_t> members;
  for (const FigureMention& mention : group.mentions)
    members.insert(mention.member);
  return members.size();
}

}  // namespace

std::vector<FigureGroup> group_figures(const std::vector<StoryMember>& members, StoryTerms& terms,
                                       std::size_t most) {
  Grouper grouper(members, MentionReader(members, terms).read());
  std::vector<FigureGroup> out;
  for (const std::vector<std::size_t>& group : grouper.groups()) {
    FigureGroup made = finish(grouper, group, members);
    if (members_in(made) >= 2) out.push_back(std::move(made));
  }
  std::stable_sort(out.begin(), out.end(), [](const FigureGroup& a, const FigureGroup& b) {
    const std::size_t first = members_in(a);
    const std::size_t second = members_in(b);
    return first != second ? first > second : a.weight > b.weight;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace weft
