// SPDX-License-Identifier: Apache-2.0
/// Looks at the names of an archive's members: all office formats begin with the same magic.
#include "sniff_docx.hpp"

#include <weft/zip/archive.hpp>

#include <algorithm>
#include <string>

#include "weft/ascii.hpp"

namespace weft {
namespace {

bool is_named(std::string_view uri) {
  const std::string name =
      ascii_lowered(uri.substr(uri.size() - std::min<std::size_t>(uri.size(), 5)));
  return name == ".docx" || name == ".docm" || name == ".dotx" || name == ".dotm";
}

/// UTF-16 names of streams in a compound file.
bool names_stream(std::string_view head, std::string_view name) {
  std::string wide;
  for (const char c : name)
    wide.append({c, '\0'});
  return head.find(wide) != std::string_view::npos;
}

int score_compound(std::string_view uri, std::string_view head) {
  // Refused later with a reason, which is better than no parser at all.
  if (names_stream(head, "EncryptedPackage") || names_stream(head, "WordDocument")) return 60;
  return is_named(uri) || ascii_lowered(uri).ends_with(".doc") ? 50 : 0;
}

}  // namespace

bool is_compound_file(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

int score_docx(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = ascii_lowered(media_type.substr(0, media_type.find(';')));
  if (type.starts_with("text/plain")) return 0;
  if (is_compound_file(head)) return score_compound(uri, head);
  if (!head.starts_with("PK\x03\x04")) return 0;
  if (type.find("wordprocessingml") != std::string::npos ||
      type.starts_with("application/vnd.ms-word"))
    return 100;
  bool package = false;
  for (const std::string_view raw : zip_names_in(head)) {
    std::string name = ascii_lowered(raw);
    std::replace(name.begin(), name.end(), '\\', '/');
    if (name.starts_with("word/")) return 95;
    if (name.starts_with("xl/") || name.starts_with("ppt/") || name.starts_with("visio/")) return 0;
    package = package || name == "[content_types].xml" || name == "_rels/.rels";
  }
  return package && is_named(uri) ? 75 : 0;
}

}  // namespace weft
