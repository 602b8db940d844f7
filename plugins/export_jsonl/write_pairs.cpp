// SPDX-License-Identifier: Apache-2.0
/// Alignment beads as lines of JSON, flat so that a table can be made of them.
#include <optional>
#include <unordered_map>
#include <vector>

#include "json_parts.hpp"
#include "weft/exports/pair_reader.hpp"
#include "write_json.hpp"

namespace weft {
namespace {

/// Spans of type finding by the sentence that they lie in, each list in text order.
using FindingSpans = std::unordered_map<weft_id, std::vector<const weft_span*>>;
FindingSpans finding_spans(const DocumentIndex& index, const ExportNames& names) {
  FindingSpans out;
  for (const weft_span& span : index.others()) {
    if (span.type == names.finding_span) out[span.parent].push_back(&span);
  }
  return out;
}

/// Where the texts of a pair show the finding: the source bytes of each place.
Json places_of(const Document& document, const DocumentIndex& index, const ExportNames& names,
               const FindingSpans& spans, const Pair& pair, const Json& finding) {
  Json out = Json::array();
  for (const PairSide* side : {&pair.source, &pair.target}) {
    for (const weft_span* sentence : side->sentences) {
      const auto found = spans.find(sentence->id);
      if (found == spans.end()) continue;
      for (const weft_span* span : found->second) {
        const weft_attr* text = index.find(WEFT_ON_SPAN, span->id, names.finding);
        if (text != nullptr && to_json(text->value) == finding) out.push_back(at(document, *span));
      }
    }
  }
  return out;
}

/// What transform_pairs says of the pair; members only where it says something.
void add_judgement(Json& line, const Document& document, const DocumentIndex& index,
                   const ExportNames& names, const FindingSpans& spans, const Pair& pair) {
  if (!pair.reject.empty()) line["reject"] = pair.reject;
  for (const weft_attr* attribute : index.attributes(WEFT_ON_LINK, pair.link)) {
    if (attribute->key != names.finding) continue;
    const Json finding = to_json(attribute->value);
    line["findings"].push_back(finding);
    line["findings_at"].push_back(places_of(document, index, names, spans, pair, finding));
  }
}

Json language_of(const DocumentIndex& index, const PairSide& side) {
  if (side.sentences.empty()) return nullptr;
  return text_or_null(index.language(*side.sentences.front()));
}

Json origins_of(const Document& document, const PairSide& side) {
  Json out = Json::array();
  for (const weft_span* sentence : side.sentences)
    out.push_back(at(document, *sentence));
  return out;
}

}  // namespace

std::string pair_lines(const Document& document, const ExportNames& names) {
  const DocumentIndex index(document, names);
  const FindingSpans spans = finding_spans(index, names);
  const PairReader reader(document);
  std::string out;
  std::size_t number_in_document = 0;
  for (const weft_link& link : document.links()) {
    const std::optional<Pair> pair = reader.read(link);
    if (!pair) continue;
    Json line;
    line["schema"] = "weft-pair/1";
    line["document"] = std::string(document.id());
    line["pair"] = number_in_document++;
    line["score"] = number(pair->score);
    line["source_lang"] = language_of(index, pair->source);
    line["target_lang"] = language_of(index, pair->target);
    line["source"] = pair->source.text;
    line["target"] = pair->target.text;
    line["source_at"] = origins_of(document, pair->source);
    line["target_at"] = origins_of(document, pair->target);
    add_judgement(line, document, index, names, spans, *pair);
    out += line_of(line);
  }
  if (reader.replaced() > 0)
    document.context().count(names.replaced, static_cast<double>(reader.replaced()));
  return out;
}

}  // namespace weft
