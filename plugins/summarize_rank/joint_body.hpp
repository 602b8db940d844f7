// SPDX-License-Identifier: Apache-2.0
/// What is picked as a whole: a sentence, or in an aligned document a bead of both languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/summary/body_sentences.hpp"

namespace weft {

/// Positions in Body::sentences of either language, ascending. `other` is empty where a sentence
/// has no translation, or the document is in one language.
struct PickItem {
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> other;
};

/// The items of a document, in the text order of its summary's language.
struct JointBody {
  Body body;
  Body other;  ///< its partner language; empty where the document is summarized in one only
  std::vector<PickItem> items;

  [[nodiscard]] bool is_joint() const { return !other.sentences.empty(); }
  /// One text an item: what stands from its first to its last sentence. `side` is body or other.
  [[nodiscard]] std::vector<BodySentence> texts(const Document& document, bool of_other) const;
};

/// The names this looks for, interned once.
struct JointNames {
  BodyNames body;
  weft_id bead = name(WEFT_LINK_BEAD);
};

/// Finds body sentences as find_body does, and where beads join at least half of them to sentences
/// of one other language, makes an item of each bead. Views are valid as long as the document is.
JointBody find_joint_body(const Document& document, const JointNames& names,
                          std::string_view range);

}  // namespace weft
