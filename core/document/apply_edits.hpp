// SPDX-License-Identifier: Apache-2.0
/// The parts of a commit that touch what was there before: changed spans, attributes, removals.
#pragma once

#include <vector>

#include "core/document/stored_document.hpp"
#include "weft/abi.h"

namespace weft {

/// Replaces type, parent and range of existing spans. Throws Error(WEFT_E_INTERNAL) when a child
/// would then reach past its parent; the document is unchanged in that case.
void apply_span_changes(StoredDocument& document, const std::vector<weft_span>& changes);

/// Adds attributes; the first WEFT_ATTR_SET of an owner and key drops the values it had before this
/// call, and a value of kind NONE adds nothing.
void apply_attributes(StoredDocument& document, const std::vector<weft_attr>& added);

/// Removes spans and links. Children of a removed span go to its parent, links it ends and
/// attributes of what is removed go with it, evidence that pointed at it becomes 0.
void apply_removals(StoredDocument& document, const std::vector<weft_ref>& removed);

}  // namespace weft
