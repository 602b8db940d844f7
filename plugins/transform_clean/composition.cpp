// SPDX-License-Identifier: Apache-2.0
/// ICU's UTF-8 normalizer and its list of edits.
#include "composition.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "weft/error.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Error(WEFT_E_INTERNAL, std::string("ICU cannot normalize: ") + u_errorName(status));
}

/// The changes of one part, with `base` bytes of the text before it.
void compose_part(const icu::Normalizer2& nfc, std::string_view part, std::size_t base,
                  std::vector<Edit>& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(part.data(), static_cast<std::int32_t>(part.size()));
  if (nfc.isNormalizedUTF8(piece, status) != 0 && U_SUCCESS(status)) return;
  std::string made;
  icu::StringByteSink<std::string> sink(&made);
  icu::Edits changes;
  nfc.normalizeUTF8(0, piece, sink, &changes, status);
  check(status);
  auto change = changes.getFineChangesIterator();
  while (change.next(status) != 0) {
    const auto begin = base + static_cast<std::size_t>(change.sourceIndex());
    out.push_back({begin, begin + static_cast<std::size_t>(change.oldLength()),
                   made.substr(static_cast<std::size_t>(change.destinationIndex()),
                               static_cast<std::size_t>(change.newLength())),
                   Repair::kComposition});
  }
  check(status);
}

}  // namespace

std::vector<Edit> compose_canonically(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  check(status);
  std::vector<Edit> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = normalizable_part(text.substr(at));
    compose_part(*nfc, text.substr(at, size), at, out);
    at += size;
  }
  return out;
}

}  // namespace weft
