// SPDX-License-Identifier: Apache-2.0
/// The two languages of a document, and the parts of it that are aligned on their own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// The sentences of one view in text order.
struct Side {
  weft_id view = 0;
  std::vector<weft_span> sentences;
};

struct SidePair {
  Side source;
  Side target;
  std::string missing;  ///< why there is nothing to align, as Document::pass wants it; or empty
};

/// For each side the leaf view whose language its range takes (RFC 4647), the one of most sentences
/// when there are several; the target is another view than the source. A side without a view, or
/// without spans of `sentence_type` in it, is told in `missing`.
SidePair pick_sides(const Document& document, std::string_view source_range,
                    std::string_view target_range, weft_id sentence_type);

/// Sentences (positions in Side::sentences, ascending) of both sides that belong together; either
/// may be empty.
struct Section {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
};

/// Where links of `parallel_type` join blocks of both views, one section each, in source order, and
/// one-sided sections for the sentences between them that no link reaches; every sentence is in one
/// section, in the first link's where links overlap. The view decides which side an end is on, not
/// its role. Without such a link all sentences are one section.
std::vector<Section> sections_of(const Document& document, const Side& source, const Side& target,
                                 weft_id parallel_type);

/// What length and borders tell of one side of a section.
struct Sentences {
  std::vector<std::uint32_t> bytes;        ///< length of each sentence in UTF-8
  std::vector<std::uint8_t> begins_block;  ///< 1 where it is the first of its block; may be empty
};

/// Measures `members`, positions in Side::sentences. Blocks are the parents of sentences.
Sentences measure(const Side& side, const std::vector<std::uint32_t>& members);

}  // namespace weft
