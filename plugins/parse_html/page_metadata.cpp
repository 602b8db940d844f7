// SPDX-License-Identifier: Apache-2.0
/// One pass over the tree; what is worth more comes with a higher confidence.
#include "page_metadata.hpp"

#include <algorithm>
#include <array>

#include <weft/vocabulary.h>

#include "date_text.hpp"
#include "html_tokens.hpp"
#include "letters.hpp"
#include "weft/ascii.hpp"

namespace weft {
namespace {

struct MetaName {
  std::string_view name;  ///< lower case, of name= or property=
  std::string_view key;
  double confidence;
};

// The vocabularies of OpenGraph, Dublin Core, Highwire Press, Twitter, parse.ly, Sailthru and
// common CMSs.
constexpr auto kMetaNames = std::to_array<MetaName>({
    {"og:title", WEFT_KEY_TITLE, 0.7},
    {"twitter:title", WEFT_KEY_TITLE, 0.5},
    {"dc.title", WEFT_KEY_TITLE, 0.6},
    {"dcterms.title", WEFT_KEY_TITLE, 0.6},
    {"citation_title", WEFT_KEY_TITLE, 0.7},
    {"author", WEFT_KEY_AUTHOR, 0.7},
    {"article:author", WEFT_KEY_AUTHOR, 0.65},
    {"byl", WEFT_KEY_AUTHOR, 0.8},
    {"byline", WEFT_KEY_AUTHOR, 0.8},
    {"dc.creator", WEFT_KEY_AUTHOR, 0.7},
    {"dcterms.creator", WEFT_KEY_AUTHOR, 0.7},
    {"citation_author", WEFT_KEY_AUTHOR, 0.8},
    {"parsely-author", WEFT_KEY_AUTHOR, 0.8},
    {"sailthru.author", WEFT_KEY_AUTHOR, 0.8},
    {"article:published_time", WEFT_KEY_DATE_PUBLISHED, 0.85},
    {"og:published_time", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"datepublished", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"publishdate", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"publish-date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"publish_date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"pubdate", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"date", WEFT_KEY_DATE_PUBLISHED, 0.6},
    {"dc.date.created", WEFT_KEY_DATE_PUBLISHED, 0.7},
    {"dcterms.date", WEFT_KEY_DATE_PUBLISHED, 0.65},
    {"dcterms.modified", WEFT_KEY_DATE_MODIFIED, 0.7},
    {"dc.date.modified", WEFT_KEY_DATE_MODIFIED, 0.7},
    {"citation_date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"citation_online_date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"article:published", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"article.published", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"article:modified", WEFT_KEY_DATE_MODIFIED, 0.75},
    {"og:release_date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"bt:pubdate", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"weibo:article:create_at", WEFT_KEY_DATE_PUBLISHED, 0.85},
    {"weibo:article:update_at", WEFT_KEY_DATE_MODIFIED, 0.75},
    {"apub:time", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"publishtime", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"og:article:author", WEFT_KEY_AUTHOR, 0.7},
    {"source", WEFT_KEY_PUBLISHER, 0.65},
    {"contentsource", WEFT_KEY_PUBLISHER, 0.7},
    {"dc.source", WEFT_KEY_PUBLISHER, 0.6},
    {"dc.date", WEFT_KEY_DATE_PUBLISHED, 0.65},
    {"dc.date.issued", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"dcterms.created", WEFT_KEY_DATE_PUBLISHED, 0.6},
    {"dcterms.issued", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"citation_publication_date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"parsely-pub-date", WEFT_KEY_DATE_PUBLISHED, 0.8},
    {"sailthru.date", WEFT_KEY_DATE_PUBLISHED, 0.75},
    {"article:modified_time", WEFT_KEY_DATE_MODIFIED, 0.8},
    {"og:updated_time", WEFT_KEY_DATE_MODIFIED, 0.7},
    {"datemodified", WEFT_KEY_DATE_MODIFIED, 0.75},
    {"last-modified", WEFT_KEY_DATE_MODIFIED, 0.6},
    {"og:site_name", WEFT_KEY_SITE, 0.9},
    {"application-name", WEFT_KEY_SITE, 0.6},
    {"og:url", WEFT_KEY_URL, 0.8},
    {"dc.publisher", WEFT_KEY_PUBLISHER, 0.7},
    {"citation_publisher", WEFT_KEY_PUBLISHER, 0.7},
    {"dcterms.license", WEFT_KEY_LICENSE, 0.7},
    {"dc.rights", WEFT_KEY_LICENSE, 0.4},
    {"content-language", WEFT_KEY_LANGUAGE, 0.6},
    {"dc.language", WEFT_KEY_LANGUAGE, 0.6},
    {"og:locale", WEFT_KEY_LANGUAGE, 0.5},
});

void collect_meta(const HtmlTree& tree, const HtmlNode& node, PageClaims& claims) {
  const std::string_view content = trimmed(tree.attribute(node, "content"));
  if (content.empty()) return;
  std::array<std::string, 3> names = {ascii_lowered(tree.attribute(node, "property")),
                                      ascii_lowered(tree.attribute(node, "name")),
                                      ascii_lowered(tree.attribute(node, "http-equiv"))};
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (name == "generator") claims.generator = letters_only(content.substr(0, content.find(' ')));
    if (name == "og:type") claims.page_type += ascii_lowered(content) + ' ';
    const auto known = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                    [&](const MetaName& meta) { return meta.name == name; });
    if (known == kMetaNames.end()) continue;
    claims.add(known->key, content, "meta", known->confidence);
    return;
  }
}

void collect_link(const HtmlTree& tree, const HtmlNode& node, PageClaims& claims) {
  const std::string rel = ascii_lowered(tree.attribute(node, "rel"));
  const std::string_view href = trimmed(tree.attribute(node, "href"));
  if (rel == "canonical") claims.add(WEFT_KEY_URL, href, "link", 0.9);
  if (rel == "license") claims.add(WEFT_KEY_LICENSE, href, "link", 0.9);
}

// Forum software that names its own makers as the author: "Discuz! Team" of generator "Discuz! X3".
void drop_generator(PageClaims& claims) {
  if (claims.generator.size() < 4) return;
  const auto made_by_it = [&](const Claim& claim) {
    return claim.key == WEFT_KEY_AUTHOR && claim.origin == "meta" &&
           letters_only(claim.value).find(claims.generator) != std::string::npos;
  };
  claims.claims.erase(std::remove_if(claims.claims.begin(), claims.claims.end(), made_by_it),
                      claims.claims.end());
}

}  // namespace

void PageClaims::add(std::string_view key, std::string_view value, std::string_view origin,
                     double confidence, int group) {
  const std::string_view kept = trimmed(value);
  constexpr std::size_t kLongest = 2048;
  if (kept.empty() || kept.size() > kLongest) return;
  claims.push_back({std::string(key), std::string(kept), std::string(origin), confidence, group});
}

std::string text_of(const HtmlTree& tree, std::uint32_t node) {
  std::string out;
  for (std::uint32_t i = node; i < tree[node].end_node; ++i) {
    const bool breaks = tree[i].tag == Tag::br || is_block_tag(tree[i].tag);
    if (breaks && !out.empty() && out.back() != ' ') out.push_back(' ');
    if (tree[i].kind != NodeKind::text) continue;
    for (const char c : tree[i].text) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!space)
        out.push_back(c);
      else if (!out.empty() && out.back() != ' ')
        out.push_back(' ');
    }
  }
  return std::string(trimmed(out));
}

