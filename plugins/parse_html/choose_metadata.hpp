// SPDX-License-Identifier: Apache-2.0
/// Chooses a page's metadata among what it claims and what its lines say: the surest, or nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "block_types.hpp"
#include "labelled_fields.hpp"
#include "page_metadata.hpp"
#include "page_profile.hpp"
#include "typed_page.hpp"

namespace weft {

/// A value chosen for a key. `block` is the block it was read from, or kNoNode.
struct ChosenValue {
  std::string key;
  std::string value;
  std::string origin;
  double confidence = 0;
  std::uint32_t block = kNoNode;
};

/// Everything a choice looks at.
struct MetadataInput {
  const PageClaims& claims;
  const PageProfile& profile;
  const std::vector<BlockType>& types;
  const std::vector<bool>& kept;
  std::string_view uri;  ///< of the source, when it is an absolute address; else empty
};

/// The values of a page, one per key but for authors, in a fixed order of keys. Any thread.
std::vector<ChosenValue> choose_metadata(const MetadataInput& input);

/// A labelled field of a line; `block` is kNoNode when there is none.
struct VisibleField {
  std::string_view value;
  std::uint32_t block = kNoNode;
};

/// The first field of that kind beside the title, or else in a line that begins with its label.
VisibleField find_field(const MetadataInput& input, FieldKind kind);

/// The name of the site as claimed, or empty.
std::string claimed_site(const PageClaims& claims);

/// The address of the page as claimed, or empty.
std::string claimed_url(const PageClaims& claims);

/// The address of the page as claimed, else of its source, or empty.
std::string address_of(const MetadataInput& input);

/// True when the page says that it is an article, a post or a recipe (og:type, JSON-LD).
bool is_article(const PageClaims& claims);

/// "en.example.org" of "https://en.example.org/a"; empty when `url` is no absolute address.
std::string_view host_of(std::string_view url);

}  // namespace weft
