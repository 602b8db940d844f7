// SPDX-License-Identifier: Apache-2.0
/// JSON lines, each looked at before it is believed.
#include "decisions.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "weft/abi.h"
#include "weft/error.hpp"

namespace weft {
namespace {

using Json = nlohmann::json;

/// Digits of a unit id that a page keeps, of 32.
constexpr std::size_t kKeyDigits = 16;
constexpr std::size_t kIdDigits = 32;

[[noreturn]] void fail(const std::string& place, const std::string& what) {
  throw Error(WEFT_E_CONFIG, place + ": " + what);
}

const Json& member(const Json& json, const char* key, Json::value_t type,
                   const std::string& place) {
  const auto found = json.find(key);
  if (found == json.end() || found->type() != type)
    fail(place,
         std::string("no \"") + key + "\" as review pages write it; download the decisions again");
  return *found;
}

Verdict verdict_of(const Json& json, const std::string& place) {
  if (json == "accept") return Verdict::kAccept;
  if (json == "reject") return Verdict::kReject;
  if (json == "") return Verdict::kNone;
  fail(place, "a verdict is none of \"accept\", \"reject\" and \"\"");
}

std::pair<std::size_t, std::size_t> cut_of(const Json& json, const std::string& place) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() ||
      !json[1].is_number_unsigned())
    fail(place, "a cut is no pair of counts of sentences");
  return {json[0].get<std::size_t>(), json[1].get<std::size_t>()};
}

Decision decision_of(const Json& json, const std::string& place) {
  Decision decision;
  for (const Json& key : member(json, "pairs", Json::value_t::array, place)) {
    if (!key.is_string()) fail(place, "the key of a pair is no text");
    decision.pairs.push_back(key.get<std::string>());
  }
  for (const Json& cut : member(json, "cuts", Json::value_t::array, place))
    decision.cuts.push_back(cut_of(cut, place));
  for (const Json& verdict : member(json, "verdicts", Json::value_t::array, place))
    decision.verdicts.push_back(verdict_of(verdict, place));
  if (decision.pairs.empty() || decision.verdicts.size() != decision.cuts.size() + 1)
    fail(place, "pairs, cuts and verdicts do not fit each other; download the decisions again");
  return decision;
}

/// Files put one behind another have several heads; they must speak of the same languages.
void read_head(const Json& json, Decisions& out, const std::string& place) {
  if (json["weft-review"] != 1) fail(place, "decisions of a newer weft; use that one");
  auto source = member(json, "source", Json::value_t::string, place).get<std::string>();
  auto target = member(json, "target", Json::value_t::string, place).get<std::string>();
  if (!out.source.empty() && (out.source != source || out.target != target))
    fail(place, "decisions of other languages than those before; apply them in runs of their own");
  out.source = std::move(source);
  out.target = std::move(target);
  ++out.rounds;
}

}  // namespace

std::string pair_key(std::string_view unit_id) {
  std::string key(unit_id.substr(0, kKeyDigits));
  if (unit_id.size() > kIdDigits) key += unit_id.substr(kIdDigits);
  return key;
}

Decisions parse_decisions(std::string_view text, const std::string& name, Decisions before) {
  Decisions out = std::move(before);
  const std::size_t rounds = out.rounds;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const std::string place = name + ", line " + std::to_string(number);
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) fail(place, "no JSON object; a file of decisions has one a line");
    if (json.contains("weft-review")) {
      read_head(json, out, place);
      continue;
    }
    if (out.rounds == rounds)
      fail(place, "no decisions of a review page: they begin with {\"weft-review\":1,...}");
    const auto document = member(json, "document", Json::value_t::string, place);
    Decision decision = decision_of(json, place);
    decision.round = out.rounds;
    decision.place = place;
    out.by_document[document.get<std::string>()].push_back(std::move(decision));
  }
  if (out.rounds == rounds) fail(name, "empty; download the decisions of a review page");
  return out;
}

Decisions read_decisions(const std::string& path, Decisions before) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file) fail(path, "cannot be read");
  return parse_decisions(bytes.str(), path, std::move(before));
}

}  // namespace weft
