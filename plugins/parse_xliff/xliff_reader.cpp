// SPDX-License-Identifier: Apache-2.0
/// The elements of XLIFF outside of source and target; InlineText has those inside.
#include "xliff_reader.hpp"

#include <weft/text/language.hpp>

#include <map>
#include <utility>

namespace weft {
namespace {

std::string tag_or_unknown(std::string_view tag) {
  std::string canonical = canonical_tag(tag);
  return canonical.empty() ? "und" : canonical;
}

void push_if_text(UnitTextBuilder& text, std::vector<std::uint32_t>& segments) {
  const auto number = static_cast<std::uint32_t>(text.segments());
  if (text.end_segment()) segments.push_back(number);
}

}  // namespace

void XliffReader::start(std::string_view name, const XmlAttributes& attributes,
                        std::uint64_t position, std::uint32_t size) {
  if (!has_root_ && name != "xliff") {
    refuse("the root element is '" + std::string(name) + "', that of XLIFF is 'xliff'");
    return;
  }
  has_root_ = true;
  if (in_unit_) check_size(target_.size() + source_.size(), unit_begin_, position);
  if (skip_ > 0) {
    ++skip_;
  } else if (reading_ != nullptr) {
    if (reading_ == &target_) note_score(attributes);
    reading_->start(name, attributes, position, size);
  } else {
    const std::string_view space = attributes.find("xml:space");
    const bool inherited = !preserve_.empty() && preserve_.back() != 0;
    preserve_.push_back(space.empty() ? (inherited ? 1 : 0) : (space == "preserve" ? 1 : 0));
    if (begin_text(name, attributes) || start_structure(name, attributes, position)) return;
    preserve_.pop_back();
    skip_ = 1;
    if (name == "alt-trans" || name == "match" || name == "matches") ++counts_.matches;
  }
}

// True for an element whose children matter.
bool XliffReader::start_structure(std::string_view name, const XmlAttributes& attributes,
                                  std::uint64_t position) {
  if (name == "xliff") {
    source_language_ = tag_or_unknown(attributes.find("srcLang"));
    target_language_ = attributes.find("trgLang");
  } else if (name == "file") {
    begin_file(attributes);
  } else if (name == "trans-unit" || name == "unit") {
    // The header that gettext keeps in an entry of its own is no text.
    if (attributes.find("restype") == "x-gettext-domain-header") return false;
    begin_unit(attributes, position);
  } else if (name == "segment" && in_unit_) {
    in_segment_ = true;
    about_ = {};
    about_.id = attributes.find("id");
    about_.state = attributes.find("state");
  } else {
    return name == "body" || name == "group" || name == "ignorable";
  }
  return true;
}

bool XliffReader::begin_text(std::string_view name, const XmlAttributes& attributes) {
  if (!in_unit_) return false;
  if (name == "source") {
    reading_ = &source_;
  } else if (name == "seg-source") {
    reading_ = &marked_source_;
  } else if (name == "target") {
    reading_ = &target_;
    const std::string_view state = attributes.find("state");
    if (!state.empty()) about_.state = state;
    if (unit_target_language_.empty()) unit_target_language_ = attributes.find("xml:lang");
    note_score(attributes);
  } else {
    return false;
  }
  reading_->begin(preserve_.back() != 0);
  if (in_segment_) reading_->builder().begin_segment();
  return true;
}

void XliffReader::end(std::string_view name) {
  if (skip_ > 0) {
    --skip_;
    return;
  }
  if (reading_ != nullptr) {
    if (!reading_->end()) return;
    end_text();
  } else if (name == "segment" && in_segment_) {
    in_segment_ = false;
    pairs_.push_back(std::move(about_));
    about_ = {};
  } else if ((name == "trans-unit" || name == "unit") && in_unit_) {
    end_unit();
  }
  if (!preserve_.empty()) preserve_.pop_back();
}

void XliffReader::end_text() {
  if (in_segment_)
    push_if_text(reading_->builder(), reading_ == &target_ ? about_.target : about_.source);
  reading_ = nullptr;
}

void XliffReader::text(const XmlText& piece) {
  if (skip_ > 0 || reading_ == nullptr) return;
  check_size(reading_->size(), unit_begin_, piece.begin);
  reading_->text(piece);
}

std::string_view XliffReader::title(std::size_t part) const {
  return part == 0 || part > titles_.size() ? std::string_view() : titles_[part - 1];
}

void XliffReader::begin_file(const XmlAttributes& attributes) {
  titles_.emplace_back(attributes.find("original"));
  const std::string_view source = attributes.find("source-language");  // version 1
  const std::string_view target = attributes.find("target-language");
  if (!source.empty()) source_language_ = tag_or_unknown(source);
  if (!source.empty() || !target.empty()) target_language_ = target;
}

void XliffReader::begin_unit(const XmlAttributes& attributes, std::uint64_t position) {
  in_unit_ = true;
  in_segment_ = false;
  unit_begin_ = position;
  unit_id_ = attributes.find("id");
  about_ = {};
  if (attributes.find("approved") == "yes") about_.state = "approved";
  pairs_.clear();
  unit_target_language_.clear();
}

void XliffReader::end_unit() {
  in_unit_ = false;
  TranslationUnit unit;
  const bool version1 = pairs_.empty();
  InlineText& source = marked_source_.has_marks() ? marked_source_ : source_;
  if (version1) pair_marks(source.marked(), target_.marked());
  const bool whole_source = version1 && !source.has_marks();
  const bool whole_target = version1 && !target_.has_marks();
  UnitText texts[2];
  texts[0] = source.take(whole_source);
  texts[1] = target_.take(whole_target);
  source_.take();
  marked_source_.take();
  const std::string target_language =
      tag_or_unknown(target_language_.empty() ? unit_target_language_ : target_language_);
  std::uint32_t numbers[2] = {UnitBead::kNone, UnitBead::kNone};
  for (const std::size_t side : {0U, 1U}) {
    if (texts[side].text.empty()) continue;
    numbers[side] = static_cast<std::uint32_t>(unit.sides.size());
    const std::string& language = side == 0 ? source_language_ : target_language;
    const bool same = side == 1 && language == source_language_;
    unit.sides.push_back({same ? language + ".target" : language, language, texts[side]});
  }
  std::size_t ordinal = 0;
  for (Pair& pair : pairs_) {
    ++ordinal;
    if (pair.source.empty() && pair.target.empty()) continue;
    UnitBead bead;
    bead.id = unit_id_;
    if (pairs_.size() > 1) bead.id += '/' + (pair.id.empty() ? std::to_string(ordinal) : pair.id);
    bead.source = pair.source.empty() ? UnitBead::kNone : numbers[0];
    bead.target = pair.target.empty() ? UnitBead::kNone : numbers[1];
    bead.source_segments = std::move(pair.source);
    bead.target_segments = std::move(pair.target);
    bead.state = std::move(pair.state);
    bead.score = pair.score;
    unit.beads.push_back(std::move(bead));
  }
  keep(std::move(unit), titles_.size());
}

// Version 1: segments are marked on both sides and go together by their ids. Where a side has no
// marks, it is one segment, and that of all marks of the other.
void XliffReader::pair_marks(const std::vector<std::string>& source,
                             const std::vector<std::string>& target) {
  const InlineText& source_text = marked_source_.has_marks() ? marked_source_ : source_;
  std::map<std::string, std::size_t, std::less<>> by_mark;
  const auto pair = [&](const std::string& id) -> Pair& {
    const auto [entry, fresh] = by_mark.try_emplace(id, pairs_.size());
    if (fresh) {
      pairs_.push_back(about_);
      pairs_.back().id = id;
    }
    return pairs_[entry->second];
  };
  const bool source_is_whole = !source_text.has_marks() && source_text.has_text();
  const bool target_is_whole = !target_.has_marks() && target_.has_text();
  for (std::uint32_t i = 0; i < source.size(); ++i)
    pair(target_is_whole ? "" : source[i]).source.push_back(i);
  for (std::uint32_t i = 0; i < target.size(); ++i)
    pair(source_is_whole ? "" : target[i]).target.push_back(i);
  if (source_is_whole) pair("").source.push_back(0);
  if (target_is_whole) pair("").target.push_back(0);
}

void XliffReader::note_score(const XmlAttributes& attributes) {
  constexpr double kFullRating = 100;
  if (const auto confidence = read_score(attributes.find("its:mtConfidence")))
    about_.score = *confidence;
  else if (const auto rating = read_score(attributes.find("its:locQualityRatingScore")))
    about_.score = *rating / kFullRating;
}

}  // namespace weft
