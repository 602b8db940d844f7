// SPDX-License-Identifier: Apache-2.0
/// Columns, and the lines they become.
#include "review_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "weft/exports/unit_ids.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
/// Digits of a unit's id that tell it from the others of its document; a page of random digits
/// does not get smaller.
constexpr std::size_t kKeyDigits = 16;
constexpr char kSpaced = '\x1e';
constexpr char kJoined = '\x1f';

bool by_parent(const weft_span& a, const weft_span& b) {
  if (a.parent != b.parent) return a.parent < b.parent;
  return a.begin != b.begin ? a.begin < b.begin : a.id < b.id;
}

nlohmann::ordered_json notes(const std::vector<std::pair<std::size_t, std::string>>& all) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const auto& note : all)
    out.push_back({note.first, note.second});
  return out;
}

}  // namespace

std::vector<std::string> ReviewBlocks::add(const Document& document,
                                           const std::vector<Pair>& pairs) {
  marks_of_document_.clear();
  for (const weft_id type : marked_) {
    const std::vector<weft_span> spans = document.spans(type);
    marks_of_document_.insert(marks_of_document_.end(), spans.begin(), spans.end());
  }
  std::sort(marks_of_document_.begin(), marks_of_document_.end(), by_parent);
  cards_.push_back(document_card(document, pairs, names_));
  counts_.push_back(0);
  std::vector<std::string> full;
  UnitIds ids(document.id());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    keys_ += ids.next(pairs[i].source.text, pairs[i].target.text).substr(0, kKeyDigits);
    add_pair(document, pairs[i]);
    if (source_.size() + target_.size() < kBlockBytes) continue;
    full.push_back(take());
    document.context().check_cancelled();
    if (i + 1 == pairs.size()) break;
    cards_.push_back(continued_card(document.id()));
    counts_.push_back(0);
  }
  return full;
}

void ReviewBlocks::add_pair(const Document& document, const Pair& pair) {
  const std::size_t here = scores_.size();
  ++counts_.back();
  add_side(document, pair.source, 0, source_);
  add_side(document, pair.target, 1, target_);
  scores_.push_back(std::isnan(pair.score)
                        ? -1
                        : static_cast<int>(std::lround(std::clamp(pair.score, 0., 1.) * 1000)));
  kind_.push_back(kind_of(pair));
  for (const std::string_view finding : pair.findings)
    findings_.emplace_back(here, shown_text(finding));
  if (!pair.reject.empty()) rejects_.emplace_back(here, shown_text(pair.reject));
  if (!pair.review.empty()) reviews_.emplace_back(here, shown_text(pair.review));
}

void ReviewBlocks::add_side(const Document& document, const PairSide& side, std::size_t number,
                            std::string& out) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    // PairReader has joined these very texts: a space between them was put there by it.
    const std::string text = shown_text(document.text(*side.sentences[i]));
    const bool spaced = at < side.text.size() && side.text[at] == ' ';
    if (i > 0) out += spaced ? kSpaced : kJoined;
    at += (spaced ? 1 : 0) + text.size();
    out += text;
    add_marks(document, *side.sentences[i], number, i);
  }
  out += '\n';
}

void ReviewBlocks::add_marks(const Document& document, const weft_span& sentence, std::size_t side,
                             std::size_t number) {
  const auto first =
      std::partition_point(marks_of_document_.begin(), marks_of_document_.end(),
                           [&](const weft_span& span) { return span.parent < sentence.id; });
  for (auto span = first; span != marks_of_document_.end() && span->parent == sentence.id; ++span) {
    if (span->begin < sentence.begin || span->end > sentence.end) continue;
    // Cleaning may shorten what stands before, so it is cleaned too.
    const std::string_view all = document.text(sentence);
    const std::string marked = shown_text(document.text(*span));
    const std::string until = shown_text(all.substr(0, span->end - sentence.begin));
    if (marked.empty() || !until.ends_with(marked)) continue;
    const std::size_t end = count_utf16_units(until);
    const auto type = std::find(marked_.begin(), marked_.end(), span->type) - marked_.begin();
    marks_.insert(marks_.end(), {scores_.size(), side, number, end - count_utf16_units(marked), end,
                                 static_cast<std::size_t>(type)});
  }
}

std::size_t ReviewBlocks::kind_of(const Pair& pair) {
  const std::vector<std::string> kind{pair.source.language, pair.target.language,
                                      std::string(pair.method)};
  const auto found = std::find(kinds_.begin(), kinds_.end(), kind);
  const auto place = static_cast<std::size_t>(found - kinds_.begin());
  if (found == kinds_.end()) kinds_.push_back(kind);
  return place;
}

std::string ReviewBlocks::take() {
  if (scores_.empty()) return {};
  std::string cards;
  for (const std::string& card : cards_)
    cards += (cards.empty() ? "" : ",") + card;
  nlohmann::ordered_json json{{"counts", counts_},
                              {"keys", keys_},
                              {"scores", scores_},
                              {"kinds", kinds_},
                              {"kind", kind_},
                              {"findings", notes(findings_)},
                              {"marks", marks_},
                              {"rejects", notes(rejects_)},
                              {"reviews", notes(reviews_)}};
  std::string out = "{\"documents\":[" + cards + "],";
  out += json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).substr(1);
  out += '\n';
  out += source_;
  out += target_;
  cards_.clear();
  counts_.clear();
  source_.clear();
  target_.clear();
  keys_.clear();
  scores_.clear();
  kind_.clear();
  kinds_.clear();
  findings_.clear();
  rejects_.clear();
  reviews_.clear();
  marks_.clear();
  return out;
}

}  // namespace weft
