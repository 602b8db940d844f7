// SPDX-License-Identifier: Apache-2.0
/// Tags, comments and raw text by the rules of the HTML Standard, section 13.2.5 (tokenization).
#include "html_tokens.hpp"

#include <algorithm>

#include "weft/ascii.hpp"

namespace weft {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
std::size_t skip_attribute_gap(std::string_view s, std::size_t i) {
  while (i < s.size() && (is_space(s[i]) || s[i] == '/'))
    ++i;
  return i;
}

// Reads what follows '=' of the attribute; leaves `i` behind the value.
std::string_view read_value(std::string_view s, std::size_t& i) {
  while (i < s.size() && is_space(s[i]))
    ++i;
  if (i == s.size()) return {};
  if (s[i] == '"' || s[i] == '\'') {
    const std::size_t from = i + 1;
    const std::size_t close = s.find(s[i], from);
    const std::size_t to = close == std::string_view::npos ? s.size() : close;
    i = close == std::string_view::npos ? s.size() : close + 1;
    return s.substr(from, to - from);
  }
  const std::size_t from = i;
  while (i < s.size() && !is_space(s[i]) && s[i] != '>')
    ++i;
  return s.substr(from, i - from);
}

RawAttribute read_attribute(std::string_view s, std::size_t& i) {
  RawAttribute attribute;
  attribute.begin = i;
  ++i;  // the first character belongs to the name, even '='
  while (i < s.size() && !is_space(s[i]) && s[i] != '/' && s[i] != '>' && s[i] != '=')
    ++i;
  attribute.name = s.substr(attribute.begin, i - attribute.begin);
  attribute.end = i;
  std::size_t equals = i;
  while (equals < s.size() && is_space(s[equals]))
    ++equals;
  if (equals < s.size() && s[equals] == '=') {
    i = equals + 1;
    attribute.value = read_value(s, i);
    attribute.end = i;
  }
  return attribute;
}

// Where "</name" stands, followed by what ends a tag name.
std::size_t find_end_tag(std::string_view s, std::size_t from, std::string_view name) {
  for (std::size_t at = s.find("</", from); at != std::string_view::npos;
       at = s.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    if (!equals_ignoring_case(s.substr(at + 2, name.size()), name)) continue;
    if (end >= s.size() || is_space(s[end]) || s[end] == '/' || s[end] == '>') return at;
  }
  return s.size();
}

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::size_t find_ignoring_case(std::string_view text, std::string_view needle, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), needle.begin(),
                  needle.end(), [](char x, char y) { return ascii_lower(x) == y; });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

bool opens_tag(std::string_view source, std::size_t at) {
  if (at + 1 >= source.size()) return false;
  if (source[at + 1] == '/') return at + 2 < source.size() && is_ascii_letter(source[at + 2]);
  return is_ascii_letter(source[at + 1]);
}

void read_tag(std::string_view source, std::size_t at, RawTag& tag) {
  tag.begin = at;
  tag.is_end = source[at + 1] == '/';
  tag.self_closing = false;
  tag.complete = false;
  tag.attributes.clear();
  std::size_t i = at + (tag.is_end ? 2 : 1);
  const std::size_t name_begin = i;
  while (i < source.size() && !is_space(source[i]) && source[i] != '/' && source[i] != '>')
    ++i;
  tag.name = source.substr(name_begin, i - name_begin);
  tag.name_end = i;
  tag.tag = find_tag(tag.name);
  for (i = skip_attribute_gap(source, i); i < source.size(); i = skip_attribute_gap(source, i)) {
    if (source[i] == '>') {
      tag.self_closing = source[i - 1] == '/';
      tag.complete = true;
      tag.end = i + 1;
      return;
    }
    const RawAttribute attribute = read_attribute(source, i);
    constexpr std::size_t kMost =
        1024;  // later ones cannot matter: no element has so many that are read
    if (!tag.is_end && tag.attributes.size() < kMost) tag.attributes.push_back(attribute);
  }
  tag.end = source.size();
}

std::size_t end_of_comment(std::string_view source, std::size_t at) {
  if (source.substr(at, 4) == "<!--") {
    if (source.substr(at + 4, 1) == ">") return at + 5;
    if (source.substr(at + 4, 2) == "->") return at + 6;
    const std::size_t plain = source.find("-->", at + 4);
    const std::size_t bang = plain == std::string_view::npos
                                 ? source.find("--!>", at + 4)
                                 : source.substr(0, plain).find("--!>", at + 4);
    if (bang != std::string_view::npos) return bang + 4;
    return plain == std::string_view::npos ? source.size() : plain + 3;
  }
  const std::size_t close = source.find('>', at);
  return close == std::string_view::npos ? source.size() : close + 1;
}

std::size_t end_of_raw_text(std::string_view source, std::size_t from, Tag tag) {
  if (tag == Tag::plaintext) return source.size();
  const std::string_view name = tag_name(tag);
  std::size_t end = find_end_tag(source, from, name);
  if (tag != Tag::script) return end;
  // HTML's "script data double escaped" state: <!-- <script> ... </script> --> is one script.
  const std::string_view text = source.substr(0, end);
  const std::size_t comment = text.find("<!--", from);
  if (comment == std::string_view::npos || text.find("-->", comment + 4) != std::string_view::npos)
    return end;
  if (find_ignoring_case(text, "<script", comment + 4) == std::string_view::npos) return end;
  if (end < source.size()) end = find_end_tag(source, end + 2, name);
  return end;
}

bool is_raw_text_tag(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::title:
    case Tag::textarea:
    case Tag::xmp:
    case Tag::iframe:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::plaintext:
      return true;
    default:
      return false;
  }
}

}  // namespace weft
