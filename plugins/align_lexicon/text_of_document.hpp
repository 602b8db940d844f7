// SPDX-License-Identifier: Apache-2.0
/// The two sides of a document as the aligner wants them: in sections, one after the other.
#pragma once

#include <string>
#include <vector>

#include "align_text.hpp"
#include "weft/align/two_sides.hpp"
#include "weft/document.hpp"

namespace weft {

struct LanguageRanges {
  std::string source;  ///< RFC 4647
  std::string target;
};

/// Interned names of what is read; made in the constructor of a stage.
struct StructureNames {
  weft_id sentence = name(WEFT_SPAN_SENTENCE);
  weft_id parallel = name(WEFT_LINK_PARALLEL);
};

/// Sentences in the order of sections. Holds views into the document: valid as long as its call.
class TextOfDocument {
 public:
  TextOfDocument(const Document& document, const LanguageRanges& languages,
                 const StructureNames& names);

  /// Why there is nothing to align; empty when there is something.
  [[nodiscard]] const std::string& missing() const { return missing_; }
  [[nodiscard]] const TextSide& source() const { return source_; }
  [[nodiscard]] const TextSide& target() const { return target_; }
  [[nodiscard]] const std::vector<TextSection>& sections() const { return sections_; }
  /// The spans of TextSide::sentences.
  [[nodiscard]] const std::vector<weft_id>& source_spans() const { return source_spans_; }
  [[nodiscard]] const std::vector<weft_id>& target_spans() const { return target_spans_; }

 private:
  std::string missing_;
  TextSide source_;
  TextSide target_;
  std::vector<TextSection> sections_;
  std::vector<weft_id> source_spans_;
  std::vector<weft_id> target_spans_;
};

}  // namespace weft
