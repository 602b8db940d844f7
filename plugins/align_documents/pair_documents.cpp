// SPDX-License-Identifier: Apache-2.0
/// One method after the other, then the reasons of those left.
#include "pair_documents.hpp"

#include <algorithm>
#include <set>

#include "near_duplicates.hpp"
#include "pair_by_links.hpp"
#include "pair_by_name.hpp"

namespace weft {
namespace {

class Pairer {
 public:
  Pairer(const std::vector<std::string_view>& ids, const std::vector<DocumentNote>& notes,
         const PairingRules& rules, const std::function<void()>& poll)
      : ids_(ids),
        notes_(notes),
        rules_(rules),
        poll_(poll),
        free_(ids.size(), true),
        taken_(ids.begin(), ids.end()),
        has_candidate_(ids.size(), false) {}

  Pairing run() {
    for (const PairingMethod method : rules_.by) {
      poll_();
      if (method == PairingMethod::kName) by_name();
      if (method == PairingMethod::kLinks) by_links();
      if (method == PairingMethod::kContent) by_content();
    }
    std::vector<bool> paired(free_);
    paired.flip();
    out_.near_duplicates = near_duplicates(notes_, paired);
    for (std::size_t i = 0; i < ids_.size(); ++i)
      out_.alone.push_back(free_[i] ? reason(i) : std::string{});
    return std::move(out_);
  }

 private:
  void by_name() {
    std::vector<std::string_view> names;
    std::vector<std::size_t> place;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (!free_[i]) continue;
      names.push_back(ids_[i]);
      place.push_back(i);
    }
    const NamedGroups found = pair_by_name(names, rules_.patterns, rules_.ranges);
    for (const NamedGroup& group : found.groups) {
      PairedDocument made;
      std::vector<std::string_view> members;
      for (const std::size_t member : group.members) {
        made.members.push_back(place[member]);
        members.push_back(names[member]);
      }
      made.how = {languages_by_name(members, rules_.patterns, rules_.ranges), "name", 1};
      add(std::move(made), group.id);
    }
    for (const std::size_t rival : found.rivals) {
      out_.warnings.push_back(std::string(names[rival]) +
                              " goes on alone: another document of its name and language was "
                              "paired");
    }
  }

  void by_links() {
    const LinkedGroups found = pair_by_links(notes_, free_);
    add_found(found.groups, "links");
    for (const std::size_t document : found.contested) {
      out_.warnings.push_back("several documents call " + std::string(ids_[document]) +
                              " their translation: none is believed by its links");
    }
  }

  void by_content() {
    ContentGroups found = pair_by_content(notes_, free_, rules_.ranges.size(), rules_.translate,
                                          rules_.thresholds, poll_);
    add_found(found.groups, "content");
    has_candidate_ = std::move(found.has_candidate);
  }

  void add_found(const std::vector<FoundGroup>& groups, const std::string& method) {
    for (const FoundGroup& group : groups) {
      PairedDocument made;
      made.members = group.members;
      made.how = {{}, method, group.score};
      std::vector<std::string_view> ids;
      for (const std::size_t member : group.members) {
        made.how.languages.push_back(notes_[member].language);
        ids.push_back(ids_[member]);
      }
      add(std::move(made), joined_id(ids));
    }
  }

  void add(PairedDocument made, std::string id) {
    while (!taken_.insert(id).second)
      id += '+';
    made.id = std::move(id);
    for (const std::size_t member : made.members)
      free_[member] = false;
    out_.groups.push_back(std::move(made));
  }

  [[nodiscard]] bool asks(PairingMethod method) const {
    return std::find(rules_.by.begin(), rules_.by.end(), method) != rules_.by.end();
  }

  [[nodiscard]] std::string reason(std::size_t document) const {
    if (!asks(PairingMethod::kLinks) && !asks(PairingMethod::kContent)) {
      const bool named = std::any_of(
          rules_.patterns.begin(), rules_.patterns.end(), [&](const NamePattern& pattern) {
            return pattern.match(ids_[document], rules_.ranges).has_value();
          });
      return named ? "no partner of its name" : "its name holds no language";
    }
    switch (notes_[document].standing) {
      case Standing::kOtherLanguage:
        return "in none of the languages to be paired";
      case Standing::kSeveral:
        return "its text is in several languages already";
      case Standing::kJoined:
        return "holds several languages already";
      case Standing::kEmpty:
        return "no text to find a partner by";
      case Standing::kOneLanguage:
        break;
    }
    if (!asks(PairingMethod::kContent)) return "no partner by its links";
    return has_candidate_[document] ? "no partner: none is sure enough"
                                    : "no partner: nothing in common with any document";
  }

  const std::vector<std::string_view>& ids_;
  const std::vector<DocumentNote>& notes_;
  const PairingRules& rules_;
  const std::function<void()>& poll_;
  std::vector<bool> free_;
  std::set<std::string, std::less<>> taken_;
  std::vector<bool> has_candidate_;
  Pairing out_;
};

}  // namespace

Pairing pair_documents(const std::vector<std::string_view>& ids,
                       const std::vector<DocumentNote>& notes, const PairingRules& rules,
                       const std::function<void()>& poll) {
  return Pairer(ids, notes, rules, poll).run();
}

}  // namespace weft
