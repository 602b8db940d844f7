// SPDX-License-Identifier: Apache-2.0
/// What is kept of a document between observe and settle: at most 2.6 KB.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "story_terms.hpp"
#include "weft/document.hpp"
#include "weft/summary/body_sentences.hpp"
#include "weft/text/wording_sketch.hpp"

namespace weft {

/// A term of a document and how often it stands there, a place in the title counting as three.
struct NotedTerm {
  std::uint32_t key = 0;  ///< 29 bits of hash, 3 of kind
  std::uint8_t count = 0;
};
constexpr TermKind kind_of_key(std::uint32_t key) {
  return static_cast<TermKind>(key & 7U);
}

struct StoryNote {
  Sketch sketch{};                       ///< of the wording, Han characters simplified
  std::vector<std::uint32_t> languages;  ///< hashes of primary subtags
  std::vector<NotedTerm> terms;          ///< by key; none: there is nothing to judge by
};

std::string write_note(const StoryNote& note);
/// What write_note wrote; a note that is cut off gives an empty one.
StoryNote read_note(std::string_view bytes);

/// The body of a document, once for each language that leaf views are in.
std::vector<Body> bodies_of(const Document& document, const BodyNames& names);

/// The names of addresses. Made in a stage's constructor, because it interns them.
struct AddressNames {
  weft_id url = name(WEFT_KEY_URL);
  weft_id translation_of = name(WEFT_KEY_TRANSLATION_OF);
};

/// The note of a document. Of a long text the 400 most frequent terms are kept.
StoryNote make_note(const Document& document, const BodyNames& names, const AddressNames& addresses,
                    StoryTerms& terms);

}  // namespace weft
