// SPDX-License-Identifier: Apache-2.0
/// A table of the characters of the basic Han block, made once.
#include "weft/text/han_variant.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kBehind = 0xA000;
using VariantTable = std::array<char16_t, kBehind - kFirst>;

VariantTable make_table() {
  VariantTable out{};
  for (char32_t point = kFirst; point < kBehind; ++point)
    out.at(point - kFirst) = static_cast<char16_t>(point);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || converter == nullptr) return out;  // ICU without its data: no folding
  icu::UnicodeString line;  // a space between characters, so that no rule sees two of them
  for (char32_t point = kFirst; point < kBehind; ++point)
    line.append(static_cast<char16_t>(point)).append(u' ');
  converter->transliterate(line);
  if (line.length() != static_cast<std::int32_t>(2 * out.size())) return out;
  for (std::size_t i = 0; i < out.size(); ++i)
    out.at(i) = line[static_cast<std::int32_t>(2 * i)];
  return out;
}

}  // namespace

char32_t simplified_form(char32_t point) {
  static const VariantTable table = make_table();
  return point >= kFirst && point < kBehind ? table.at(point - kFirst) : point;
}

std::string fold_han(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    append_code_point(out, simplified_form(next_code_point(text, at)));
  return out;
}

}  // namespace weft
