// SPDX-License-Identifier: Apache-2.0
/// One function per key; a claim that does not read as a name, a date or an address is no claim.
#include "choose_metadata.hpp"

#include <algorithm>

#include <weft/vocabulary.h>

#include "alternates.hpp"
#include "choose_authors.hpp"
#include "choose_dates.hpp"
#include "html_tokens.hpp"
#include "labelled_fields.hpp"
#include "letters.hpp"
#include "licence.hpp"
#include "line_types.hpp"
#include "person_names.hpp"

namespace weft {
namespace {

class Chooser {
 public:
  explicit Chooser(const MetadataInput& input) : input_(input), page_(input.profile.page()) {}

  std::vector<ChosenValue> run() {
    out_ = choose_authors(input_);
    for (ChosenValue& date : choose_dates(input_, !out_.empty()))
      out_.push_back(std::move(date));
    choose_plain(WEFT_KEY_URL);
    choose_site();
    choose_publisher();
    choose_translator();
    choose_original();
    choose_language();
    if (auto licence = find_licence(input_)) out_.push_back(std::move(*licence));
    std::string language;
    for (const ChosenValue& value : out_)
      if (value.key == WEFT_KEY_LANGUAGE) language = value.value;
    for (ChosenValue& alternate : find_alternates(input_, language))
      out_.push_back(std::move(alternate));
    return std::move(out_);
  }

 private:
  void put(std::string_view key, std::string value, std::string_view origin, double confidence,
           std::uint32_t block = kNoNode) {
    out_.push_back({std::string(key), std::move(value), std::string(origin), confidence, block});
  }

  const Claim* best_claim(std::string_view key) const {
    const Claim* best = nullptr;
    for (const Claim& claim : input_.claims.claims)
      if (claim.key == key && (best == nullptr || claim.confidence > best->confidence))
        best = &claim;
    return best;
  }

  std::uint32_t first_block(std::string_view type) const {
    for (std::uint32_t i = 0; i < input_.types.size(); ++i)
      if (input_.types[i].type == type) return i;
    return kNoNode;
  }

  void choose_plain(std::string_view key) {
    const Claim* best = best_claim(key);
    if (best != nullptr) put(key, best->value, best->origin, best->confidence);
  }

  void choose_site() {
    if (const Claim* best = best_claim(WEFT_KEY_SITE); best != nullptr) {
      put(WEFT_KEY_SITE, best->value, best->origin, best->confidence);
      return;
    }
    const std::string url = address_of(input_);
    if (const std::string_view host = host_of(url); !host.empty())
      put(WEFT_KEY_SITE, std::string(host), "url", 0.5);
  }

  // A text taken over says where it comes from; that counts more than who runs the site.
  void choose_publisher() {
    constexpr double kVisible = 0.8;
    const VisibleField field = find_field(input_, FieldKind::source);
    if (field.block == kNoNode) return choose_plain(WEFT_KEY_PUBLISHER);
    std::string_view name = field.value;
    // Names written without spaces: what follows one is a place or a person.
    if (const std::size_t space = name.find(' ');
        space != std::string_view::npos && count_text(name.substr(0, space)).words == 0)
      name = name.substr(0, space);
    put(WEFT_KEY_PUBLISHER, std::string(name), "visible", kVisible, field.block);
  }

  void choose_translator() {
    constexpr double kVisible = 0.85;
    const std::uint32_t block = first_block(WEFT_SPAN_TRANSLATOR);
    if (block != kNoNode) {
      const std::string_view name = behind_translator_label(page_.of(page_.blocks[block]));
      if (!name.empty()) {
        put(WEFT_KEY_TRANSLATOR, in_title_case(name), "visible", kVisible, block);
        return;
      }
    }
    const VisibleField field = find_field(input_, FieldKind::translator);
    if (field.block == kNoNode) return choose_plain(WEFT_KEY_TRANSLATOR);
    for (std::string& name : read_names(field.value))
      put(WEFT_KEY_TRANSLATOR, std::move(name), "visible", kVisible, field.block);
  }

