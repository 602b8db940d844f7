// SPDX-License-Identifier: Apache-2.0
/// Alignment beads as lines of JSON, flat so that a table can be made of them.
#include <unordered_map>
#include <vector>

#include "json_parts.hpp"
#include "weft/utf8.hpp"
#include "write_json.hpp"

namespace weft {
namespace {

/// One side of a bead.
struct Side {
  std::string text;
  Json lang = nullptr;
  Json at = Json::array();
};

/// Sentences of alphabets are joined by a space, of unspaced scripts by nothing.
bool wants_space(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  std::size_t last = before.size() - 1;
  while (last > 0 && !on_border(before, last))
    --last;
  std::size_t first = 0;
  const char32_t left = next_code_point(before, last);
  const char32_t right = next_code_point(after, first);
  return left < 0x2E80 || right < 0x2E80;
}

Side side_of(const Document& document, const DocumentIndex& index, const weft_link& link,
             weft_id role) {
  Side out;
  for (const weft_end& end : document.ends(link)) {
    const weft_span* span = end.role == role ? document.find_span(end.span) : nullptr;
    if (span == nullptr) continue;
    const std::string_view text = document.text(*span);
    if (wants_space(out.text, text)) out.text += ' ';
    out.text += text;
    if (out.lang.is_null()) out.lang = text_or_null(index.language(*span));
    out.at.push_back(at(document, *span));
  }
  return out;
}

/// Spans of type finding by the sentence that they lie in, each list in text order.
using FindingSpans = std::unordered_map<weft_id, std::vector<const weft_span*>>;
FindingSpans finding_spans(const DocumentIndex& index, const ExportNames& names) {
  FindingSpans out;
  for (const weft_span& span : index.others()) {
    if (span.type == names.finding_span) out[span.parent].push_back(&span);
  }
  return out;
}

/// Where the texts of a bead show the finding: the source bytes of each place.
Json places_of(const Document& document, const DocumentIndex& index, const ExportNames& names,
               const FindingSpans& spans, const weft_link& link, const Json& finding) {
  Json out = Json::array();
  for (const weft_end& end : document.ends(link)) {
    const auto found = spans.find(end.span);
    if (found == spans.end()) continue;
    for (const weft_span* span : found->second) {
      const weft_attr* text = index.find(WEFT_ON_SPAN, span->id, names.finding);
      if (text != nullptr && to_json(text->value) == finding) out.push_back(at(document, *span));
    }
  }
  return out;
}

/// What transform_pairs says of the bead; members only where it says something.
void add_judgement(Json& pair, const Document& document, const DocumentIndex& index,
                   const ExportNames& names, const FindingSpans& spans, const weft_link& link) {
  const weft_attr* reject = index.find(WEFT_ON_LINK, link.id, names.reject);
  if (reject != nullptr) pair["reject"] = to_json(reject->value);
  for (const weft_attr* attribute : index.attributes(WEFT_ON_LINK, link.id)) {
    if (attribute->key != names.finding) continue;
    const Json finding = to_json(attribute->value);
    pair["findings"].push_back(finding);
    pair["findings_at"].push_back(places_of(document, index, names, spans, link, finding));
  }
}

}  // namespace

std::string pair_lines(const Document& document, const ExportNames& names) {
  const DocumentIndex index(document, names);
  const FindingSpans spans = finding_spans(index, names);
  std::string out;
  std::size_t number_in_document = 0;
  for (const weft_link& link : document.links()) {
    if (link.type != names.bead) continue;
    const Side source = side_of(document, index, link, names.source);
    const Side target = side_of(document, index, link, names.target);
    Json pair;
    pair["schema"] = "weft-pair/1";
    pair["document"] = std::string(document.id());
    pair["pair"] = number_in_document++;
    pair["score"] = number(link.score);
    pair["source_lang"] = source.lang;
    pair["target_lang"] = target.lang;
    pair["source"] = source.text;
    pair["target"] = target.text;
    pair["source_at"] = source.at;
    pair["target_at"] = target.at;
    add_judgement(pair, document, index, names, spans, link);
    out += line_of(pair);
  }
  return out;
}

}  // namespace weft
