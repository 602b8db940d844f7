// SPDX-License-Identifier: Apache-2.0
/// Grouping ids by key, one document a language.
#include "pair_by_name.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace weft {
namespace {

struct Candidate {
  std::size_t document = 0;
  NameMatch match;
};
using Texts = std::map<std::string, std::vector<Candidate>, std::less<>>;

/// One candidate a range, in the order of the ranges; file types as alike as can be.
std::vector<Candidate> choose(const std::vector<Candidate>& all, std::size_t n_ranges) {
  std::vector<Candidate> best;
  std::size_t best_alike = 0;
  for (const Candidate& lead : all) {
    std::vector<Candidate> chosen;
    std::size_t alike = 0;
    for (std::size_t range = 0; range < n_ranges; ++range) {
      const auto of_range = [&](const Candidate& c) { return c.match.range == range; };
      auto found = std::find_if(all.begin(), all.end(), [&](const Candidate& c) {
        return of_range(c) && c.match.rest == lead.match.rest;
      });
      if (found != all.end()) ++alike;
      if (found == all.end()) found = std::find_if(all.begin(), all.end(), of_range);
      if (found != all.end()) chosen.push_back(*found);
    }
    if (alike > best_alike) {
      best = std::move(chosen);
      best_alike = alike;
    }
  }
  return best;
}

std::string id_of_all(std::string_view first, const std::vector<Candidate>& members,
                      std::set<std::string, std::less<>>& taken) {
  const NameMatch& match = members.front().match;
  std::string languages;
  for (const Candidate& member : members)
    languages += (languages.empty() ? "" : "+") + member.match.language;
  std::string id(first.substr(0, match.begin));
  id += languages;
  id += first.substr(match.end);
  while (!taken.insert(id).second)
    id += '+';
  return id;
}

}  // namespace

NamedGroups pair_by_name(const std::vector<std::string_view>& ids,
                         const std::vector<NamePattern>& patterns,
                         const std::vector<std::string>& ranges) {
  NamedGroups out;
  std::set<std::string, std::less<>> taken(ids.begin(), ids.end());
  std::vector<bool> used(ids.size(), false);
  for (const NamePattern& pattern : patterns) {
    Texts texts;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (used[i]) continue;
      if (auto match = pattern.match(ids[i], ranges)) texts[match->key].push_back({i, *match});
    }
    for (const auto& [key, candidates] : texts) {
      const std::vector<Candidate> members = choose(candidates, ranges.size());
      if (members.size() < 2) continue;
      NamedGroup group;
      for (const Candidate& member : members)
        group.members.push_back(member.document);
      group.id = id_of_all(ids[group.members.front()], members, taken);
      out.groups.push_back(std::move(group));
      for (const Candidate& candidate : candidates)
        used[candidate.document] = true;
      for (const Candidate& candidate : candidates) {
        const auto& chosen = out.groups.back().members;
        if (std::find(chosen.begin(), chosen.end(), candidate.document) == chosen.end())
          out.rivals.push_back(candidate.document);
      }
    }
  }
  std::sort(out.rivals.begin(), out.rivals.end());
  return out;
}

std::vector<std::string> languages_by_name(const std::vector<std::string_view>& ids,
                                           const std::vector<NamePattern>& patterns,
                                           const std::vector<std::string>& ranges) {
  for (const NamePattern& pattern : patterns) {
    std::vector<std::string> languages;
    std::string key;
    for (const std::string_view id : ids) {
      const auto match = pattern.match(id, ranges);
      if (!match || (!languages.empty() && match->key != key)) break;
      key = match->key;
      languages.push_back(match->language);
    }
    if (languages.size() == ids.size()) return languages;
  }
  return {};
}

}  // namespace weft
