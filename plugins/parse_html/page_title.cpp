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

// The title up to its last separator when what follows names the site.
std::string_view without_site(std::string_view title, const TitleEvidence& evidence) {
  const std::vector<Cut> cuts = find_cuts(title);
  if (cuts.empty()) return title;
  const std::string heading = letters_only(evidence.heading);
  for (const Cut& cut : cuts)
    if (!heading.empty() && letters_only(title.substr(0, cut.begin)) == heading)
      return title.substr(0, cut.begin);
  std::string_view kept = title;
  const Cut& last = cuts.back();
  const std::string_view tail = trimmed(title.substr(last.end));
  const bool short_tail = count_text(tail).length() <= 4.5F;
  if (names_site(tail, evidence) || last.firm ||
      (short_tail && cuts.size() == 1 && evidence.site.empty()))
    kept = title.substr(0, last.begin);
  return trimmed(kept).empty() ? title : trimmed(kept);
}

}  // namespace

std::string choose_title(const TitleEvidence& evidence) {
  const std::string_view base =
      trimmed(evidence.document_title.empty() ? evidence.declared_title : evidence.document_title);
  if (base.empty()) return std::string(trimmed(evidence.heading));
  const std::string_view kept = without_site(base, evidence);
  // The heading says the same: its spelling is the author's, not that of a template.
  if (!evidence.heading.empty() && letters_only(kept) == letters_only(evidence.heading))
    return std::string(trimmed(evidence.heading));
  return std::string(kept);
}

}  // namespace weft
