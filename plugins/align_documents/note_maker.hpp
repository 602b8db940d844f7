// SPDX-License-Identifier: Apache-2.0
/// Makes a document's note: its language, addresses, claims and features.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document_note.hpp"
#include "feature_reader.hpp"
#include "weft/document.hpp"

namespace weft {

/// What a note has to hold.
struct NoteParts {
  bool links = true;
  bool content = true;
};

/// Names are interned on construction. Not for two threads at once.
class NoteMaker {
 public:
  /// `lexicon`, if any, must outlive this.
  NoteMaker(std::vector<std::string> ranges, NoteParts parts, const Lexicon* lexicon = nullptr);

  /// The note of a document as it is when the stage sees it. Without blocks the text of its leaf
  /// views stands for them.
  DocumentNote make(const Document& document);

 private:
  struct Body;
  [[nodiscard]] Body body_of(const Document& document) const;
  void find_language(const Body& body, DocumentNote& note) const;
  void read_links(const Document& document, DocumentNote& note) const;
  [[nodiscard]] std::uint8_t range_of(std::string_view tag) const;

  std::vector<std::string> ranges_;
  NoteParts parts_;
  FeatureReader features_;
  std::set<weft_id> block_types_;
  weft_id url_ = name(WEFT_KEY_URL);
  weft_id alternate_ = name(WEFT_KEY_ALTERNATE);
  weft_id translation_of_ = name(WEFT_KEY_TRANSLATION_OF);
  weft_id layout_ = name(WEFT_KEY_LAYOUT);
  weft_id lang_ = name(WEFT_KEY_LANG);
};

}  // namespace weft
