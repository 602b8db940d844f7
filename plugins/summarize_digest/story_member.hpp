// SPDX-License-Identifier: Apache-2.0
/// A document of a story as its digest sees it: sentences with their terms and figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "story_terms.hpp"
#include "weft/document.hpp"
#include "weft/summary/body_sentences.hpp"

namespace weft {

struct StorySentence {
  std::string_view text;  ///< valid as long as the member's document is
  weft_span span;
  std::vector<std::uint64_t> terms;  ///< sorted, none twice
  std::vector<Figure> figures;
  double weight = 0;  ///< how central it is to the story: see weigh_sentences
};

struct StoryMember {
  const Document* document = nullptr;
  std::size_t number = 0;   ///< from 1, by which the digest names it
  std::string title;        ///< may be empty
  double title_weight = 0;  ///< how much of the story it names: see weigh_sentences
  std::string who;          ///< "publisher, author"; may be empty
  std::string published;    ///< ISO 8601, as far as it is known
  std::string language;     ///< tag of its sentences
  std::size_t copy_of = 0;  ///< number of the member that it nearly repeats; 0: none
  std::vector<std::uint64_t> title_terms;
  std::vector<StorySentence> sentences;  ///< in text order; of a copy none
};

/// The names a member is read by. Made in a stage's constructor, because it interns them.
struct MemberNames {
  BodyNames body;
  weft_id author = name(WEFT_KEY_AUTHOR);
  weft_id publisher = name(WEFT_KEY_PUBLISHER);
  weft_id site = name(WEFT_KEY_SITE);
  weft_id published = name(WEFT_KEY_DATE_PUBLISHED);
};

/// A text of a document as a digest quotes it: blanks folded, without what XML forbids.
std::string in_one_line(std::string_view text);

/// What the document says of itself.
StoryMember describe_member(const Document& document, const MemberNames& names);

/// Reads the sentences: of `language` (a primary subtag) where the document has some, else its own.
void read_sentences(StoryMember& member, const MemberNames& names, std::string_view language,
                    StoryTerms& terms);

/// Gives every sentence its weight: the share of its terms that other members have too, each the
/// more the more members have it; and titles theirs.
void weigh_sentences(std::vector<StoryMember>& members);

/// "source:120-245 ID": bytes of the document's first source ("source-2:..." of its second), or
/// bytes of a view ("text:120-245 ID") where they have no place in a source.
std::string place_of(const Document& document, const weft_span& span);

}  // namespace weft
