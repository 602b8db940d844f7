// SPDX-License-Identifier: Apache-2.0
/// Barriers.
#include "core/run/settle.hpp"

#include <algorithm>
#include <set>

#include "weft/error.hpp"

namespace weft {
namespace {

std::vector<weft_str> as_strs(const std::vector<std::string>& texts) {
  std::vector<weft_str> out;
  out.reserve(texts.size());
  for (const std::string& text : texts)
    out.push_back({text.data(), text.size()});
  return out;
}

void check_groups(const std::string& stage, const std::vector<Group>& groups,
                  const std::vector<std::string>& ids) {
  std::vector<bool> taken(ids.size(), false);
  std::set<std::string_view> kept_ids(ids.begin(), ids.end());
  for (const Group& group : groups) {
    for (const std::size_t member : group.members) {
      if (group.keep) continue;
      if (taken[member]) {
        throw Error(WEFT_E_CONFIG,
                    stage + " put " + ids[member] + " into two groups that both consume it");
      }
      taken[member] = true;
      kept_ids.erase(ids[member]);
    }
  }
  for (const Group& group : groups) {
    if (!kept_ids.insert(group.id).second) {
      throw Error(WEFT_E_CONFIG,
                  stage + " gave a group the id " + group.id + ", which another document has");
    }
  }
}

}  // namespace

std::vector<Group> settle(StagePool& pool, const RunState& run, const std::vector<std::string>& ids,
                          const std::vector<std::string>& notes) {
  const StagePool::Lease lease = pool.lease();
  const auto* table = StagePool::table<weft_corpus_stage_v1>(lease.get(), WEFT_CORPUS_STAGE_V1);
  const std::vector<weft_str> id_strs = as_strs(ids);
  const std::vector<weft_str> note_strs = as_strs(notes);
  CallRights rights;
  rights.groups = true;
  Call call(pool.plan().id, run, rights);
  call.corpus_size = ids.size();
  const Outcome outcome = call.run(nullptr, [&](weft_ctx* ctx) {
    return table->settle(lease.get(), ctx, id_strs.data(), note_strs.data(), ids.size());
  });
  if (outcome.status != WEFT_OK) {
    throw Error(WEFT_E_CONFIG,
                pool.plan().id + " failed over the whole corpus: " + outcome.message);
  }
  check_groups(pool.plan().id, call.groups, ids);
  return std::move(call.groups);
}

std::vector<BarrierEntry> arrange(std::size_t documents, const std::vector<Group>& groups,
                                  const std::function<void(std::size_t)>& consumed) {
  std::vector<bool> gone(documents, false);
  std::vector<std::vector<const Group*>> starting(documents);
  for (const Group& group : groups) {
    starting[*std::ranges::min_element(group.members)].push_back(&group);
    for (const std::size_t member : group.members) {
      if (group.keep || gone[member]) continue;
      gone[member] = true;
      consumed(member);
    }
  }
  std::vector<BarrierEntry> entries;
  for (std::size_t i = 0; i < documents; ++i) {
    for (const Group* group : starting[i])
      entries.push_back({group->members, group->id});
    if (!gone[i]) entries.push_back({{i}, {}});
  }
  return entries;
}

}  // namespace weft
