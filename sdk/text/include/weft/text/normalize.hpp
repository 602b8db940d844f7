// SPDX-License-Identifier: Apache-2.0
/// Unicode normal forms, folding for comparisons, and cleaning of text that goes into XML.
///
/// All input is valid UTF-8 (as every view is); all functions are pure and for any thread. ASCII is
/// recognised first and costs a scan.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft {

/// Bytes of the first part of `text` that can be normalized in linear time; the whole text but for
/// runs of over 30 combining marks (UAX #15, section 13), whose sorting takes ICU quadratic time.
/// For who calls ICU's normalizer by himself; the functions below do it.
std::size_t normalizable_part(std::string_view text);

/// Canonical composition (UAX #15): "e" + U+0301 becomes "é".
std::string nfc(std::string_view text);

/// Compatibility composition (UAX #15): full-width forms, ligatures and the like become ordinary.
std::string nfkc(std::string_view text);

/// Full case folding of the result of nfc ("Straße" and "STRASSE" give the same), independent of
/// language. For comparing, not for showing.
std::string fold_case(std::string_view text);

/// Runs of Unicode white space become one space, none is left at either end.
std::string fold_space(std::string_view text);

/// The key under which two texts count as the same wording: NFKC, case and white space folded.
std::string comparison_key(std::string_view text);

/// Text and the number of code points that were replaced or left out to get it.
struct Cleaned {
  std::string text;
  std::uint64_t changed = 0;
};

/// Text that any XML 1.0 reader takes and shows as one paragraph of plain text.
/// - What XML forbids (C0 controls, U+FFFE, U+FFFF) and other noncharacters become U+FFFD.
/// - What breaks a line in some reader (VT, FF, CR, NEL, LS, PS) becomes a space; CR LF becomes LF.
/// - DEL and C1 controls become U+FFFD.
/// - Bidirectional embeddings, overrides and isolates (U+202A..202E, U+2066..2069) are left out: an
///   unclosed one reorders what follows. The marks U+200E, U+200F and U+061C stay.
/// TAB and LF stay. Escaping of & and < is the writer's business. Bytes that are no UTF-8, lone
/// surrogates among them, become U+FFFD each.
Cleaned clean_for_xml(std::string_view text);

}  // namespace weft
