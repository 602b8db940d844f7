// SPDX-License-Identifier: Apache-2.0
/// The whole of a document checked at once: what read_image must not take on trust.
#pragma once

#include "core/document/stored_document.hpp"

namespace weft {

/// Throws Error(WEFT_E_INPUT) naming the first thing that no transaction would have let through.
void check_document(const StoredDocument& document);

}  // namespace weft
