// SPDX-License-Identifier: Apache-2.0
/// Dates completed, chosen and put in order.
#include "date_line.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace weft {
namespace {

struct Published {
  int year = 0, month = 0;
};

Published published(const std::string& iso) {
  Published out;
  if (iso.size() >= 4) out.year = std::atoi(iso.substr(0, 4).c_str());
  if (iso.size() >= 7) out.month = std::atoi(iso.substr(5, 2).c_str());
  return out;
}

/// By the word before it, else the year in which the month is nearest.
int years_away(int months, std::string_view before) {
  constexpr int kHalf = 6;
  if (before.ends_with("去年")) return -1;
  if (before.ends_with("今年")) return 0;
  if (before.ends_with("明年")) return 1;
  return months > kHalf ? -1 : months < -kHalf ? 1 : 0;
}

/// ISO 8601, or empty where the year cannot be told.
std::string complete(const FigureDate& date, const Published& of, std::string_view before) {
  constexpr int kFirst = 1000;
  constexpr int kLast = 2199;
  if (date.era != FigureEra::kNone) return {};
  int year = date.year;
  if (year == 0 && date.month != 0 && of.year != 0 && of.month != 0)
    year = of.year + years_away(date.month - of.month, before);
  if (year < kFirst || year > kLast) return {};
  char out[16];
  if (date.month == 0) {
    std::snprintf(out, sizeof out, "%04d", year);
  } else if (date.day == 0) {
    std::snprintf(out, sizeof out, "%04d-%02d", year, int{date.month});
  } else {
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, int{date.month}, int{date.day});
  }
  return out;
}

/// By date and member the weightiest sentence.
using ByDate = std::map<std::string, std::map<std::size_t, std::size_t>>;

ByDate sentences_by_date(const std::vector<StoryMember>& members) {
  ByDate out;
  for (std::size_t m = 0; m < members.size(); ++m) {
    const Published day = published(members[m].published);
    for (std::size_t s = 0; s < members[m].sentences.size(); ++s) {
      for (const Figure& figure : members[m].sentences[s].figures) {
        if (figure.kind != FigureKind::kDate) continue;
        const std::string_view text = members[m].sentences[s].text;
        const std::string date = complete(figure.date, day, text.substr(0, figure.begin));
        if (date.empty()) continue;
        const auto [place, added] = out[date].try_emplace(m, s);
        const auto& all = members[m].sentences;
        if (!added && all[s].weight > all[place->second].weight) place->second = s;
      }
    }
  }
  return out;
}

}  // namespace

std::vector<DatedSentence> find_dates(const std::vector<StoryMember>& members, std::size_t most) {
  using Rank = std::tuple<std::size_t, std::size_t, double>;
  std::vector<std::pair<Rank, DatedSentence>> ranked;
  for (const auto& [date, sentences] : sentences_by_date(members)) {
    for (const auto& [member, sentence] : sentences) {
      ranked.push_back({{sentences.size(), date.size(), members[member].sentences[sentence].weight},
                        {date, member, sentence}});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<DatedSentence> out;
  std::set<std::pair<std::size_t, std::size_t>> given;
  for (const auto& [rank, dated] : ranked) {
    if (out.size() == most) break;
    if (given.emplace(dated.member, dated.sentence).second) out.push_back(dated);
  }
  std::sort(out.begin(), out.end(), [](const DatedSentence& a, const DatedSentence& b) {
    return std::tie(a.date, a.member, a.sentence) < std::tie(b.date, b.member, b.sentence);
  });
  return out;
}

}  // namespace weft
