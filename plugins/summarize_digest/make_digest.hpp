// SPDX-License-Identifier: Apache-2.0
/// A digest out of the documents of a story.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "digest_page.hpp"
#include "digest_words.hpp"
#include "story_member.hpp"

namespace weft {

struct DigestSizes {
  std::size_t voices = 0, figures = 0, dates = 0;  ///< most of each
};

/// Makes digests. Interns names, so it is made in a stage's constructor; not for two threads at
/// once.
class DigestMaker {
 public:
  /// `lexicon`, if any, must outlive this; `language`: a tag, or empty for that of most documents.
  DigestMaker(const Lexicon* lexicon, const DigestSizes& sizes, std::string language);

  /// Writes the digest into `made`: one view of title, list of documents, who says what, table of
  /// figures, dates; and as metadata title, language and the documents' ids. copies[i]: id of the
  /// document that members[i] nearly repeats, or empty.
  void make(const std::vector<const Document*>& members, const std::vector<std::string>& copies,
            Document& made);

 private:
  std::vector<StoryMember> read(const std::vector<const Document*>& members,
                                const std::vector<std::string>& copies,
                                const std::string& language);
  static void add_title(const std::vector<StoryMember>& members, DigestPage& page);
  static void add_documents(const std::vector<StoryMember>& members, const DigestWords& words,
                            DigestPage& page);
  void add_voices(const std::vector<StoryMember>& members, const DigestWords& words,
                  DigestPage& page) const;
  void add_figures(const std::vector<StoryMember>& members, const DigestWords& words,
                   DigestPage& page);
  void add_dates(const std::vector<StoryMember>& members, const DigestWords& words,
                 DigestPage& page) const;

  StoryTerms terms_;
  DigestSizes sizes_;
  std::string language_;
  MemberNames names_;
  PageNames page_names_;
  weft_id language_key_ = name(WEFT_KEY_LANGUAGE);
  weft_id digest_of_ = name(WEFT_KEY_DIGEST_OF);
};

}  // namespace weft
