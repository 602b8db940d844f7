// SPDX-License-Identifier: Apache-2.0
/// One call of a stage for one document, timed, with what came of it among the document's events.
#pragma once

#include <functional>

#include "core/run/work.hpp"

namespace weft {

/// Runs `body` through `call` and appends the event; sets work.stopped unless the document goes on.
void run_call(Work& work, std::size_t stage, Call& call, weft_doc* doc,
              const std::function<weft_status(weft_ctx*)>& body);

}  // namespace weft
