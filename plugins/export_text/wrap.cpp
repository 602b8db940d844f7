// SPDX-License-Identifier: Apache-2.0
/// Line breaking by ICU, width by East Asian width.
#include "wrap.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::size_t columns_of(char32_t point) {
  const auto code = static_cast<UChar32>(point);
  if ((U_GET_GC_MASK(code) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string_view without_end_space(std::string_view text) {
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();)
    columns += columns_of(next_code_point(text, at));
  return columns;
}

struct Wrapper::Breaks {
  std::unique_ptr<icu::BreakIterator> iterator;
};

Wrapper::Wrapper(std::size_t width) : width_(width), breaks_(std::make_unique<Breaks>()) {
  UErrorCode status = U_ZERO_ERROR;
  breaks_->iterator.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw Error(WEFT_E_INTERNAL, "ICU has no line break rules");
}

Wrapper::~Wrapper() = default;

std::string Wrapper::wrap(std::string_view text, std::string_view first,
                          std::string_view rest) const {
  if (width_ == 0) return std::string(first) + std::string(text) + "\n";
  UErrorCode status = U_ZERO_ERROR;
  UText* open =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks_->iterator->setText(open, status);
  std::string out(first);
  std::size_t column = columns_of(first);
  bool empty_line = true;
  auto begin = static_cast<std::size_t>(breaks_->iterator->first());
  for (auto at = breaks_->iterator->next(); at != icu::BreakIterator::DONE;
       at = breaks_->iterator->next()) {
    const std::string_view piece = text.substr(begin, static_cast<std::size_t>(at) - begin);
    if (!empty_line && column + columns_of(without_end_space(piece)) > width_) {
      out.resize(without_end_space(out).size());
      out += "\n" + std::string(rest);
      column = columns_of(rest);
    }
    out += piece;
    column += columns_of(piece);
    empty_line = false;
    begin = static_cast<std::size_t>(at);
  }
  utext_close(open);
  if (U_FAILURE(status)) throw Error(WEFT_E_INTERNAL, "ICU cannot break this text into lines");
  out.resize(without_end_space(out).size());
  return out + "\n";
}

}  // namespace weft
