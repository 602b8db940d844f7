// SPDX-License-Identifier: Apache-2.0
/// Output names.
#include "core/run/output_name.hpp"

#include "core/document/name_table.hpp"
#include "weft/utf8.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

constexpr std::size_t kLongestPart = 200;  // bytes; most file systems take 255, endings are added

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// An id as a relative path: parts that are empty, "." or ".." and characters some file system
/// refuses go.
std::string safe_path(std::string_view id) {
  std::string out;
  std::string part;
  const auto end_part = [&] {
    if (part.empty() || part == "." || part == "..") part.insert(0, "_");
    if (part.size() > kLongestPart) {
      std::size_t end = kLongestPart;
      while (end > 0 && !on_border(part, end))
        --end;
      part.resize(end);
    }
    out += out.empty() ? part : "/" + part;
    part.clear();
  };
  for (const char c : id) {
    if (c == '/') {
      end_part();
    } else {
      const bool bad = static_cast<unsigned char>(c) < 0x20 ||
                       std::string_view("\\:*?\"<>|{}").find(c) != std::string_view::npos;
      part += bad ? '_' : c;
    }
  }
  end_part();
  return out;
}

std::string_view stem_of(std::string_view id) {
  const std::size_t slash = id.rfind('/');
  const std::size_t dot = id.rfind('.');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return dot == std::string_view::npos || dot <= name ? id : id.substr(0, dot);
}

std::string language_of(const StoredDocument& document) {
  const weft_id key = intern(WEFT_KEY_LANGUAGE);
  for (const weft_attr& attr : document.attrs) {
    if (attr.owner_kind == WEFT_ON_DOCUMENT && attr.key == key &&
        attr.value.kind == WEFT_VALUE_STRING) {
      return {attr.value.as.string.data, attr.value.as.string.size};
    }
  }
  return "und";
}

}  // namespace

bool is_per_document(std::string_view pattern) {
  return pattern.find("{stem}") != std::string_view::npos ||
         pattern.find("{id}") != std::string_view::npos;
}

bool depends_on_document(std::string_view pattern) {
  return is_per_document(pattern) || pattern.find("{lang}") != std::string_view::npos;
}

std::string fill_document(std::string_view pattern, const StoredDocument* document) {
  std::string out(pattern);
  if (document == nullptr) return out;
  replace_all(out, "{stem}", safe_path(stem_of(document->id)));
  replace_all(out, "{id}", safe_path(document->id));
  replace_all(out, "{lang}", safe_path(language_of(*document)));
  return out;
}

std::string fill_part(std::string_view pattern, std::string_view part) {
  std::string out(pattern);
  replace_all(out, "{part}", safe_path(part));
  return out;
}

}  // namespace weft
