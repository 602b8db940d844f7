// SPDX-License-Identifier: Apache-2.0
/// The sentences of a document that may stand for it, all of one language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// The names this looks for. Made in a stage's constructor, because it interns them.
struct BodyNames {
  weft_id sentence = name(WEFT_SPAN_SENTENCE);
  weft_id title = name(WEFT_SPAN_TITLE);
  weft_id lang = name(WEFT_KEY_LANG);
  weft_id metadata_title = name(WEFT_KEY_TITLE);
  std::vector<weft_id> blocks{name(WEFT_SPAN_PARAGRAPH), name(WEFT_SPAN_LIST_ITEM),
                              name(WEFT_SPAN_QUOTE), name(WEFT_SPAN_DECK)};
  std::vector<weft_id> containers{name(WEFT_SPAN_LIST), name(WEFT_SPAN_QUOTE),
                                  name(WEFT_SPAN_LIST_ITEM), name(WEFT_SPAN_PARAGRAPH)};
};

/// One of them. Sentences of one block follow each other.
struct BodySentence {
  std::string_view text;    ///< valid UTF-8, as long as the document's is
  std::uint32_t block = 0;  ///< equal for sentences of one block
};

struct Body {
  std::vector<BodySentence> sentences;    ///< in text order
  std::vector<weft_span> spans;           ///< of the sentences
  std::string lang;                       ///< tag of the first of them
  std::string language;                   ///< its primary subtag
  std::string_view title;                 ///< in that language where there is one; may be empty
  const weft_span* title_span = nullptr;  ///< where it stands, if it is in a view
};

/// Sentences of body blocks and decks in leaf views, in text order. `range` (RFC 4647, empty: any)
/// limits the language; of several languages the one with most text is taken, and among equals
/// (within a fifth) the title's, else the first. Text and title_span are valid as long as the
/// document is. Any thread.
Body find_body(const Document& document, const BodyNames& names, std::string_view range);

}  // namespace weft
