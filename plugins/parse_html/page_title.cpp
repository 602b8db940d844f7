// SPDX-License-Identifier: Apache-2.0
/// Cuts a title at its separators and drops the part that names the site.
#include "page_title.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "letters.hpp"
#include "page_text.hpp"

namespace weft {
namespace {

struct Cut {
  std::size_t begin;  ///< of the separator
  std::size_t end;
  bool firm;  ///< a separator that titles hardly use inside themselves
};

std::vector<Cut> find_cuts(std::string_view title) {
  struct Separator {
    std::string_view text;
    bool firm;
  };
  constexpr auto kSeparators = std::to_array<Separator>({{" | ", true},
                                                         {" ｜ ", true},
                                                         {"｜", true},
                                                         {" - ", false},
                                                         {" – ", false},
                                                         {" — ", false},
                                                         {" · ", true},
                                                         {" • ", true},
                                                         {" » ", true},
                                                         {" :: ", true},
                                                         {"_", false},
                                                         {"-", false},
                                                         {"—", false},
                                                         {"|", true},
                                                         {" « ", true},
                                                         {" / ", false}});
  const bool wide = count_text(title).wide > 2;
  std::vector<Cut> cuts;
  for (std::size_t at = 0; at < title.size();) {
    const auto hit = std::find_if(kSeparators.begin(), kSeparators.end(), [&](const Separator& s) {
      // Chinese titles are cut without spaces; in others "a_b" and "well-known" are words.
      const bool spaced = s.text.front() == ' ' || s.text == "｜";
      return (spaced || wide) && title.substr(at).starts_with(s.text);
    });
    if (hit == kSeparators.end()) {
      ++at;
      continue;
    }
    cuts.push_back({at, at + hit->text.size(), hit->firm || hit->text == "_"});
    at += hit->text.size();
  }
  return cuts;
}

bool names_site(std::string_view part, const TitleEvidence& evidence) {
  const std::string letters = letters_only(part);
  const std::string site = letters_only(evidence.site);
  const std::string host = letters_only(evidence.host);
  if (letters.empty()) return true;
  if (!site.empty() && (letters == site || (letters.size() > 3 && site.find(letters) == 0) ||
                        (site.size() > 3 && letters.find(site) == 0)))
    return true;
  return letters.size() > 3 && !host.empty() && host.find(letters) != std::string::npos;
}

// The site's name and nothing else, as its own or as a part of its address.
bool is_site(std::string_view title, const TitleEvidence& evidence) {
  constexpr std::size_t kShortest = 4;
  const std::string letters = letters_only(title);
  if (letters == letters_only(evidence.site)) return true;
  return letters.size() >= kShortest &&
         letters_only(evidence.host).find(letters) != std::string::npos;
}

// The title up to the separator behind which the site is named.
std::string_view without_site(std::string_view title, const TitleEvidence& evidence) {
  constexpr float kShortTail = 4.5F;
  const std::vector<Cut> cuts = find_cuts(title);
  if (cuts.empty()) return title;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : title.size();
    const std::string_view part = trimmed(title.substr(cuts[i].end, end - cuts[i].end));
    if (!part.empty() && names_site(part, evidence)) return trimmed(title.substr(0, cuts[i].begin));
  }
  const Cut& last = cuts.back();
  const bool short_tail = count_text(title.substr(last.end)).length() <= kShortTail;
  const bool unnamed = evidence.site.empty() && cuts.size() == 1;
  const bool longer = last.begin >= title.size() - last.end;
  return last.firm || (short_tail && unnamed && longer) ? trimmed(title.substr(0, last.begin))
                                                        : title;
}

// The longest run of the title's parts that the page shows as a heading: templates put channels,
// boards and keywords around it, on either side.
std::string shown_part(std::string_view title, const TitleEvidence& evidence) {
  constexpr std::size_t kMostCuts = 12;
  const std::vector<Cut> cuts = find_cuts(title);
  if (evidence.headings == nullptr || cuts.empty() || cuts.size() > kMostCuts) return {};
  std::string_view best;
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    for (std::size_t j = i; j <= cuts.size(); ++j) {
      const std::size_t begin = i == 0 ? 0 : cuts[i - 1].end;
      const std::size_t end = j == cuts.size() ? title.size() : cuts[j].begin;
      const std::string_view part = trimmed(title.substr(begin, end - begin));
      if (part.size() <= best.size() || names_site(part, evidence)) continue;
      const std::string letters = letters_only(part);
      const bool shown =
          std::any_of(evidence.headings->begin(), evidence.headings->end(),
                      [&](const std::string& heading) { return letters_only(heading) == letters; });
      // A word alone may head any section.
      if (shown && count_text(part).length() >= 2) best = part;
    }
  }
  return std::string(best);
}

