// SPDX-License-Identifier: Apache-2.0
/// The stored first member says what an archive is; a flat document says it in its root element.
#include "sniff_odt.hpp"

#include <weft/zip/archive.hpp>

#include <algorithm>

namespace weft {
namespace {

constexpr std::string_view kText = "application/vnd.oasis.opendocument.text";

/// The text, its template or a master document; not "text-web".
bool is_text(std::string_view type) {
  if (!type.starts_with(kText)) return false;
  const std::string_view rest = type.substr(kText.size());
  return rest.empty() || rest.starts_with(';') || rest.starts_with("-template") ||
         rest.starts_with("-master");
}

}  // namespace

bool is_flat_odt(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 16384);
  const std::size_t root = head.find("<office:document");
  if (root == std::string_view::npos) return false;
  const std::string_view tag = head.substr(root, head.find('>', root) - root);
  const std::size_t at = tag.find("mimetype=");
  return at != std::string_view::npos &&
         is_text(tag.substr(at + 10, tag.find_first_of("\"'", at + 10) - at - 10));
}

int score_odt(std::string_view uri, std::string_view media_type, std::string_view head) {
  if (media_type.starts_with("text/plain")) return 0;
  if (!head.starts_with("PK\x03\x04")) return is_flat_odt(head) ? 95 : 0;
  if (is_text(media_type)) return 100;
  const std::string_view stated = zip_mimetype(head);
  if (!stated.empty()) return is_text(stated) ? 100 : 0;
  const auto names = zip_names_in(head);
  const auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const bool named = uri.ends_with(".odt") || uri.ends_with(".ott") || uri.ends_with(".ODT");
  return named && (has("content.xml") || has("META-INF/manifest.xml")) ? 70 : 0;
}

}  // namespace weft
