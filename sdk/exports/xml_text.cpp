// SPDX-License-Identifier: Apache-2.0
/// Escaping, dates and numbers without a locale.
#include "weft/exports/xml_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace weft {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    default:
      return "&#13;";
  }
}

void append_replacing(std::string& out, std::string_view text, const char* replaced) {
  std::size_t done = 0;
  for (std::size_t at = text.find_first_of(replaced); at != std::string_view::npos;
       at = text.find_first_of(replaced, done)) {
    out += text.substr(done, at - done);
    out += entity_of(text[at]);
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

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  append_replacing(out, text, "&<>\"");
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_replacing(out, value, "&<>\"\t\n\r");
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
  return out.empty() ? "x" : out;
}

}  // namespace weft
