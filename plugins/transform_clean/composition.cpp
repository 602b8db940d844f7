// SPDX-License-Identifier: Apache-2.0
/// ICU's UTF-8 normalizer and its list of edits.
#include "composition.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "weft/error.hpp"

namespace weft {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Error(WEFT_E_INTERNAL, std::string("ICU cannot normalize: ") + u_errorName(status));
}

}  // namespace

std::vector<Edit> compose_canonically(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  check(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status) != 0 && U_SUCCESS(status)) return {};
  std::string made;
  icu::StringByteSink<std::string> sink(&made);
  icu::Edits changes;
  nfc->normalizeUTF8(0, piece, sink, &changes, status);
  check(status);
  std::vector<Edit> out;
  auto change = changes.getFineChangesIterator();
  while (change.next(status) != 0) {
    const auto begin = static_cast<std::size_t>(change.sourceIndex());
    out.push_back({begin, begin + static_cast<std::size_t>(change.oldLength()),
                   made.substr(static_cast<std::size_t>(change.destinationIndex()),
                               static_cast<std::size_t>(change.newLength())),
                   Repair::kComposition});
  }
  check(status);
  return out;
}

}  // namespace weft
