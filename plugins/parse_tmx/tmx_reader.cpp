// SPDX-License-Identifier: Apache-2.0
/// The elements of TMX outside of seg; InlineText has those inside.
#include "tmx_reader.hpp"

#include <weft/text/language.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace weft {
namespace {

constexpr std::size_t kNoSide = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestProperty = 4096;

}  // namespace

void TmxReader::start(std::string_view name, const XmlAttributes& attributes,
                      std::uint64_t position, std::uint32_t size) {
  if (!has_root_ && name != "tmx") {
    refuse("the root element is '" + std::string(name) + "', that of TMX is 'tmx'");
    return;
  }
  has_root_ = true;
  if (in_ != In::kFile) check_size(segment_.size(), unit_begin_, position);
  if (segment_.active()) {
    segment_.start(name, attributes, position, size);
  } else if (name == "header") {
    header_source_ = attributes.find("srclang");
  } else if (name == "tu") {
    begin_unit(attributes, position);
  } else if (name == "tuv" && in_ == In::kUnit) {
    begin_variant(attributes);
  } else if (name == "seg" && in_ == In::kVariant && !has_segment_) {
    has_segment_ = true;
    const std::string_view space = attributes.find("xml:space");
    segment_.begin(space.empty() ? preserve_ : space == "preserve");
    segment_.builder().begin_segment();
  } else if (name == "prop" && in_ != In::kFile) {
    in_property_ = true;
    property_type_ = attributes.find("type");
    property_.clear();
  }
}

void TmxReader::end(std::string_view name) {
  if (segment_.active()) {
    if (!segment_.end()) return;
    segment_.builder().end_segment();
    variant_text_ = segment_.take();
  } else if (name == "prop") {
    take_property();
  } else if (name == "tuv" && in_ == In::kVariant) {
    end_variant();
  } else if (name == "tu" && in_ == In::kUnit) {
    end_unit();
  }
}

void TmxReader::text(const XmlText& piece) {
  if (segment_.active()) {
    check_size(segment_.size(), unit_begin_, piece.begin);
    segment_.text(piece);
  } else if (in_property_ && property_.size() < kLongestProperty) {
    property_ += piece.text;
  }
}

void TmxReader::begin_unit(const XmlAttributes& attributes, std::uint64_t position) {
  in_ = In::kUnit;
  unit_begin_ = position;
  unit_ = {};
  about_ = {};
  about_.id = attributes.find("tuid");
  source_language_ = attributes.find("srclang");
  preserve_ = attributes.find("xml:space") == "preserve";
}

void TmxReader::begin_variant(const XmlAttributes& attributes) {
  in_ = In::kVariant;
  has_segment_ = false;
  variant_text_ = {};
  const std::string_view tag = attributes.find("xml:lang");
  variant_language_ = canonical_tag(tag.empty() ? attributes.find("lang") : tag);  // 1.1: lang
}

void TmxReader::end_variant() {
  in_ = In::kUnit;
  const bool known = std::any_of(unit_.sides.begin(), unit_.sides.end(),
                                 [&](const auto& side) { return side.lang == variant_language_; });
  if (variant_language_.empty() || known) {
    ++counts_.variants;
  } else if (!variant_text_.text.empty()) {
    unit_.sides.push_back({variant_language_, variant_language_, std::move(variant_text_)});
  }
}

// The side in the source language: that tag, or the nearest, as memories are lax ("en" for
// "en-US").
std::size_t TmxReader::find_source() const {
  const std::string_view said = source_language_.empty() ? header_source_ : source_language_;
  if (said == "*all*") return 0;
  const std::string wanted = canonical_tag(said);
  for (std::size_t i = 0; i < unit_.sides.size(); ++i) {
    if (unit_.sides[i].lang == wanted) return i;
  }
  for (std::size_t i = 0; i < unit_.sides.size(); ++i) {
    const std::string& lang = unit_.sides[i].lang;
    if (matches_range(lang, wanted) || matches_range(wanted, lang)) return i;
  }
  return kNoSide;
}

void TmxReader::end_unit() {
  in_ = In::kFile;
  std::size_t source = find_source();
  const std::size_t sides = unit_.sides.size();
  if (source == kNoSide && sides > 1) {
    ++counts_.sourceless;
    source = 0;
  }
  const auto add = [&](std::size_t from, std::size_t to) {
    UnitBead bead = about_;
    const auto all = [&](std::size_t side) {
      std::vector<std::uint32_t> segments;
      if (side != kNoSide && !unit_.sides[side].text.segments.empty()) segments.push_back(0);
      return segments;
    };
    bead.source = static_cast<std::uint32_t>(from);
    bead.target = static_cast<std::uint32_t>(to);
    bead.source_segments = all(from);
    bead.target_segments = all(to);
    if (bead.source_segments.empty() && bead.target_segments.empty()) return;
    unit_.beads.push_back(std::move(bead));
  };
  if (sides == 1) add(source, source == kNoSide ? 0 : kNoSide);
  for (std::size_t i = 0; sides > 1 && i < sides; ++i) {
    if (i != source) add(source, i);
  }
  keep(std::move(unit_), 0);
  unit_ = {};
}

void TmxReader::take_property() {
  if (!std::exchange(in_property_, false)) return;
  if (is_score_name(property_type_)) {
    const auto score = read_score(property_);
    if (score && std::isnan(about_.score)) about_.score = *score;
  } else if (in_ == In::kUnit && property_type_ == "x-method") {
    about_.method = property_;
  } else if (in_ == In::kUnit && (property_type_ == "x-state" || property_type_ == "state")) {
    about_.state = property_;
  }
}

}  // namespace weft
