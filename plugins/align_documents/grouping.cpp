// SPDX-License-Identifier: Apache-2.0
/// Groups as lists of members; names of groups.
#include "grouping.hpp"

#include <algorithm>
#include <numeric>

namespace weft {

Grouping::Grouping(std::vector<std::uint8_t> ranges)
    : ranges_(std::move(ranges)),
      root_(ranges_.size()),
      members_(ranges_.size()),
      score_(ranges_.size(), 1) {
  std::iota(root_.begin(), root_.end(), std::size_t{0});
  for (std::size_t i = 0; i < ranges_.size(); ++i)
    members_[i] = {i};
}

bool Grouping::join(std::size_t a, std::size_t b, double score) {
  const std::size_t into = std::min(root_[a], root_[b]);
  const std::size_t from = std::max(root_[a], root_[b]);
  if (into == from) return true;
  for (const std::size_t one : members_[into])
    for (const std::size_t other : members_[from])
      if (ranges_[one] == ranges_[other]) return false;
  for (const std::size_t member : members_[from])
    root_[member] = into;
  members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
  members_[from].clear();
  score_[into] = std::min({score_[into], score_[from], score});
  return true;
}

std::vector<FoundGroup> Grouping::groups() const {
  std::vector<FoundGroup> out;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (members_[i].size() < 2) continue;
    FoundGroup group{members_[i], score_[i]};
    std::sort(group.members.begin(), group.members.end(),
              [&](std::size_t a, std::size_t b) { return ranges_[a] < ranges_[b]; });
    out.push_back(std::move(group));
  }
  return out;
}

std::string joined_id(const std::vector<std::string_view>& ids) {
  std::string folder;
  std::string ending;
  std::vector<std::string_view> stems;
  std::string records;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::size_t record = std::min(ids[i].rfind('#'), ids[i].size());
    const std::string_view path = ids[i].substr(0, record);
    const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
    std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot <= name) dot = path.size();
    if (i == 0) {
      folder = path.substr(0, name);
      ending = path.substr(dot);
    }
    const std::string_view stem = path.substr(name, dot - name);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
    if (record < ids[i].size())
      records += (records.empty() ? "#" : "+") + std::string(ids[i].substr(record + 1));
  }
  std::string out = folder;
  for (std::size_t i = 0; i < stems.size(); ++i)
    out += (i == 0 ? "" : "+") + std::string(stems[i]);
  return out + ending + records;
}

}  // namespace weft
