// SPDX-License-Identifier: Apache-2.0
/// Joining the sentences of a bead, and tracing them to source bytes.
#include "weft/exports/pair_reader.hpp"

#include <algorithm>

#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Scripts that put no space between sentences; their punctuation has no script, so the nearest
/// letter is asked.
bool is_spaceless(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  const std::uint64_t spaceless = counts[Script::kHan] + counts.kana() + counts[Script::kBopomofo];
  return 2 * spaceless > counts.letters();
}

}  // namespace

std::string clean_line(std::string_view text) {
  return fold_space(clean_for_xml(text).text);
}

std::string Pair::findings_line() const {
  std::string out;
  for (const std::string& finding : findings)
    out += (out.empty() ? "" : "; ") + finding;
  return out;
}

PairReader::PairReader(const Document& document) : document_(document), uris_(1) {
  for (std::size_t i = 0; i < document.source_count(); ++i)
    uris_.push_back(clean_line(to_view(document.source(i).uri)));
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind == WEFT_ON_LINK) by_link_.push_back(&attr);
  }
  std::stable_sort(by_link_.begin(), by_link_.end(),
                   [](const weft_attr* a, const weft_attr* b) { return a->owner < b->owner; });
}

PairReader::PairReader(const Document& document, std::string_view source_range,
                       std::string_view target_range)
    : PairReader(document) {
  sides_.resize(document.view_count() + 1, SideOf::kNeither);
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    const std::string_view language = to_view(document.view(i).lang);
    const bool target = matches_range(language, target_range);
    const bool source = matches_range(language, source_range);
    if (source && !(target && source_range == "*")) {
      sides_[i + 1] = SideOf::kSource;
    } else if (target) {
      sides_[i + 1] = SideOf::kTarget;
    }
  }
}

PairReader::SideOf PairReader::side_of(const weft_end& end, const weft_span& span) const {
  if (!sides_.empty()) return sides_[span.view];
  if (end.role == source_role_) return SideOf::kSource;
  return end.role == target_role_ ? SideOf::kTarget : SideOf::kNeither;
}

std::optional<Pair> PairReader::read(const weft_link& link) const {
  if (link.type != bead_) return std::nullopt;
  std::vector<const weft_span*> source;
  std::vector<const weft_span*> target;
  for (const weft_end& end : document_.ends(link)) {
    const weft_span* span = document_.find_span(end.span);
    const SideOf side = span == nullptr ? SideOf::kNeither : side_of(end, *span);
    if (side == SideOf::kNeither) return std::nullopt;
    (side == SideOf::kSource ? source : target).push_back(span);
  }
  if (source.empty() && target.empty()) return std::nullopt;
  Pair pair;
  pair.link = link.id;
  pair.source = side(std::move(source));
  pair.target = side(std::move(target));
  pair.score = link.score;
  read_attributes(pair);
  return pair;
}

void PairReader::read_attributes(Pair& pair) const {
  const auto first =
      std::partition_point(by_link_.begin(), by_link_.end(),
                           [&](const weft_attr* attr) { return attr->owner < pair.link; });
  for (auto attr = first; attr != by_link_.end() && (*attr)->owner == pair.link; ++attr) {
    if ((*attr)->value.kind != WEFT_VALUE_STRING) continue;
    const std::string_view value = to_view((*attr)->value.as.string);
    if ((*attr)->key == method_) pair.method = value;
    if ((*attr)->key == finding_) pair.findings.push_back(clean_line(value));
    if ((*attr)->key == reject_) pair.reject = clean_line(value);
    if ((*attr)->key == state_) pair.state = value;
    if ((*attr)->key == review_) pair.review = value;
  }
}

PairSide PairReader::side(std::vector<const weft_span*> sentences) const {
  PairSide out;
  std::sort(sentences.begin(), sentences.end(), [](const weft_span* a, const weft_span* b) {
    return a->view != b->view ? a->view < b->view : a->begin < b->begin;
  });
  for (const weft_span* sentence : sentences) {
    Cleaned cleaned = clean_for_xml(document_.text(*sentence));
    replaced_ += cleaned.changed;
    const std::string text = fold_space(cleaned.text);
    if (!out.text.empty() && !text.empty() && !is_spaceless(text)) out.text += ' ';
    const std::size_t begin = out.text.size();
    out.text += text;
    out.places.emplace_back(begin, out.text.size());
    out.language = to_view(document_.view(sentence->view - 1).lang);
    const SourceRange range = document_.trace(*sentence);
    out.sentences.push_back(sentence);
    if (range.source == 0) continue;
    out.source_uri = uris_[range.source];
    if (!out.ranges.empty()) out.ranges += ' ';
    out.ranges += std::to_string(range.begin) + '-' + std::to_string(range.end);
  }
  return out;
}

}  // namespace weft
