// SPDX-License-Identifier: Apache-2.0
/// Escaping, dates and numbers without a locale.
#include "weft/exports/xml_text.hpp"

#include <xxhash.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace weft {
namespace {

/// What stands for a byte; empty where it stands for itself. kInText says what text needs,
/// kInAttribute also what a reader of attributes would turn into a space.
using Replacements = std::array<std::string_view, 256>;

constexpr Replacements in_text() {
  Replacements out{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    out[byte] = "\xEF\xBF\xBD";  // U+FFFD: XML forbids them
  for (const char c : {'\t', '\n', '\r'})
    out[static_cast<unsigned char>(c)] = {};
  out['&'] = "&amp;";
  out['<'] = "&lt;";
  out['>'] = "&gt;";
  out['"'] = "&quot;";
  return out;
}

constexpr Replacements in_attribute() {
  Replacements out = in_text();
  out['\t'] = "&#9;";
  out['\n'] = "&#10;";
  out['\r'] = "&#13;";
  return out;
}

constexpr Replacements kInText = in_text();
constexpr Replacements kInAttribute = in_attribute();

/// U+FFFE and U+FFFF, which XML forbids too.
bool is_noncharacter(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xEF\xBF" && at + 2 < text.size() &&
         static_cast<unsigned char>(text[at + 2]) >= 0xBE;
}

void append_replacing(std::string& out, std::string_view text, const Replacements& replacements) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool forbidden = byte == 0xEF && is_noncharacter(text, at);
    if (replacements[byte].empty() && !forbidden) continue;
    out += text.substr(done, at - done);
    out += forbidden ? "\xEF\xBF\xBD" : replacements[byte];
    at += forbidden ? 2 : 0;
    done = at + 1;
  }
  out += text.substr(done);
}

enum class DateForm { kBasic, kExtended };  // of ISO 8601

std::string date_text(std::string_view seconds, DateForm form) {
  std::int64_t value = 0;
  const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
  constexpr std::int64_t kYear10000 = 253402300800;
  if (read.ec != std::errc() || read.ptr != seconds.data() + seconds.size() || value < 0 ||
      value >= kYear10000)
    return {};
  const std::time_t when{value};
  std::tm parts{};
  gmtime_r(&when, &parts);
  std::array<char, 32> buffer{};
  const std::size_t size =
      form == DateForm::kBasic
          ? std::strftime(buffer.data(), buffer.size(), "%Y%m%dT%H%M%SZ", &parts)
          : std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {buffer.data(), size};
}

bool is_name_character(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

constexpr std::size_t kHashDigits = 16;

/// What name_token puts behind a text that had to be changed: '.' and the digits of a hash.
bool ends_like_a_hash(std::string_view text) {
  if (text.size() <= kHashDigits) return false;
  const std::size_t digits = text.size() - kHashDigits;
  return text[digits - 1] == '.' &&
         text.find_first_not_of("0123456789abcdef", digits) == std::string_view::npos;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  append_replacing(out, text, kInText);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_replacing(out, value, kInAttribute);
  out += '"';
}

std::string score_text(double score) {
  if (std::isnan(score)) return {};
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score,
                                 std::chars_format::fixed, 4);
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : std::string();
}

std::string basic_date(std::string_view seconds) {
  return date_text(seconds, DateForm::kBasic);
}

std::string extended_date(std::string_view seconds) {
  return date_text(seconds, DateForm::kExtended);
}

std::string_view build_seconds() {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  return epoch == nullptr ? std::string_view{} : std::string_view{epoch};
}

std::string name_token(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += is_name_character(c) ? c : '-';
  if (!out.empty() && out == text && !ends_like_a_hash(text)) return out;
  std::array<char, kHashDigits> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 XXH3_64bits(text.data(), text.size()), 16);
  const std::string hash(digits.data(), end.ptr);
  return out + '.' + std::string(kHashDigits - hash.size(), '0') + hash;
}

}  // namespace weft
