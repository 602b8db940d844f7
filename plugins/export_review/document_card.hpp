// SPDX-License-Identifier: Apache-2.0
/// What the page says of a document beside its pairs: title, metadata, summary.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "weft/document.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {

/// Where a sentence stands on the page.
struct PairPlace {
  std::size_t pair = 0;  ///< in the document, from 0
  std::size_t side = 0;  ///< 0 source, 1 target
  std::size_t sentence = 0;
};

/// By the sentence's span. Looked up only, never walked through.
using PairPlaces = std::unordered_map<weft_id, PairPlace>;
PairPlaces places_of(const std::vector<Pair>& pairs);

/// Text of a view as the page shows it: one line, fit for any reader (clean_for_xml, fold_space).
std::string shown_text(std::string_view text);

/// Interned names, made once in the stage's constructor.
struct CardNames {
  weft_id title = name(WEFT_KEY_TITLE);
  weft_id headline = name(WEFT_KEY_HEADLINE);
  weft_id summary = name(WEFT_LINK_SUMMARY);
};

/// One JSON object: {"id", "title", "facts": [[key, value, place?]], "summary": [{"lang",
/// "evidence":
/// [[pair, side, sentence] or "text"]}]}. Evidence that stands in a pair is pointed at,
/// other evidence is copied; the place of a fact is that of its evidence.
std::string document_card(const Document& document, const std::vector<Pair>& pairs,
                          const CardNames& names);

/// The same for the rest of a document whose first pairs are in an earlier block.
std::string continued_card(std::string_view id);

}  // namespace weft
