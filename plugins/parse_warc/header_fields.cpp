// SPDX-License-Identifier: Apache-2.0
/// Reading header lines leniently: bare line feeds, folded lines, blanks in front of the colon.
#include "header_fields.hpp"

#include <algorithm>
#include <charconv>

#include "weft/ascii.hpp"

namespace weft::warc {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Letters, digits and the marks that media types and charsets are made of.
bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    const char l = ascii_lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$&-^_.+:").find(c) != std::string_view::npos;
  });
}

std::string charset_in(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find(';'), parameters.size());
    const std::string_view one = parameters.substr(0, end);
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos) continue;
    if (lower_case(without_blanks(one.substr(0, equals))) != "charset") continue;
    std::string_view value = without_blanks(one.substr(equals + 1));
    while (!value.empty() && (value.front() == '"' || value.front() == '\''))
      value.remove_prefix(1);
    while (!value.empty() && (value.back() == '"' || value.back() == '\''))
      value.remove_suffix(1);
    value = without_blanks(value);
    if (is_token(value)) return lower_case(value);
  }
  return {};
}

}  // namespace

std::string lower_case(std::string_view text) {
  return ascii_lowered(text);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

HeaderFields::HeaderFields(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.starts_with(' ') || line.starts_with('\t')) {  // folded: goes on with the last one
      if (!fields_.empty()) (fields_.back().second += ' ') += without_blanks(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(lower_case(without_blanks(line.substr(0, colon))),
                         without_blanks(line.substr(colon + 1)));
  }
}

std::string_view HeaderFields::get(std::string_view name) const {
  const std::string wanted = lower_case(name);
  for (const auto& [field, value] : fields_) {
    if (field == wanted) return value;
  }
  return {};
}

std::optional<HeaderEnd> find_header_end(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    if (behind.starts_with('\n')) return HeaderEnd{at + 1, at + 2};
    if (behind.starts_with("\r\n")) return HeaderEnd{at + 1, at + 3};
  }
  return {};
}

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

std::string plain_media_type(std::string_view declared) {
  const std::size_t end = std::min(declared.find(';'), declared.size());
  const std::string_view type = without_blanks(declared.substr(0, end));
  const std::size_t slash = type.find('/');
  if (slash == std::string_view::npos || !is_token(type.substr(0, slash)) ||
      !is_token(type.substr(slash + 1)))
    return {};
  std::string out = lower_case(type);
  const std::string charset = charset_in(declared.substr(std::min(end + 1, declared.size())));
  if (!charset.empty()) out += "; charset=" + charset;
  return out;
}

}  // namespace weft::warc