PageClaims collect_claims(const HtmlTree& tree) {
  PageClaims claims;
  constexpr std::size_t kMostHeadings = 30;
  bool one_heading = true;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.kind != NodeKind::element) continue;
    if (node.tag == Tag::meta) collect_meta(tree, node, claims);
    if (node.tag == Tag::link) collect_link(tree, node, claims);
    if (node.tag == Tag::html)
      claims.add(WEFT_KEY_LANGUAGE, tree.attribute(node, "lang"), "html-lang", 0.7);
    if (node.tag == Tag::title && !node.foreign && claims.document_title.empty())
      claims.document_title = text_of(tree, i);
    if (node.tag == Tag::script && node.first_child != kNoNode)
      collect_json_ld(tree[node.first_child].text, claims);
    if (heading_level(node.tag) >= 1 && heading_level(node.tag) <= 3 &&
        claims.headings.size() < kMostHeadings)
      claims.headings.push_back(text_of(tree, i));
    if (node.tag == Tag::h1) {
      const std::string heading = text_of(tree, i);
      if (claims.first_heading.empty())
        claims.first_heading = heading;
      else if (!heading.empty() && heading != claims.first_heading)
        one_heading = false;
    }
  }
  collect_microdata(tree, claims);
  drop_generator(claims);
  if (!one_heading) claims.first_heading.clear();
  return claims;
}

}  // namespace weft
