// SPDX-License-Identifier: Apache-2.0
/// A lexicon told to other programs.
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/lexicon/describe_lexicon.hpp"
#include "core/lexicon/find_terms.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Json = nlohmann::ordered_json;

/// A float of seven digits as a double would show digits that say nothing.
double shown(float probability) {
  return std::round(static_cast<double>(probability) * 1e6) / 1e6;
}

Json side_json(const Lexicon& lexicon, LexiconSide side) {
  return {{"language", lexicon.language(side)},
          {"terms", lexicon.size(side)},
          {"translations", lexicon.pairs(side)}};
}

Json sources_json(const Lexicon& lexicon) {
  Json json = Json::array();
  for (const LexiconSource& source : lexicon.sources()) {
    json.push_back({{"name", source.name},
                    {"licence", source.licence},
                    {"entries", source.entries},
                    {"own", source.own}});
  }
  return json;
}

Json term_json(const Lexicon& lexicon, const FoundTerm& found) {
  Json json{{"term", lexicon.text(found.side, found.term)},
            {"language", lexicon.language(found.side)},
            {"own", lexicon.is_own(found.side, found.term)},
            {"translations", Json::array()}};
  for (const Translation& one : lexicon.translations(found.side, found.term)) {
    json["translations"].push_back({{"term", lexicon.text(other_side(found.side), one.term)},
                                    {"probability", shown(one.probability)}});
  }
  return json;
}

}  // namespace

std::string lexicon_to_json(const Lexicon& lexicon, const std::string& path,
                            const std::vector<std::string>& terms) {
  Json json{{"file", path},
            {"bytes", lexicon.bytes()},
            {"built_by", lexicon.built_by()},
            {"sides",
             {side_json(lexicon, LexiconSide::kFirst), side_json(lexicon, LexiconSide::kSecond)}},
            {"characters", lexicon.characters()},
            {"sources", sources_json(lexicon)}};
  if (!terms.empty()) json["lookups"] = Json::array();
  for (const std::string& term : terms) {
    Json lookup{{"text", term}, {"found", Json::array()}};
    for (const FoundTerm& found : find_terms(lexicon, term))
      lookup["found"].push_back(term_json(lexicon, found));
    json["lookups"].push_back(lookup);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace weft
