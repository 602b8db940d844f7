// SPDX-License-Identifier: Apache-2.0
/// All ways of pairing, in the order of trust, over a whole corpus.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document_note.hpp"
#include "join_documents.hpp"
#include "name_pattern.hpp"
#include "pair_by_content.hpp"

namespace weft {

/// What may make documents partners.
enum class PairingMethod : std::uint8_t { kName, kLinks, kContent };

/// How to pair.
struct PairingRules {
  std::vector<PairingMethod> by;    ///< the most trusted first
  std::vector<std::string> ranges;  ///< languages that belong together (RFC 4647)
  std::vector<NamePattern> patterns;
  ContentThresholds thresholds;
  TranslateBetween translate;
};

/// A document to be made.
struct PairedDocument {
  std::vector<std::size_t> members;  ///< positions in the corpus, in the order of the ranges
  std::string id;
  Joined how;
};

/// What becomes of a corpus.
struct Pairing {
  std::vector<PairedDocument> groups;
  std::vector<std::string> alone;  ///< by document: why it has no partner; empty if it has
  std::vector<std::size_t> near_duplicates;  ///< by document: of which, or the number of documents
  std::vector<std::string> warnings;
};

/// Decides for documents with these ids and notes, in corpus order. Each method sees what the ones
/// before it left. Ids of groups differ from all ids and from each other. `poll` may throw.
Pairing pair_documents(const std::vector<std::string_view>& ids,
                       const std::vector<DocumentNote>& notes, const PairingRules& rules,
                       const std::function<void()>& poll);

}  // namespace weft
