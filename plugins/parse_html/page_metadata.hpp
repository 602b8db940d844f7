// SPDX-License-Identifier: Apache-2.0
/// What a page says of itself in its head, in JSON-LD and in microdata, as found and before any
/// choice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "block_features.hpp"
#include "html_tree.hpp"

namespace weft {

/// A value with where it was found. `key` is a metadata key of vocabulary.h.
struct Claim {
  std::string key;
  std::string value;
  std::string origin;     ///< "json-ld", "meta", "microdata", "link", "html", "visible", ...
  double confidence = 0;  ///< 0..1; the highest of a key wins
  int group = 0;          ///< authors of one group stand together
};

/// All claims of a page.
struct PageClaims {
  std::vector<Claim> claims;
  std::string document_title;         ///< text of <title>
  std::string first_heading;          ///< text of the h1, when there is exactly one text in all h1
  std::string generator;              ///< letters of the name of the software
  std::vector<std::string> headings;  ///< texts of the first h1, h2 and h3
  std::string page_type;              ///< lower case: og:type and JSON-LD types, parted by spaces
  std::string structured_text;        ///< article bodies and posts of JSON-LD, letters only
  int groups = 0;                     ///< groups given out so far

  void add(std::string_view key, std::string_view value, std::string_view origin, double confidence,
           int group = 0);
};

/// Collects the claims of <html>, <head>, <meta>, <link>, JSON-LD and microdata. Any thread.
PageClaims collect_claims(const HtmlTree& tree);

/// Adds the claims of one JSON-LD script; malformed JSON gives none.
void collect_json_ld(std::string_view script, PageClaims& claims);

/// Adds the claims of microdata and RDFa Lite.
void collect_microdata(const HtmlTree& tree, PageClaims& claims);

/// How much an item of this schema.org type ("NewsArticle") says about the page itself: 0..1, 0 for
/// unknown ones.
double weight_of_type(std::string_view type);

/// The text of all text nodes in the subtree of `node`, white space collapsed.
std::string text_of(const HtmlTree& tree, std::uint32_t node);

}  // namespace weft
