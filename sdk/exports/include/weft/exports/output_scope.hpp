// SPDX-License-Identifier: Apache-2.0
/// How many documents an output has, as `to` says it.
#pragma once

#include <string_view>

namespace weft {

/// True where every document has an output of its own, since `to` has {stem} or {id}; false where
/// one output takes several documents ({lang} makes one a language). The host tells them apart by
/// the same two placeholders. Pure, for any thread.
inline bool is_output_per_document(std::string_view to) {
  return to.find("{stem}") != std::string_view::npos || to.find("{id}") != std::string_view::npos;
}

}  // namespace weft
