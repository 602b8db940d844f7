// SPDX-License-Identifier: Apache-2.0
/// Fuzzes what is done with a model's words: reading, checking against a document, cutting.
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "claims.hpp"
#include "long_text.hpp"
#include "read_summary.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check_claims(const std::string& text, std::string_view source) {
  const weft::SourceClaims claims({source}, "zh");
  for (const char* language : {"en", "zh-Hans"}) {
    std::size_t unchecked = 0;
    for (const weft::OpenClaim& claim : claims.check(text, language, unchecked)) {
      require(claim.begin < claim.end && claim.end <= text.size());
      require(weft::on_border(text, claim.begin) && weft::on_border(text, claim.end));
      require(weft::find_invalid_utf8(claim.finding) == std::string_view::npos);
    }
  }
}

void check_parts(const std::string& text) {
  const weft::TextUnits units{{text, true}};
  for (const weft::TextUnits& part : weft::cut_text(units, 20)) {
    require(!part.empty());
    require(weft::tokens_of(part) <= 20);
    for (const weft::TextUnit& unit : part)
      require(weft::find_invalid_utf8(unit.text) == std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  if (weft::find_invalid_utf8(content) != std::string_view::npos) return 0;
  weft::Wish wish;
  wish.words = 40;
  for (const auto form : {weft::AnswerForm::kText, weft::AnswerForm::kJson}) {
    wish.form = form;
    weft::WrittenSummary summary;
    if (!weft::read_summary(content, wish, summary).empty()) continue;
    require(!summary.sentences.empty() && summary.sentences.size() <= wish.sentences);
    for (const std::string& sentence : summary.sentences)
      check_claims(sentence, content.substr(0, 0));
  }
  const std::string text(content);
  check_claims(text, content);
  check_parts(text);
  return 0;
}
