// SPDX-License-Identifier: Apache-2.0
/// Follows beads from the sentences of one language to those of another.
#include "joint_body.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace weft {
namespace {

constexpr double kJoinedAtLeast = 0.5;  // of the sentences; fewer make no summary in two languages

using Places = std::unordered_map<weft_id, std::uint32_t>;  // looked up, never walked

Places places_of(const Body& body) {
  Places out;
  for (std::size_t i = 0; i < body.spans.size(); ++i)
    out.emplace(body.spans[i].id, static_cast<std::uint32_t>(i));
  return out;
}

/// The primary language of the view that most beads lead to, or "".
std::string partner_language(const Document& document, const JointNames& names, const Body& body,
                             const Places& places) {
  std::map<std::string, std::size_t> votes;
  for (const weft_link& link : document.links()) {
    if (link.type != names.bead) continue;
    bool here = false;
    std::string there;
    for (const weft_end& end : document.ends(link)) {
      if (places.contains(end.span)) {
        here = true;
        continue;
      }
      const weft_span* span = document.find_span(end.span);
      if (span == nullptr) continue;
      const std::string_view tag = to_view(document.view(span->view - 1).lang);
      there = tag.substr(0, tag.find('-'));
    }
    if (here && !there.empty() && there != body.language) ++votes[there];
  }
  std::string best;
  std::size_t most = 0;
  for (const auto& [language, count] : votes) {
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

/// The bead of an item, if all its ends are body sentences of one of both languages, both there,
/// and none is in another bead.
bool item_of(const Document& document, const weft_link& link, const Places& places,
             const Places& other_places, const std::vector<bool>& used, PickItem& out) {
  out = {};
  for (const weft_end& end : document.ends(link)) {
    const auto here = places.find(end.span);
    const auto there = other_places.find(end.span);
    if (here != places.end()) {
      if (used[here->second]) return false;
      out.sentences.push_back(here->second);
    } else if (there != other_places.end()) {
      out.other.push_back(there->second);
    } else {
      return false;
    }
  }
  std::sort(out.sentences.begin(), out.sentences.end());
  std::sort(out.other.begin(), out.other.end());
  return !out.sentences.empty() && !out.other.empty();
}

/// True where the beads join enough; then `joint.items` are them and the sentences left alone.
bool join(const Document& document, const JointNames& names, const Places& places,
          JointBody& joint) {
  const Places other_places = places_of(joint.other);
  std::vector<bool> used(joint.body.sentences.size(), false);
  std::vector<PickItem> items;
  PickItem item;
  std::size_t joined = 0;
  for (const weft_link& link : document.links()) {
    if (link.type != names.bead) continue;
    if (!item_of(document, link, places, other_places, used, item)) continue;
    for (const std::uint32_t i : item.sentences)
      used[i] = true;
    joined += item.sentences.size();
    items.push_back(item);
  }
  if (static_cast<double>(joined) < kJoinedAtLeast * static_cast<double>(used.size())) return false;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (!used[i]) items.push_back({{i}, {}});
  }
  std::sort(items.begin(), items.end(), [](const PickItem& a, const PickItem& b) {
    return a.sentences.front() < b.sentences.front();
  });
  joint.items = std::move(items);
  return true;
}

}  // namespace

std::vector<BodySentence> JointBody::texts(const Document& document, bool of_other) const {
  const Body& side = of_other ? other : body;
  std::vector<BodySentence> out;
  out.reserve(items.size());
  for (const PickItem& item : items) {
    const std::vector<std::uint32_t>& members = of_other ? item.other : item.sentences;
    if (members.empty()) {
      out.emplace_back();
      continue;
    }
    const weft_span& first = side.spans[members.front()];
    const weft_span& last = side.spans[members.back()];
    weft_span whole = first;
    // Sentences of one bead follow each other; of those that do not, the first speaks.
    const bool near = last.view == first.view && last.end >= first.end &&
                      members.back() - members.front() + 1 == members.size();
    if (near) whole.end = last.end;
    out.push_back({document.text(whole), side.sentences[members.front()].block});
  }
  return out;
}

JointBody find_joint_body(const Document& document, const JointNames& names,
                          std::string_view range) {
  JointBody out;
  out.body = find_body(document, names.body, range);
  if (out.body.sentences.empty()) return out;
  const Places places = places_of(out.body);
  const std::string partner = partner_language(document, names, out.body, places);
  if (!partner.empty()) {
    out.other = find_body(document, names.body, partner);
    if (join(document, names, places, out)) return out;
    out.other = {};
  }
  for (std::uint32_t i = 0; i < out.body.sentences.size(); ++i)
    out.items.push_back({{i}, {}});
  return out;
}

}  // namespace weft
