// SPDX-License-Identifier: Apache-2.0
/// Makes one document of the same text in several languages.
#pragma once

#include <string>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// How documents were found to be one text.
struct Joined {
  std::vector<std::string> languages;  ///< of the members, in their order
  std::string method = "name";         ///< "name", "links" or "content"
  double score = 1;                    ///< 0 .. 1
};

/// Copies documents into one and says what the whole is. Names are interned on construction.
class DocumentJoiner {
 public:
  /// Views of members[i] become "<languages[i]>.<name>" (a tag that is there already gets a "+").
  /// A leaf view without a language, or of several, takes the one its file name gives; where text
  /// and name contradict, the text's stays and the name's is kept as the view's attribute
  /// `declared-language`, counted and warned of.
  /// The members' metadata stays on their first views; the document has the titles, whatever
  /// all members that say it agree on, the languages, layout "paired-files", and how and how surely
  /// they were paired.
  void join(const std::vector<const Document*>& members, const Joined& how, Document& made) const;

 private:
  void set_language(Document& made, const weft_view& view, const std::string& language) const;
  void set_metadata(const std::vector<const Document*>& members, const Joined& how,
                    Document& made) const;
  void copy_values(const std::vector<const Document*>& members, weft_id key, Document& made) const;

  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id layout_ = name(WEFT_KEY_LAYOUT);
  weft_id language_ = name(WEFT_KEY_LANGUAGE);
  weft_id languages_ = name(WEFT_KEY_LANGUAGES);
  weft_id pairing_ = name(WEFT_KEY_PAIRING);
  weft_id text_ = name("text");
  weft_id declared_language_ = name("declared-language");
  weft_id file_name_ = name("file-name");
  weft_id contradicted_ = name("language-contradicts-name");
};

}  // namespace weft
