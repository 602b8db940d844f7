// SPDX-License-Identifier: Apache-2.0
/// One chapter: its encoding, then XML, then whatever can be made of it.
#include <weft/error.hpp>
#include <weft/text/decode.hpp>
#include <weft/utf8.hpp>

#include <utility>

#include "epub_package.hpp"
#include "lenient_xhtml.hpp"
#include "read_epub.hpp"

namespace weft {
namespace {

/// The label in <?xml encoding="..."?>, or empty.
std::string_view declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 256);
  if (head.find("<?xml") == std::string_view::npos) return {};
  const std::string_view declaration = head.substr(0, head.find("?>"));
  std::size_t at = declaration.find("encoding");
  at = declaration.find_first_of("\"'", at == std::string_view::npos ? declaration.size() : at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return declaration.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1);
}

/// UTF-8 without a mark, whatever it was.
std::string as_utf8(std::string bytes) {
  if (find_invalid_utf8(bytes) != std::string_view::npos || bytes.find('\0') != std::string::npos) {
    const std::string label(declared_encoding(bytes));
    return decode(bytes, label).text;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

}  // namespace

LinkShare read_chapter(std::string bytes, std::string_view path, std::string_view reason,
                       bool title_page, BlockBuilder& builder, std::vector<std::string>& warnings) {
  const std::string text = as_utf8(std::move(bytes));
  XhtmlReader reader(path, reason, title_page, builder);
  const std::size_t before = builder.mark();
  try {
    // Deep nesting does not end a book: what is too deep for the XML walk is read leniently, too.
    read_xml(text, path,
             {.namespaces = epub_namespaces(), .keep_space = true, .replace_entities = false},
             reader);
    reader.finish();
    return reader.links();
  } catch (const Error& error) {
    warnings.push_back(std::string(error.what()) + "; read leniently");
  }
  reader.finish();
  (void)builder.take_since(before);
  XhtmlReader second(path, reason, title_page, builder);
  read_lenient(text, second);
  second.finish();
  return second.links();
}

}  // namespace weft
