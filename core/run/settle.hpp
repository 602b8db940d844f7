// SPDX-License-Identifier: Apache-2.0
/// What happens at a barrier: the corpus-scope stage decides, and the order behind the barrier
/// follows from it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/run/call.hpp"
#include "core/run/stage_pool.hpp"
#include "core/run/work_source.hpp"

namespace weft {

/// Calls settle with the ids and notes of all documents in corpus order. Throws
/// Error(WEFT_E_CONFIG) when the stage fails or its groups cannot be: an id used twice, a document
/// consumed by two groups.
std::vector<Group> settle(StagePool& pool, const RunState& run, const std::vector<std::string>& ids,
                          const std::vector<std::string>& notes);

/// The order behind the barrier: a group stands where its first member stood, members that are not
/// kept are gone and reported to `consumed`, all others stay.
std::vector<BarrierEntry> arrange(std::size_t documents, const std::vector<Group>& groups,
                                  const std::function<void(std::size_t)>& consumed);

}  // namespace weft
