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
  columns_.cards.push_back(document_card(document, pairs, names_));
  columns_.counts.push_back(0);
  std::vector<std::string> full;
  UnitIds ids(document.id());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    columns_.keys += ids.next(pairs[i].source.text, pairs[i].target.text).substr(0, kKeyDigits);
    add_pair(document, pairs[i]);
    if (columns_.source.size() + columns_.target.size() < kBlockBytes) continue;
    full.push_back(take());
    document.context().check_cancelled();
    if (i + 1 == pairs.size()) break;
    columns_.cards.push_back(continued_card(document.id()));
    columns_.counts.push_back(0);
  }
  return full;
}

void ReviewBlocks::add_pair(const Document& document, const Pair& pair) {
  const std::size_t here = columns_.scores.size();
  ++columns_.counts.back();
  add_side(document, pair.source, 0, columns_.source);
  add_side(document, pair.target, 1, columns_.target);
  columns_.scores.push_back(std::isnan(pair.score) ? -1
                                                   : static_cast<int>(std::lround(
                                                         std::clamp(pair.score, 0., 1.) * 1000)));
  columns_.kind.push_back(kind_of(pair));
  for (const std::string_view finding : pair.findings)
    columns_.findings.emplace_back(here, shown_text(finding));
  if (!pair.reject.empty()) columns_.rejects.emplace_back(here, shown_text(pair.reject));
  if (!pair.review.empty()) columns_.reviews.emplace_back(here, shown_text(pair.review));
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
    columns_.marks.insert(columns_.marks.end(),
                          {columns_.scores.size(), side, number, end - count_utf16_units(marked),
                           end, static_cast<std::size_t>(type)});
  }
}

std::size_t ReviewBlocks::kind_of(const Pair& pair) {
  const std::vector<std::string> kind{pair.source.language, pair.target.language,
                                      std::string(pair.method)};
  const auto found = std::find(columns_.kinds.begin(), columns_.kinds.end(), kind);
  const auto place = static_cast<std::size_t>(found - columns_.kinds.begin());
  if (found == columns_.kinds.end()) columns_.kinds.push_back(kind);
  return place;
}

std::string ReviewBlocks::take() {
  if (columns_.scores.empty()) return {};
  std::string cards;
  for (const std::string& card : columns_.cards)
    cards += (cards.empty() ? "" : ",") + card;
  nlohmann::ordered_json json{{"counts", columns_.counts},
                              {"keys", columns_.keys},
                              {"scores", columns_.scores},
                              {"kinds", columns_.kinds},
                              {"kind", columns_.kind},
                              {"findings", notes(columns_.findings)},
                              {"marks", columns_.marks},
                              {"rejects", notes(columns_.rejects)},
                              {"reviews", notes(columns_.reviews)}};
  std::string out = "{\"documents\":[" + cards + "],";
  out += json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).substr(1);
  out += '\n';
  out += columns_.source;
  out += columns_.target;
  // The first block of a document holds all that was there before it.
  if (!full_) full_ = std::move(columns_);
  columns_ = {};
  return out;
}

void ReviewBlocks::mark() {
  full_.reset();
  std::size_t column = 0;
  columns_.each([&](const auto& values) { marked_at_[column++] = values.size(); });
}

void ReviewBlocks::undo() {
  if (full_) columns_ = std::move(*full_);
  full_.reset();
  std::size_t column = 0;
  columns_.each([&](auto& values) {
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(marked_at_[column++]), values.end());
  });
}

}  // namespace weft