// Chinese templates join title, channel and site by "_", and add keywords between bars: the first
// part is the title.
std::string_view first_part(std::string_view title) {
  constexpr std::size_t kKeywords = 3;
  const std::vector<Cut> cuts = find_cuts(title);
  if (cuts.empty() || count_text(title).wide <= 2) return {};
  for (const Cut& cut : cuts)
    if (title[cut.begin] == '_') return trimmed(title.substr(0, cut.begin));
  const auto joined_by = [&](char mark) {
    return static_cast<std::size_t>(std::count_if(cuts.begin(), cuts.end(), [&](const Cut& cut) {
      return title.substr(cut.begin, cut.end - cut.begin).find(mark) != std::string_view::npos;
    }));
  };
  const std::string_view first = trimmed(title.substr(0, cuts.front().begin));
  const bool chain = joined_by('|') >= kKeywords - 1 || joined_by('-') >= kKeywords;
  return chain && count_text(first).wide >= 5 ? first : std::string_view{};
}

// "Heading [edit]": what wikis put behind it.
std::string_view without_edit_link(std::string_view heading) {
  for (const std::string_view link : {"[edit]", "[编辑]", "[編輯]", "[edit source]"})
    if (heading.ends_with(link)) return trimmed(heading.substr(0, heading.size() - link.size()));
  return heading;
}

// "Heading and what a template adds": the heading must be most of it.
bool starts_with_heading(std::string_view title, std::string_view heading) {
  const std::string letters = letters_only(heading);
  const std::string all = letters_only(title);
  return letters.size() * 5 >= all.size() * 3 && all.starts_with(letters);
}

// A heading that shares words with the title names the same thing; others are slogans.
bool shares_words(std::string_view heading, std::string_view title) {
  constexpr std::size_t kEnough = 2;
  const auto words = word_hashes(heading);
  const auto others = word_hashes(title);
  const auto common =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](std::uint64_t word) {
        return std::binary_search(others.begin(), others.end(), word);
      }));
  return common >= kEnough || (common == 1 && words.size() <= kEnough + 1);
}

}  // namespace

std::string choose_title(const TitleEvidence& evidence) {
  const std::string_view heading = without_edit_link(trimmed(evidence.heading));
  const std::string_view base =
      trimmed(evidence.document_title.empty() ? evidence.declared_title : evidence.document_title);
  if (base.empty()) return std::string(heading);
  if (heading.empty() || names_site(heading, evidence))
    if (std::string shown = shown_part(base, evidence); !shown.empty()) return shown;
  const bool nameless_base = base.front() == '-' || base.front() == '_' || base.front() == '|';
  if (nameless_base && !evidence.declared_title.empty())
    return std::string(evidence.declared_title);
  if (nameless_base && evidence.headings != nullptr && !evidence.headings->empty())
    return evidence.headings->front();
  std::string_view kept = without_site(base, evidence);
  const std::string_view chained = first_part(base);
  if (const std::string_view first = chained.empty() ? first_part(kept) : chained; !first.empty()) {
    // Keywords may stand before the underscore that parts the title from the site.
    const std::string_view cut = first_part(first);
    kept = cut.empty() ? first : cut;
  }
  // "Site - its slogan" is all the name there is.
  const bool slogan = letters_only(kept) == letters_only(evidence.site) &&
                      !base.starts_with(std::string(kept) + " |");
  if (kept.empty() || slogan) kept = base;
  if (heading.empty() || names_site(heading, evidence)) return std::string(kept);
  // An article's heading is its name, in the author's spelling; a template only repeats it.
  const bool same = letters_only(kept) == letters_only(heading);
  const bool nameless = is_site(base, evidence);
  const bool names = nameless || (evidence.is_article && shares_words(heading, kept)) ||
                     starts_with_heading(base, heading);
  return std::string(same || names ? heading : kept);
}

}  // namespace weft
