// SPDX-License-Identifier: Apache-2.0
/// Puts a summary into its document: text, evidence, findings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ask_model.hpp"
#include "claims.hpp"
#include "support.hpp"
#include "weft/document.hpp"

namespace weft {

/// Who wrote a summary.
struct Authorship {
  std::string model;
  std::string host;
};

/// What the document was found to lack, for the report's counters.
struct Findings {
  std::size_t open = 0;       ///< figures, names and quotations that it has not
  std::size_t unchecked = 0;  ///< names that could not be compared
};

/// The name of a summary's view: "summary.en".
std::string summary_view_name(const std::string& language);

/// Writes results. Names are interned once, in a stage's constructor.
class SummaryWriter {
 public:
  /// A view "summary.TAG" with a block of sentences, a link `summary` over them, a link `support`
  /// from each to its evidence, findings, also that of another language than the wish's; headline
  /// and key phrases as metadata. May run on any thread; `document` belongs to the caller's.
  Findings write(Document& document, const Body& body, const Wish& wish,
                 const WrittenSummary& summary, const Authorship& author) const;
  /// A link `summary` over sentences of the document, as summarize_rank picks them within the
  /// wish's limits, with the reason. False where none fits.
  bool write_picks(Document& document, const Body& body, const Wish& wish,
                   std::string_view reason) const;
  /// Removes what write_picks wrote in an earlier run.
  void remove_picks(Document& document) const;

 private:
  weft_id add_sentences(Document& document, const Body& body, const Wish& wish,
                        const WrittenSummary& summary, const SourceClaims& source,
                        Findings& findings) const;
  void write_headline(Document& document, const Body& body, const std::string& language,
                      const std::string& headline, const SourceClaims& source,
                      Findings& findings) const;
  void write_keyphrases(Document& document, const Body& body, const std::string& language,
                        const std::vector<std::string>& phrases, const SourceClaims& source,
                        Findings& findings) const;

  weft_id summary_span_ = name(WEFT_SPAN_SUMMARY);
  weft_id sentence_ = name(WEFT_SPAN_SENTENCE);
  weft_id finding_span_ = name(WEFT_SPAN_FINDING);
  weft_id summary_link_ = name(WEFT_LINK_SUMMARY);
  weft_id support_ = name(WEFT_LINK_SUPPORT);
  weft_id generated_ = name(WEFT_ROLE_GENERATED);
  weft_id evidence_ = name(WEFT_ROLE_EVIDENCE);
  weft_id method_ = name(WEFT_KEY_METHOD);
  weft_id model_ = name(WEFT_KEY_MODEL);
  weft_id endpoint_ = name(WEFT_KEY_ENDPOINT);
  weft_id fallback_ = name(WEFT_KEY_FALLBACK);
  weft_id lang_ = name(WEFT_KEY_LANG);
  weft_id languages_ = name(WEFT_KEY_LANGUAGES);
  weft_id score_ = name(WEFT_KEY_SCORE);
  weft_id finding_ = name(WEFT_KEY_FINDING);
  weft_id headline_ = name(WEFT_KEY_HEADLINE);
  weft_id keyphrase_ = name(WEFT_SPAN_KEYPHRASE);
  weft_id origin_ = name("summarize_llm");
};

}  // namespace weft
