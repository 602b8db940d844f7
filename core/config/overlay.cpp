// SPDX-License-Identifier: Apache-2.0
/// Name, corpus and exports are replaced, other stages overridden by id or put behind their kind.
#include "core/config/overlay.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/config/stage_element.hpp"

namespace weft {
namespace {

std::ptrdiff_t rank(const StageConfig& stage) {
  return std::ranges::find(stage_elements(), stage.element) - stage_elements().begin();
}

/// The index behind the last stage of the kind, or, where there is none, of any earlier kind.
std::size_t behind_kind(const std::vector<StageConfig>& stages, const StageConfig& stage) {
  const auto behind_last = [&](const auto& fits) {
    const auto last = std::find_if(stages.rbegin(), stages.rend(), fits);
    return static_cast<std::size_t>(stages.rend() - last);
  };
  const std::size_t same =
      behind_last([&](const StageConfig& each) { return each.element == stage.element; });
  if (same > 0) return same;
  return behind_last([&](const StageConfig& each) { return rank(each) < rank(stage); });
}

void override_stage(StageConfig& old, StageConfig stage, Problems& problems) {
  if (old.element == stage.element) {
    old = std::move(stage);
    return;
  }
  problems.add(stage.id_place,
               "<" + stage.element + "> has the id '" + stage.id + "' of the <" + old.element +
                   "> at " + to_string(old.place),
               "only a stage of the same kind can override it; choose another id");
}

}  // namespace

void overlay(Config& base, Config upper, Problems& problems) {
  const auto is_export = [](const StageConfig& stage) { return stage.element == "export"; };
  if (!upper.name.empty()) base.name = std::move(upper.name);
  if (upper.corpus) base.corpus = std::move(upper.corpus);
  base.place = upper.place;
  base.whole = base.whole && upper.whole;
  if (std::ranges::any_of(upper.stages, is_export)) std::erase_if(base.stages, is_export);

  std::size_t behind_new = 0;
  for (StageConfig& stage : upper.stages) {
    const auto old = std::ranges::find(base.stages, stage.id, &StageConfig::id);
    if (old != base.stages.end()) {
      override_stage(*old, std::move(stage), problems);
      continue;
    }
    // New stages also keep the order in which their file writes them.
    const std::size_t at = std::max(behind_kind(base.stages, stage), behind_new);
    base.stages.insert(base.stages.begin() + static_cast<std::ptrdiff_t>(at), std::move(stage));
    behind_new = at + 1;
  }
}

}  // namespace weft
