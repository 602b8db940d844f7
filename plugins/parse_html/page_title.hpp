// SPDX-License-Identifier: Apache-2.0
/// Chooses the title of a page among <title>, OpenGraph and headings, without the site's name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// What is known of a page's name.
struct TitleEvidence {
  std::string_view document_title;  ///< of <title>
  std::string_view declared_title;  ///< og:title or headline
  std::string_view heading;         ///< text of the h1 that names the page, or empty
  std::string_view site;            ///< name of the site, or empty
  std::string_view host;            ///< of its address, or empty
  bool is_article = false;          ///< the page says that it is one: its heading is its name
  /// Texts of the first headings (h1 to h3) as the page shows them.
  const std::vector<std::string>* headings = nullptr;
};

/// The title without the site's name behind or before it; empty when nothing names the page. Any
/// thread.
std::string choose_title(const TitleEvidence& evidence);

}  // namespace weft
