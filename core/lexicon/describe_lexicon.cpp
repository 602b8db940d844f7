// SPDX-License-Identifier: Apache-2.0
/// A lexicon told in lines.
#include "core/lexicon/describe_lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/lexicon/find_terms.hpp"
#include "core/show/screen_text.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kMostShown = 20;

std::string describe_sources(const Lexicon& lexicon) {
  std::string out = "sources\n";
  for (const LexiconSource& source : lexicon.sources()) {
    out += fmt::format("  {} ({} entries{}): {}\n", one_line(source.name), source.entries,
                       source.own ? ", own terms" : "",
                       source.licence.empty() ? "no licence stated" : one_line(source.licence));
  }
  return out;
}

std::string describe_whole(const Lexicon& lexicon, const std::string& path) {
  const std::string first(lexicon.language(LexiconSide::kFirst));
  const std::string second(lexicon.language(LexiconSide::kSecond));
  std::string out = fmt::format("{}: {} and {}, {} bytes", path, first, second, lexicon.bytes());
  if (!lexicon.built_by().empty()) out += ", built by " + one_line(lexicon.built_by());
  out += fmt::format("\nterms         {} {}, {} {}\n", lexicon.size(LexiconSide::kFirst), first,
                     lexicon.size(LexiconSide::kSecond), second);
  out += fmt::format("translations  {} from {}, {} from {}\n", lexicon.pairs(LexiconSide::kFirst),
                     first, lexicon.pairs(LexiconSide::kSecond), second);
  out += fmt::format("pinyin        {} characters\n", lexicon.characters());
  return out + describe_sources(lexicon);
}

/// "zhong chong", or nothing for what is no single character.
std::string readings_of(const Lexicon& lexicon, std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return {};
  const Readings readings = lexicon.readings(next_code_point(text, at));
  if (at != text.size()) return {};
  std::string out;
  for (const std::string_view syllable : readings)
    out += (out.empty() ? "" : " ") + std::string(syllable);
  return out;
}

std::string describe_term(const Lexicon& lexicon, const FoundTerm& found) {
  const std::string_view text = lexicon.text(found.side, found.term);
  const std::string readings = readings_of(lexicon, text);
  std::string out = fmt::format("{} ({}{}{})\n", one_line(text), lexicon.language(found.side),
                                lexicon.is_own(found.side, found.term) ? ", own term" : "",
                                readings.empty() ? "" : ", " + readings);
  const auto translations = lexicon.translations(found.side, found.term);
  for (std::size_t i = 0; i < std::min(translations.size(), kMostShown); ++i) {
    out += fmt::format("  {:.3f} {}\n", translations[i].probability,
                       one_line(lexicon.text(other_side(found.side), translations[i].term)));
  }
  if (translations.size() > kMostShown)
    out += fmt::format("  and {} more\n", translations.size() - kMostShown);
  return out;
}

}  // namespace

std::string describe_lexicon(const Lexicon& lexicon, const std::string& path,
                             const std::vector<std::string>& terms) {
  if (terms.empty()) return describe_whole(lexicon, path);
  std::string out;
  for (const std::string& term : terms) {
    const std::vector<FoundTerm> found = find_terms(lexicon, term);
    if (found.empty()) out += one_line(term) + ": not in the lexicon\n";
    for (const FoundTerm& one : found)
      out += describe_term(lexicon, one);
  }
  return out;
}

}  // namespace weft
