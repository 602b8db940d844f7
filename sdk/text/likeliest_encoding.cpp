// SPDX-License-Identifier: Apache-2.0
/// Candidates are judged by a short look, then by a longer one; Latin ones by their language too.

#include "likeliest_encoding.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "character_models.hpp"
#include "plausibility.hpp"
#include "transcode.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

constexpr std::size_t kFirstLook = 256;  // bytes
constexpr std::size_t kSecondLook = 1600;
constexpr double kMargin = 60;  // bits a candidate may lie behind the best

/// The bytes to judge by: some kilobytes from the first that is not plain ASCII, begun at an even
/// offset.
std::string_view telling_part(std::string_view bytes) {
  constexpr std::size_t kContext = 64;
  const auto* first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == '\0';
  });
  auto begin = static_cast<std::size_t>(first - bytes.begin());
  begin -= std::min(begin, kContext);
  begin -= begin % 4;
  return bytes.substr(begin, kSecondLook);
}

struct Candidate {
  const Encoding* encoding;
  double doubt;  ///< bits, before any byte is seen
  double cost;
};

/// Judges the candidates by `part` and keeps those not much worse than the best.
void judge(std::vector<Candidate>& candidates, std::string_view part) {
  double least = std::numeric_limits<double>::max();
  for (Candidate& candidate : candidates) {
    const double limit = least + kMargin - candidate.doubt;
    const Decoded decoded = transcode(part, 0, *candidate.encoding);
    candidate.cost = candidate.doubt + cost_in_bits(decoded, part, *candidate.encoding, limit);
    least = std::min(least, candidate.cost);
  }
  std::erase_if(candidates, [&](const Candidate& c) { return c.cost > least + kMargin; });
}

const Candidate& best_of(const std::vector<Candidate>& candidates) {
  return *std::min_element(candidates.begin(), candidates.end(),
                           [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
}

bool is_latin(Repertoire repertoire) {
  return repertoire == Repertoire::kWestern || repertoire == Repertoire::kCentral ||
         repertoire == Repertoire::kTurkish || repertoire == Repertoire::kBaltic ||
         repertoire == Repertoire::kVietnamese;
}

/// Encodings of Latin script differ in few bytes of a text, and the letters that are the same in
/// all of them tell its language: judges the candidates by that language's alphabet alone.
void judge_by_language(std::vector<Candidate>& candidates, std::string_view part) {
  constexpr double kSure = 0.5;
  std::erase_if(candidates, [](const Candidate& c) { return !is_latin(c.encoding->repertoire); });
  std::vector<Decoded> decoded;
  LanguageGuess language{"und", kSure};
  for (const Candidate& candidate : candidates) {
    decoded.push_back(transcode(part, 0, *candidate.encoding));
    LanguageGuess guess = guess_language(decoded.back().text);
    if (guess.confidence > language.confidence) language = std::move(guess);
  }
  const std::vector<CharacterModel> models = models_of_language(language.tag);
  if (models.empty()) return;
  std::vector<Candidate> judged = candidates;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    // How rare an encoding is says less once the language is known.
    const double doubt = judged[i].doubt > 0 ? judged[i].doubt / 3 : judged[i].doubt;
    judged[i].cost = doubt + cost_in_bits(decoded[i], part, *judged[i].encoding, models,
                                          std::numeric_limits<double>::max());
  }
  // A language whose alphabet explains the letters worse than another's is not the language.
  constexpr double kTolerance = 6;
  if (best_of(judged).cost <= best_of(candidates).cost + kTolerance) candidates = judged;
}

}  // namespace

const Encoding& likeliest_encoding(std::string_view bytes, const Encoding* declared) {
  const std::string_view part = telling_part(bytes);
  const double trust = 30 + 0.1 * static_cast<double>(part.size());
  std::vector<Candidate> candidates;
  for (const Encoding& encoding : all_encodings()) {
    if (&encoding == declared) {
      candidates.push_back({&encoding, -trust, 0});
    } else if (encoding.rarity >= 0) {
      candidates.push_back({&encoding, encoding.rarity, 0});
    }
  }
  judge(candidates, part.substr(0, kFirstLook));
  if (part.size() > kFirstLook) judge(candidates, part);
  const Encoding& first = *best_of(candidates).encoding;
  if (&first == declared || !is_latin(first.repertoire)) return first;
  judge_by_language(candidates, part);
  return *best_of(candidates).encoding;
}

}  // namespace weft
