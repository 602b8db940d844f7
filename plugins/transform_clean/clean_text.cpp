// SPDX-License-Identifier: Apache-2.0
/// Passes over one text; each sees what the one before made.
#include "clean_text.hpp"

#include "composition.hpp"

namespace weft {

TextCleaner::TextCleaner(const CharacterOptions& options, std::string_view convert)
    : options_(options),
      conversion_(convert == "none" ? nullptr : std::make_unique<HanConversion>(convert)) {}

void TextCleaner::clean(Rewrite& rewrite) const {
  constexpr int kDeepest = 4;  // rounds of encoding: more than two were never seen
  for (int round = 0; round < kDeepest; ++round) {
    const std::vector<Edit> latin = repair_latin_mojibake(rewrite.text());
    rewrite.apply(latin);
    const std::vector<Edit> chinese = repair_gbk_mojibake(rewrite.text());
    rewrite.apply(chinese);
    if (latin.empty() && chinese.empty()) break;
  }
  rewrite.apply(repair_c1_controls(rewrite.text()));
  rewrite.apply(clean_characters(rewrite.text(), options_));
  rewrite.apply(compose_canonically(rewrite.text()));
  if (conversion_ != nullptr) rewrite.apply(conversion_->convert(rewrite.text()));
}

}  // namespace weft
