// SPDX-License-Identifier: Apache-2.0
/// Pieces of XML and of dates and numbers that exporters write. Valid UTF-8 in, well-formed XML
/// out: a character that XML forbids (in an id or a finding; the texts of pairs have none) becomes
/// U+FFFD. All pure, for any thread.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// & < > and " as entities.
void append_escaped(std::string& out, std::string_view text);

/// ` name="value"`, the value escaped; line ends and tabs as character references, since a reader
/// would turn them into spaces.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Four decimals, the same in every locale; empty when there is no score (NaN).
std::string score_text(double score);

/// Seconds since 1970, as SOURCE_DATE_EPOCH has them, to "20240203T040506Z"; empty for what is no
/// number or not between the years 1970 and 9999.
std::string basic_date(std::string_view seconds);
/// The same to "2024-02-03T04:05:06Z".
std::string extended_date(std::string_view seconds);

/// The time that products may name: that of the environment variable SOURCE_DATE_EPOCH, else none.
/// A run repeated gives the same bytes, so no clock is looked at. Empty where it is not set.
std::string_view build_seconds();

/// An XML name token (NMTOKEN) of ASCII made of any text: each byte that is no letter, digit, '.',
/// '-' or '_' becomes '-'. Where that changed something, '.' and 16 digits of a hash (XXH3-64)
/// follow; so they do behind a text that ends in such digits by itself, since a file may be called
/// as the token of another is. Different texts give different tokens, but for equal hashes.
std::string name_token(std::string_view text);

}  // namespace weft
