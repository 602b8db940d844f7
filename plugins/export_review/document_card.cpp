// SPDX-License-Identifier: Apache-2.0
/// Metadata in the order of the document, evidence by place.
#include "document_card.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "weft/text/normalize.hpp"

namespace weft {
namespace {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The place of a sentence, or of the one that a span is part of; null for others.
Json place_of(const weft_span* span, const PairPlaces& places) {
  if (span == nullptr) return nullptr;
  auto place = places.find(span->id);
  if (place == places.end()) place = places.find(span->parent);
  if (place == places.end()) return nullptr;
  return {place->second.pair, place->second.side, place->second.sentence};
}

Json facts_of(const Document& document, const PairPlaces& places, const CardNames& names) {
  Json facts = Json::array();
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind != WEFT_ON_DOCUMENT || attr.value.kind != WEFT_VALUE_STRING) continue;
    if (attr.key == names.title) continue;
    Json fact{std::string(name_of(attr.key)), shown_text(to_view(attr.value.as.string))};
    Json place = place_of(document.find_span(attr.evidence), places);
    if (!place.is_null()) fact.push_back(std::move(place));
    facts.push_back(std::move(fact));
  }
  return facts;
}

/// Titles of all languages, else a suggested headline, else the id.
std::string title_of(const Document& document, const CardNames& names) {
  std::string title;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind != WEFT_ON_DOCUMENT || attr.key != names.title ||
        attr.value.kind != WEFT_VALUE_STRING)
      continue;
    title += (title.empty() ? "" : " / ") + shown_text(to_view(attr.value.as.string));
  }
  if (title.empty()) title = shown_text(document.string(Owner{}, names.headline));
  return title.empty() ? shown_text(document.id()) : title;
}

Json summary_of(const Document& document, const weft_link& link, const PairPlaces& places) {
  Json evidence = Json::array();
  std::string_view language;
  for (const weft_end& end : document.ends(link)) {
    const weft_span* span = document.find_span(end.span);
    if (span == nullptr) continue;
    if (language.empty()) language = to_view(document.view(span->view - 1).lang);
    Json place = place_of(span, places);
    if (place.is_null()) place = shown_text(document.text(*span));
    evidence.push_back(std::move(place));
  }
  return {{"lang", std::string(language)}, {"evidence", std::move(evidence)}};
}

}  // namespace

PairPlaces places_of(const std::vector<Pair>& pairs) {
  PairPlaces places;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairSide* sides[] = {&pairs[i].source, &pairs[i].target};
    for (std::size_t side = 0; side < 2; ++side) {
      for (std::size_t k = 0; k < sides[side]->sentences.size(); ++k)
        places.emplace(sides[side]->sentences[k]->id, PairPlace{i, side, k});
    }
  }
  return places;
}

std::string shown_text(std::string_view text) {
  return fold_space(clean_for_xml(text).text);
}

std::string document_card(const Document& document, const std::vector<Pair>& pairs,
                          const CardNames& names) {
  const PairPlaces places = places_of(pairs);
  Json card{{"id", std::string(document.id())},
            {"title", title_of(document, names)},
            {"facts", facts_of(document, places, names)}};
  Json& summaries = card["summary"] = Json::array();
  for (const weft_link& link : document.links()) {
    if (link.type == names.summary) summaries.push_back(summary_of(document, link, places));
  }
  return one_line(card);
}

std::string continued_card(std::string_view id) {
  return one_line(Json{{"id", std::string(id)}, {"more", true}});
}

}  // namespace weft
