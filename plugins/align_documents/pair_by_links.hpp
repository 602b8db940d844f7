// SPDX-License-Identifier: Apache-2.0
/// Which documents say of each other that they are one text, and whose addresses do.
#pragma once

#include <cstddef>
#include <vector>

#include "document_note.hpp"
#include "grouping.hpp"

namespace weft {

/// What was found, and what was claimed but not believed.
struct LinkedGroups {
  std::vector<FoundGroup> groups;
  /// Documents that several different ones claim without being named in return: a front page, say.
  std::vector<std::size_t> contested;
};

/// Groups of documents whose links agree: `alternate` and `translation-of` lead from one to the
/// other (1 when both do, .95 when one does), or their addresses are equal but for what says the
/// language (.9, and .85 where one of the two says none). Believed only between texts of different
/// languages, of the language that the link names. `free[i]`: document i may be taken. Near-
/// duplicates that claim one document leave it to the first.
LinkedGroups pair_by_links(const std::vector<DocumentNote>& notes, const std::vector<bool>& free);

}  // namespace weft