  void choose_original() {
    for (std::uint32_t i = 0; i < input_.types.size(); ++i) {
      if (type_of_far_line(input_.profile, i) != LineType::translation_link) continue;
      const std::string_view href = first_link(input_.profile, i);
      if (host_of(href).empty()) continue;
      put(WEFT_KEY_TRANSLATION_OF, std::string(href), "visible", 0.8, i);
      return;
    }
  }

  // A tag as "zh-CN"; "en_US" is written with a hyphen.
  void choose_language() {
    const Claim* best = best_claim(WEFT_KEY_LANGUAGE);
    if (best == nullptr) return;
    std::string tag = best->value.substr(0, best->value.find_first_of(",; "));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const bool valid =
        tag.size() >= 2 && tag.size() <= 35 &&
        std::all_of(tag.begin(), tag.end(),
                    [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '-';
                    }) &&
        tag.substr(0, 4) != "utf-" && tag.substr(0, 4) != "UTF-" &&
        (tag.size() == 2 || tag[2] == '-' || (tag.size() > 3 && tag[3] == '-') || tag.size() == 3);
    if (valid) put(WEFT_KEY_LANGUAGE, std::move(tag), best->origin, best->confidence);
  }

  const MetadataInput& input_;
  const PageText& page_;
  std::vector<ChosenValue> out_;
};

}  // namespace

std::vector<ChosenValue> choose_metadata(const MetadataInput& input) {
  return Chooser(input).run();
}

VisibleField find_field(const MetadataInput& input, FieldKind kind) {
  constexpr float kLongest = 40;
  constexpr std::uint32_t kBefore = 6;
  constexpr std::uint32_t kAfter = 14;
  const PageText& page = input.profile.page();
  const auto is_title = [](const BlockType& type) { return type.type == WEFT_SPAN_TITLE; };
  const auto at = std::find_if(input.types.begin(), input.types.end(), is_title);
  const auto title = at == input.types.end()
                         ? kNoNode
                         : static_cast<std::uint32_t>(std::distance(input.types.begin(), at));
  VisibleField elsewhere;
  constexpr std::size_t kMostBlocks = 2000;  // the labels are tried at every byte
  for (std::uint32_t i = 0; i < std::min(page.blocks.size(), kMostBlocks); ++i) {
    if (page.blocks[i].stats.length() > kLongest) continue;
    const std::string_view line = page.of(page.blocks[i]);
    const bool beside = title != kNoNode && i + kBefore >= title && i <= title + kAfter;
    for (const LabelledField& field : read_fields(line)) {
      if (field.kind != kind) continue;
      if (beside) return {field.value, i};
      // "(来源：...)" ends many texts; within a sentence the word is only a word.
      constexpr std::ptrdiff_t kLabel = 32;
      if (elsewhere.block == kNoNode && field.value.data() - line.data() <= kLabel)
        elsewhere = {field.value, i};
    }
  }
  return elsewhere;
}

std::string claimed_site(const PageClaims& claims) {
  std::string site;
  double best = 0;
  for (const Claim& claim : claims.claims) {
    if (claim.key != WEFT_KEY_SITE || claim.confidence <= best) continue;
    site = claim.value;
    best = claim.confidence;
  }
  return site;
}

std::string claimed_url(const PageClaims& claims) {
  std::string url;
  double best = 0;
  for (const Claim& claim : claims.claims) {
    if (claim.key != WEFT_KEY_URL || claim.confidence <= best || host_of(claim.value).empty())
      continue;
    url = claim.value;
    best = claim.confidence;
  }
  return url;
}

std::string address_of(const MetadataInput& input) {
  std::string url = claimed_url(input.claims);
  return url.empty() ? std::string(input.uri) : url;
}

bool is_article(const PageClaims& claims) {
  const auto says = [&](std::string_view type) {
    return claims.page_type.find(type) != std::string::npos;
  };
  return says("article") || says("posting") || says("recipe") || says("qapage");
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || scheme > 8) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  const std::size_t user = host.rfind('@');
  if (user != std::string_view::npos) host.remove_prefix(user + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace weft
