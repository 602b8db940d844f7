// SPDX-License-Identifier: Apache-2.0
/// Normal forms by ICU; white space and XML cleaning by hand, in one pass over UTF-8.

#include "weft/text/normalize.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <limits>

#include "weft/ascii.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using InstanceFn = const icu::Normalizer2* (*)(UErrorCode&);

/// ICU's own first use is safe too, but a static of ours is what ThreadSanitizer can see.
template <InstanceFn kInstance>
const icu::Normalizer2& normalizer() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* made = kInstance(status);
    if (U_FAILURE(status)) {
      throw Error(WEFT_E_CONFIG,
                  std::string("ICU has no normalization data: ") + u_errorName(status));
    }
    return *made;
  }();
  return instance;
}

/// UAX #15, section 13 (Stream-Safe Text Format): no language needs more combining marks in a row.
constexpr std::size_t kMostMarks = 30;

void normalize_part(const icu::Normalizer2& form, std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                     nullptr, status);
  if (U_FAILURE(status)) {
    throw Error(WEFT_E_INTERNAL, std::string("ICU cannot normalize a text of ") +
                                     std::to_string(text.size()) +
                                     " bytes: " + u_errorName(status));
  }
}

std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = normalizable_part(text);
    normalize_part(form, text.substr(0, end), out);
    text.remove_prefix(end);
  }
  return out;
}

const icu::Normalizer2* nfkc_fold_instance(UErrorCode& status) {
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_noncharacter(char32_t point) {
  return (point & 0xFFFEU) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

bool is_bidi_control(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool breaks_line(char32_t point) {
  return point == 0x0B || point == 0x0C || point == '\r' || point == 0x85 || point == 0x2028 ||
         point == 0x2029;
}

bool is_forbidden(char32_t point) {
  return (point < 0x20 && point != '\t' && point != '\n') || (point >= 0x7F && point <= 0x9F) ||
         is_noncharacter(point);
}

/// Bytes of the character of Unicode's White_Space that begins there, 0 where none does. No byte
/// inside a character is one that such a character begins with, so any offset may be asked.
std::size_t white_space_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return first == ' ' || (first >= '\t' && first <= '\r') ? 1 : 0;
  const unsigned second = byte(1);
  if (first == 0xC2) return second == 0x85 || second == 0xA0 ? 2 : 0;
  if (first < 0xE1 || first > 0xE3) return 0;
  const unsigned third = byte(2);
  bool is_space = false;
  if (first == 0xE1) is_space = second == 0x9A && third == 0x80;  // U+1680
  if (first == 0xE2 && second == 0x80) {                          // U+2000..200A, 2028, 2029, 202F
    is_space = (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF;
  }
  if (first == 0xE2 && second == 0x81) is_space = third == 0x9F;  // U+205F
  if (first == 0xE3) is_space = second == 0x80 && third == 0x80;  // U+3000
  return is_space ? 3 : 0;
}

/// Bytes from `begin` that need no look: printable ASCII, TAB, LF, and U+3000 to U+EFFF, none of
/// which is replaced (surrogates are no UTF-8).
std::size_t plain_prefix(std::string_view text, std::size_t begin) {
  std::size_t i = begin;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    std::size_t size = 1;
    if (byte >= 0xE3 && byte <= 0xEE) {
      size = sequence_size(text, i);
      if (size == 0) break;
    } else if (byte >= 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n')) {
      break;
    }
    i += size;
  }
  return i - begin;
}

}  // namespace

std::size_t normalizable_part(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    const bool is_mark = point >= 0x300 && (point < 0x4E00 || point > 0x9FFF) &&
                         u_getCombiningClass(static_cast<UChar32>(point)) != 0;
    marks = is_mark ? marks + 1 : 0;
    if (marks == kMostMarks) return at;
  }
  return text.size();
}

std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text)
                        : normalize(normalizer<icu::Normalizer2::getNFCInstance>(), text);
}

std::string nfkc(std::string_view text) {
  return is_ascii(text) ? std::string(text)
                        : normalize(normalizer<icu::Normalizer2::getNFKCInstance>(), text);
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  const std::string composed = nfc(text);
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8({composed.data(), static_cast<int32_t>(composed.size())});
  std::string out;
  wide.foldCase().toUTF8String(out);
  return out;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = white_space_size(text, i); size != 0) {
      i += size;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && white_space_size(text, i) == 0)
      ++i;
    if (!out.empty()) out.push_back(' ');
    out.append(text.substr(begin, i - begin));
  }
  return out;
}

std::string comparison_key(std::string_view text) {
  if (is_ascii(text)) return fold_space(lower_ascii(text));
  return fold_space(normalize(normalizer<nfkc_fold_instance>(), text));
}

Cleaned clean_for_xml(std::string_view text) {
  Cleaned out;
  out.text.reserve(text.size());
  std::size_t kept = 0;  // before this, all is in out
  for (std::size_t i = plain_prefix(text, 0); i < text.size(); i += plain_prefix(text, i)) {
    const std::size_t begin = i;
    const std::size_t size = sequence_size(text, i);
    const char32_t point = size == 0 ? char32_t{0xFFFF} : next_code_point(text, i);
    if (size == 0) ++i;
    const bool bidi = is_bidi_control(point);
    if (!bidi && !breaks_line(point) && !is_forbidden(point)) continue;
    out.text.append(text.substr(kept, begin - kept));
    kept = i;
    ++out.changed;
    if (bidi) continue;
    const bool before_newline = point == '\r' && i < text.size() && text[i] == '\n';
    if (!breaks_line(point)) {
      append_code_point(out.text, 0xFFFD);
    } else if (!before_newline) {
      out.text.push_back(' ');
    }
  }
  out.text.append(text.substr(kept));
  return out;
}

}  // namespace weft
