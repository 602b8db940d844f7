// SPDX-License-Identifier: Apache-2.0
/// From text to units: what joins two of them and what parts them.
#include "units.hpp"

#include <unordered_map>

#include "phrase_borders.hpp"
#include "weft/summary/general_words.hpp"
#include "weft/summary/scan_text.hpp"
#include "weft/summary/word_lists.hpp"

namespace weft {
namespace {

constexpr std::uint64_t kAloneBit = std::uint64_t{1} << 63U;

/// Marks that stand inside a name or a compound: "T-R", "Rayleigh-Ritz", "TCP/IP", "Adam's".
bool is_joiner(char32_t mark) {
  return mark == U'-' || mark == U'/' || mark == U'·' || mark == U'\'' || mark == U'’' ||
         mark == U'+' || mark == U'&';
}

class Collector {
 public:
  Collector(WordStems& stems, Units& units) : stems_(stems), units_(units) {}

  void begin_text(std::uint32_t part, std::string_view text) {
    part_ = part;
    text_ = text;
    cut_ = true;
    first_word_ = true;
    joined_ = 0;
    space_ = false;
  }
  void word(std::string_view word, bool digit, std::size_t begin, std::size_t end) {
    const WordStems::Known& known = stems_.look_up(word);
    Unit unit = made(known.stem, begin, end);
    unit.digit = digit;
    unit.short_word = end - begin < 3;
    const char first = text_[begin];
    unit.capital = !first_word_ && first >= 'A' && first <= 'Z';
    if (known.function) {
      unit.word_class = UnitClass::kFunction;
    } else if (is_general_word(known.stem)) {
      unit.word_class = UnitClass::kGeneral;
    }
    add(unit, false);
  }
  void alone(char32_t point, std::size_t begin) {
    std::size_t end = begin;
    next_code_point(text_, end);
    Unit unit = made(kAloneBit | point, begin, end);
    unit.alone = point;
    if (parts_phrases(point)) unit.word_class = UnitClass::kFunction;
    add(unit, true);
    mark_general_word();
  }
  void mark(char32_t point, bool space, std::size_t) {
    if (space) {
      space_ = true;
      if (joined_ != 0) cut_ = true;
      return;
    }
    if (is_joiner(point) && !space_ && joined_ == 0) {
      joined_ = point;
    } else {
      cut_ = true;
    }
    if (point == U'.' || point == U':' || point == U'!' || point == U'?') first_word_ = true;
  }

 private:
  Unit made(std::uint64_t key, std::size_t begin, std::size_t end) {
    Unit unit;
    unit.id = ids_.try_emplace(key, static_cast<std::uint32_t>(ids_.size())).first->second;
    units_.ids = static_cast<std::uint32_t>(ids_.size());
    unit.part = part_;
    unit.begin = static_cast<std::uint32_t>(begin);
    unit.end = static_cast<std::uint32_t>(end);
    return unit;
  }
  void add(Unit& unit, bool is_alone) {
    const bool spaced = space_ && is_alone && previous_alone_;
    unit.starts_run = cut_ || spaced;
    units_.all.push_back(unit);
    cut_ = false;
    space_ = false;
    joined_ = 0;
    first_word_ = false;
    previous_alone_ = is_alone;
  }
  /// Two characters that are a general word make each other one.
  void mark_general_word() {
    if (units_.all.size() < 2 || units_.all.back().starts_run) return;
    Unit& first = units_.all[units_.all.size() - 2];
    Unit& second = units_.all.back();
    if (!is_general_pair(first.alone, second.alone)) return;
    for (Unit* unit : {&first, &second}) {
      if (unit->word_class == UnitClass::kContent) unit->word_class = UnitClass::kGeneral;
    }
  }

  WordStems& stems_;
  Units& units_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;  // looked up, never walked
  std::uint32_t part_ = 0;
  std::string_view text_;
  bool cut_ = true;
  bool space_ = false;
  bool previous_alone_ = false;
  bool first_word_ = true;
  char32_t joined_ = 0;
};

}  // namespace

UnitReader::UnitReader(const std::string& language) : stems_(language) {}

Units UnitReader::read(std::span<const std::string_view> texts) {
  Units out;
  Collector collector(stems_, out);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    collector.begin_text(static_cast<std::uint32_t>(i), texts[i]);
    scan_text(texts[i], collector);
  }
  return out;
}

}  // namespace weft
