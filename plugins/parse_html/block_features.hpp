// SPDX-License-Identifier: Apache-2.0
/// The numbers by which main content is told from furniture: one vector for each block of a page.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page_profile.hpp"

// Every feature by name, in the order of the vector. "near_*" is the number of levels up to the
// closest ancestor with that hint (16: none); "word_*" is 1 where the block holds such a stock
// phrase.
// clang-format off
#define WEFT_BLOCK_FEATURES(X) \
  X(length) X(link_density) X(stops) X(commas) X(ends_sentence) X(capitals) X(digits) X(bold) \
  X(kind) X(heading_level) X(lines) X(wide) X(word_legal) X(word_sharing) X(word_account) \
  X(word_related) X(word_more) X(word_comments) X(word_navigation) X(word_editing) \
  X(word_buying) X(word_reading) X(word_advertising) X(word_loading) X(depth) X(near_content) \
  X(near_comment) X(near_forum) X(near_navigation) X(near_side) X(near_footer) X(near_social) \
  X(near_dialog) X(near_advertising) X(near_meta) X(near_product) X(near_listing) \
  X(near_media) X(near_hidden) X(in_article) X(in_main) X(in_nav) X(in_header) X(in_footer) \
  X(in_aside) X(in_form) X(in_table) X(in_list) X(in_noscript) X(hidden) X(whole_link) \
  X(parent_length) X(parent_link_density) X(parent_blocks) X(parent_gain) X(group_length) \
  X(group_link_density) X(group_blocks) X(group_gain) X(in_best) X(best_distance) \
  X(best_share) X(in_window) X(window_distance) X(template_blocks) X(template_length) \
  X(template_link_density) X(copies) X(before_length) X(before_link_density) X(after_length) \
  X(after_link_density) X(before_gain) X(after_gain) X(near_gain) X(wide_gain) X(position) \
  X(since_heading) X(section_related) X(section_comments) X(section_other) X(since_title) \
  X(title_overlap) X(structured) X(page_length) X(page_link_density) X(page_blocks) \
  X(page_sentences) X(page_wide) X(page_articles) X(page_window_share)
// clang-format on

namespace weft {

enum class Feature : std::size_t {
#define WEFT_FEATURE_ENUMERATOR(name) name,
  WEFT_BLOCK_FEATURES(WEFT_FEATURE_ENUMERATOR)
#undef WEFT_FEATURE_ENUMERATOR
      count
};
constexpr auto kFeatureCount = static_cast<std::size_t>(Feature::count);

/// One value per Feature.
struct FeatureVector {
  std::array<float, kFeatureCount> values{};
  float& operator[](Feature feature) { return values.at(static_cast<std::size_t>(feature)); }
  float operator[](Feature feature) const { return values.at(static_cast<std::size_t>(feature)); }
};

/// The names of the features in order, for the trainer. Static.
std::array<std::string_view, kFeatureCount> feature_names();

/// What the page says of itself outside its visible text.
struct PageHints {
  std::string title;  ///< of <title> or og:title
  std::string
      structured_text;  ///< article bodies and posts found in JSON-LD, letters and digits only
};

/// The vectors of all blocks of a page, in their order. Linear in blocks times depth. Any thread.
std::vector<FeatureVector> describe_blocks(const PageProfile& profile, const PageHints& hints);

}  // namespace weft
