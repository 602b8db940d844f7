// SPDX-License-Identifier: Apache-2.0
/// Reading XML declarations and root tags without a parser.
#include "declared_encoding.hpp"

#include <weft/utf8.hpp>

#include <algorithm>

#include "weft/bitext/xml_stream.hpp"

namespace weft {
namespace {

/// The ASCII of the first bytes: NULs of UTF-16 and byte order marks left out.
std::string ascii_of(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    if (c > 0) out += c;
  }
  return out;
}

bool starts_lower(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

/// Behind a comment, a processing instruction, or a DOCTYPE with its internal subset.
std::size_t skip_prologue_item(std::string_view text, std::size_t at) {
  const auto behind = [&](std::string_view mark) {
    const std::size_t found = text.find(mark, at);
    return found == std::string_view::npos ? text.size() : found + mark.size();
  };
  if (text.substr(at).starts_with("<!--")) return behind("-->");
  if (text.substr(at).starts_with("<?")) return behind("?>");
  const std::size_t close = behind(">");
  const std::size_t subset = text.find('[', at);
  if (subset == std::string_view::npos || subset > close) return close;
  at = subset;
  at = behind("]");
  return behind(">");
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kDeclaration = 400;
  const std::string head = ascii_of(bytes.substr(0, kDeclaration));
  if (!head.starts_with("<?xml")) return {};
  const std::size_t end = head.find("?>");
  const std::size_t name = head.find("encoding");
  if (name == std::string::npos || name > end) return {};
  const std::size_t open = head.find_first_of("\"'", name);
  if (open == std::string::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  return close == std::string::npos ? std::string() : head.substr(open + 1, close - open - 1);
}

bool is_plain_utf8(std::string_view bytes) {
  // UTF-16 without a mark is valid UTF-8 when all of it is ASCII: its NULs give it away.
  if (bytes.substr(0, 4).find('\0') != std::string_view::npos) return false;
  const std::string declared = declared_encoding(bytes);
  // Encodings that write other characters in ASCII bytes.
  if (starts_lower(declared, "iso-2022") || starts_lower(declared, "hz")) return false;
  return find_invalid_utf8(bytes) == std::string_view::npos;
}

XmlRoot find_root(std::string_view head) {
  const std::string text = ascii_of(head);
  std::size_t at = text.find_first_not_of(" \t\r\n");
  while (at < text.size() && text[at] == '<') {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (next != '!' && next != '?') {
      const std::size_t end = text.find_first_of(" \t\r\n/>", at + 1);
      std::string name = text.substr(at + 1, end == std::string::npos ? end : end - at - 1);
      const std::size_t colon = name.rfind(':');
      if (colon != std::string::npos) name.erase(0, colon + 1);
      const std::size_t close = text.find('>', at);
      return {name, text.substr(at, close == std::string::npos ? close : close - at + 1)};
    }
    at = text.find_first_not_of(" \t\r\n", skip_prologue_item(text, at));
  }
  return {};
}

}  // namespace weft
