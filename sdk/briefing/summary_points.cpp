// SPDX-License-Identifier: Apache-2.0
/// Picked sentences and the beads that they are in; written ones and what they rest on.
#include "summary_points.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace weft {
namespace {

void append_sentence(std::string& text, std::string_view sentence) {
  const bool tight =
      text.empty() || sentence.empty() || static_cast<unsigned char>(sentence.front()) >= 0xE2;
  text += tight ? "" : " ";
  text += sentence;
}

class SummaryReader {
 public:
  SummaryReader(const OpenDocument& open, PlaceMarks& marks)
      : open_(open), document_(open.document()), marks_(marks) {
    for (const weft_link& link : document_.links()) {
      const bool support = link.type == open.names().support;
      if (link.type != open.names().bead && !support) continue;
      for (const weft_end& end : document_.ends(link)) {
        if (support && end.role == open.names().evidence) continue;
        (support ? supports_ : beads_).emplace(end.span, &link);
      }
    }
  }

  std::vector<SummaryPoint> read() {
    for (const weft_link& link : document_.links()) {
      if (link.type != open_.names().summary) continue;
      std::unordered_set<weft_id> picked;
      for (const weft_end& end : document_.ends(link))
        picked.insert(end.span);
      for (const weft_end& end : document_.ends(link))
        add_point(end.span, picked);
    }
    return std::move(points_);
  }

 private:
  void add_point(weft_id id, const std::unordered_set<weft_id>& picked) {
    const weft_span* sentence = document_.find_span(id);
    if (sentence == nullptr || !shown_.insert(id).second) return;
    points_.emplace_back();
    add_sentence(*sentence, points_.back().text, &BriefingRun::point);
    const auto bead = beads_.find(id);
    if (bead != beads_.end()) add_bead(*bead->second, *sentence, picked);
    const auto support = supports_.find(id);
    if (support != supports_.end()) add_support(*support->second, id);
  }

  /// Of a sentence that a model wrote: its place is its evidence, and what the document was found
  /// not to say is said behind it.
  void add_support(const weft_link& support, weft_id sentence) {
    for (const weft_end& end : document_.ends(support)) {
      const weft_span* span = document_.find_span(end.span);
      if (end.role != open_.names().evidence || span == nullptr) continue;
      marks_.add(*span, &BriefingRun::point, static_cast<std::uint32_t>(points_.size()));
    }
    std::string open_claims;
    for (const weft_span& finding : document_.spans(open_.names().finding)) {
      if (finding.parent != sentence) continue;
      open_claims += (open_claims.empty() ? "" : "; ") + open_.one_line(document_.text(finding));
    }
    if (!open_claims.empty())
      points_.back().text.text += " [not in the document: " + open_claims + "]";
  }

  /// The rest of a picked bead: sentences of the same language that were picked too, and the
  /// translation.
  void add_bead(const weft_link& bead, const weft_span& sentence,
                const std::unordered_set<weft_id>& picked) {
    for (const weft_end& end : document_.ends(bead)) {
      const weft_span* span = document_.find_span(end.span);
      if (span == nullptr || span->id == sentence.id) continue;
      const bool translates = span->view != sentence.view;
      if (!translates && !picked.contains(span->id)) continue;
      shown_.insert(span->id);
      if (translates) {
        add_sentence(*span, points_.back().translation, &BriefingRun::translation);
      } else {
        add_sentence(*span, points_.back().text, &BriefingRun::point);
      }
    }
  }

  void add_sentence(const weft_span& sentence, BriefingLine& line,
                    std::uint32_t BriefingRun::*number) {
    append_sentence(line.text, open_.one_line(document_.text(sentence)));
    if (line.language.empty()) line.language = open_.language_of(sentence);
    marks_.add(sentence, number, static_cast<std::uint32_t>(points_.size()));
  }

  const OpenDocument& open_;
  const Document& document_;
  PlaceMarks& marks_;
  std::unordered_map<weft_id, const weft_link*> beads_;     // by sentence
  std::unordered_map<weft_id, const weft_link*> supports_;  // by sentence that a model wrote
  // What was shown as a translation, or with the sentences before it, is not shown again.
  std::unordered_set<weft_id> shown_;
  std::vector<SummaryPoint> points_;
};

}  // namespace

std::vector<SummaryPoint> read_summary(const OpenDocument& open, PlaceMarks& marks) {
  return SummaryReader(open, marks).read();
}

}  // namespace weft
