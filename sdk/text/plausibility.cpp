// SPDX-License-Identifier: Apache-2.0
/// The vote: levels of double-byte characters, and sums over a text.

#include "plausibility.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

Level row_level(unsigned row, unsigned first, unsigned second, unsigned third) {
  return row < first    ? Level::kUnknown
         : row < second ? Level::kFirst
         : row < third  ? Level::kSecond
                        : Level::kThird;
}

/// The level of a double-byte character in its encoding.
Level level_of(std::string_view bytes, const Encoding& encoding) {
  if (bytes.size() != 2) return bytes.size() > 2 ? Level::kThird : Level::kUnknown;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const auto trail = static_cast<unsigned char>(bytes[1]);
  if (encoding.name == "gb18030") {
    if (lead < 0xA1 || trail < 0xA1) return Level::kThird;
    return row_level(lead, 0xB0, 0xD8, 0xF8);
  }
  if (encoding.name == "Big5") {
    return lead < 0xA1 ? Level::kThird : row_level(lead, 0xA4, 0xC7, 0xFA);
  }
  if (encoding.name == "Shift_JIS") return row_level(lead, 0x88, 0x99, 0xEB);
  if (encoding.name == "EUC-JP") return row_level(lead, 0xB0, 0xD0, 0xF5);
  if (encoding.name == "EUC-KR" && (lead < 0xA1 || trail < 0xA1)) return Level::kThird;
  return Level::kUnknown;
}

/// Characters with their levels, so that several models can judge them.
std::vector<Character> read_characters(const Decoded& decoded, std::string_view bytes,
                                       const Encoding& encoding) {
  std::vector<Character> out;
  out.reserve(decoded.text.size());
  char32_t left = ' ';
  for (const weft_run& run : decoded.runs) {
    const std::size_t end = run.here + std::size_t{run.count} * run.here_unit;
    std::uint64_t there = run.there;
    for (std::size_t i = run.here; i < end; there += run.there_unit) {
      const char32_t point = next_code_point(decoded.text, i);
      const Level level = point < 0x80 || there >= bytes.size()
                              ? Level::kUnknown
                              : level_of(bytes.substr(there, run.there_unit), encoding);
      if (!out.empty()) out.back().right = point;
      out.push_back({point, left, ' ', level, run.there_unit});
      left = point;
    }
  }
  return out;
}

double cost_as(const std::vector<Character>& characters, const CharacterModel& model,
               double limit) {
  double cost = 0;
  std::size_t kana = 0;
  std::size_t kanji = 0;
  for (const Character& c : characters) {
    cost += character_cost(c, model);
    if (cost > limit) return cost;
    if (model.repertoire != Repertoire::kJapanese || c.point < 0x80) continue;
    const Script script = script_of(c.point);
    kana += script == Script::kHiragana || script == Script::kKatakana ? 1U : 0U;
    kanji += script == Script::kHan ? 1U : 0U;
  }
  // Japanese without kana is a heading at most.
  if (kanji > 2 * kana) cost += 3.0 * static_cast<double>(kanji - 2 * kana);
  return cost;
}

}  // namespace

double cost_in_bits(const Decoded& decoded, std::string_view bytes, const Encoding& encoding,
                    double limit) {
  const std::vector<CharacterModel> models = models_for(encoding.repertoire);
  const double best = cost_in_bits(decoded, bytes, encoding, models, limit);
  return encoding.repertoire == Repertoire::kAny ? best + 3 : best;  // 3: which of them
}

double cost_in_bits(const Decoded& decoded, std::string_view bytes, const Encoding& encoding,
                    std::span<const CharacterModel> models, double limit) {
  const std::vector<Character> characters = read_characters(decoded, bytes, encoding);
  double best = std::numeric_limits<double>::max();
  for (const CharacterModel& model : models)
    best = std::min(best, cost_as(characters, model, std::min(best, limit)));
  return best;
}

}  // namespace weft
