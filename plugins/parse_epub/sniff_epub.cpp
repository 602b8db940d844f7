// SPDX-License-Identifier: Apache-2.0
/// The stored first member says what an archive is; many books lack it.
#include "sniff_epub.hpp"

#include <weft/zip/archive.hpp>

#include <algorithm>

namespace weft {

int score_epub(std::string_view uri, std::string_view media_type, std::string_view head) {
  if (media_type.starts_with("text/plain") || !head.starts_with("PK\x03\x04")) return 0;
  if (media_type.starts_with("application/epub+zip")) return 100;
  const std::string_view stated = zip_mimetype(head);
  if (!stated.empty()) return stated == "application/epub+zip" ? 100 : 0;
  const auto names = zip_names_in(head);
  const bool container = std::any_of(names.begin(), names.end(), [](std::string_view name) {
    return name == "META-INF/container.xml";
  });
  if (container) return 90;
  const bool package = std::any_of(names.begin(), names.end(),
                                   [](std::string_view name) { return name.ends_with(".opf"); });
  if (package) return 80;
  return uri.ends_with(".epub") || uri.ends_with(".EPUB") ? 50 : 0;
}

}  // namespace weft
