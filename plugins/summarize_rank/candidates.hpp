// SPDX-License-Identifier: Apache-2.0
/// The sentences of a document that may be picked, all of one language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sentence_terms.hpp"
#include "weft/document.hpp"

namespace weft {

/// The names this looks for, interned once.
struct CandidateNames {
  weft_id sentence = name(WEFT_SPAN_SENTENCE);
  weft_id title = name(WEFT_SPAN_TITLE);
  weft_id lang = name(WEFT_KEY_LANG);
  weft_id metadata_title = name(WEFT_KEY_TITLE);
  std::vector<weft_id> blocks{name(WEFT_SPAN_PARAGRAPH), name(WEFT_SPAN_LIST_ITEM),
                              name(WEFT_SPAN_QUOTE), name(WEFT_SPAN_DECK)};
  std::vector<weft_id> containers{name(WEFT_SPAN_LIST), name(WEFT_SPAN_QUOTE),
                                  name(WEFT_SPAN_LIST_ITEM), name(WEFT_SPAN_PARAGRAPH)};
};

struct Candidates {
  std::vector<Candidate> sentences;
  std::vector<weft_id> spans;  ///< of the sentences
  std::string lang;            ///< tag of the first of them
  std::string language;        ///< its primary subtag
  std::string_view title;      ///< in that language where there is one
};

/// Sentences of body blocks and decks in leaf views, in text order. `range` (RFC 4647, empty: any)
/// limits the language; of several languages the one with most text is taken, and among equals
/// (within a fifth) the title's, else the first. Text is valid as long as the document's is.
Candidates find_candidates(const Document& document, const CandidateNames& names,
                           std::string_view range);

}  // namespace weft
