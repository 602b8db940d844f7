// SPDX-License-Identifier: Apache-2.0
/// A plan for people: as a drawing and as a table. What `weft plan` prints.
#pragma once

#include <string>

#include "core/plan/plan.hpp"

namespace weft {

/// Languages of drawings.
enum class GraphFormat { kDot, kMermaid };

/// The way of a document from the corpus through the stages to the outputs. Stages that wait for
/// the whole corpus have a double border, those with a condition a dashed one. Ends in a newline.
[[nodiscard]] std::string plan_graph(const Plan& plan, GraphFormat format);

/// Every stage with its plugin, threading, values (what nobody set is marked as default),
/// condition and output; a line where documents wait for each other. Secrets show the name of their
/// variable only. The notes of the plan come last. Ends in a newline.
[[nodiscard]] std::string plan_text(const Plan& plan);

}  // namespace weft
