// SPDX-License-Identifier: Apache-2.0
/// Folds what was typed as the lexicon folds its terms.
#include "core/lexicon/find_terms.hpp"

#include <string>

#include "weft/text/normalize.hpp"
#include "weft/text/tokens.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::vector<std::uint64_t> keys_of(const Lexicon& lexicon, LexiconSide side,
                                   const std::string& text) {
  if (lexicon.has_headwords(side))
    return {Lexicon::key_of(Tokenizer().folded(fold_space(nfc(text))))};
  std::vector<std::uint64_t> keys;
  for (const Token& token : Tokenizer(lexicon.language(side)).read(text)) {
    if (token.kind == TokenKind::kWord) keys.push_back(token.key);
  }
  return keys;
}

}  // namespace

std::vector<FoundTerm> find_terms(const Lexicon& lexicon, std::string_view text) {
  std::vector<FoundTerm> found;
  if (find_invalid_utf8(text) != std::string_view::npos) return found;
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond}) {
    for (const std::uint64_t key : keys_of(lexicon, side, std::string(text))) {
      if (const auto term = lexicon.find(side, key)) found.push_back({side, *term});
    }
  }
  return found;
}

}  // namespace weft
