// SPDX-License-Identifier: Apache-2.0
/// Finding units beside numerals, and converting between them.
#include "unit_table.hpp"

#include <array>

#include "scan_text.hpp"
#include "unit_words.hpp"

namespace weft {
namespace {

/// Words that begin with a classifier or short unit and are other words: 三成功, 一日本人.
bool is_other_word(std::string_view text, std::size_t at, std::string_view unit) {
  struct Other {
    std::string_view unit;
    std::string_view rest;
  };
  constexpr std::array kOthers = {
      Other{"成", "功"}, Other{"成", "立"}, Other{"成", "员"}, Other{"成", "員"}, Other{"成", "本"},
      Other{"成", "为"}, Other{"成", "為"}, Other{"成", "果"}, Other{"成", "了"}, Other{"成", "长"},
      Other{"成", "就"}, Other{"成", "绩"}, Other{"成", "績"}, Other{"成", "份"}, Other{"成", "语"},
      Other{"成", "語"}, Other{"日", "本"}, Other{"日", "报"}, Other{"日", "報"}, Other{"年", "轻"},
      Other{"年", "輕"}, Other{"周", "围"}, Other{"周", "圍"}, Other{"分", "之"}, Other{"克", "服"},
      Other{"米", "饭"}, Other{"度", "假"}, Other{"块", "垒"}, Other{"角", "色"}, Other{"角", "落"},
      Other{"角", "度"}, Other{"角", "关"}, Other{"角", "關"}, Other{"角", "形"}, Other{"角", "恋"},
      Other{"角", "洲"}, Other{"升", "级"}, Other{"升", "值"}, Other{"元", "素"}, Other{"元", "首"},
      Other{"元", "旦"}, Other{"夜", "间"}, Other{"晚", "上"}, Other{"天", "气"}, Other{"天", "主"},
      Other{"周", "边"}};
  for (const Other& other : kOthers) {
    if (other.unit == unit && starts_at(text, at + unit.size(), other.rest)) return true;
  }
  return false;
}

/// 块 is money where the words go on without a noun (三块五, 十块左右, 五块。); before anything
/// else it counts pieces: 五万块芯片.
bool counts_pieces(std::string_view text, std::size_t behind) {
  constexpr std::string_view kGoesOn =
      "半多零一二两三四五六七八九十几的了就才也都不左以上下每和或与、，。；：！？”’」』）…";
  const std::size_t at = skip_blank(text, behind);
  if (at >= text.size()) return false;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_letter(text[at]);
  return kGoesOn.find(text.substr(at, 3)) == std::string_view::npos;
}

/// A mark for the first three bytes of a unit: most places are told from all units by one look.
std::size_t mark_of(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(byte_at(text, at + i)));
  };
  return (byte(0) * 61 + byte(1) * 17 + byte(2)) % 1024;
}
using Marks = std::array<bool, 1024>;
const Marks& han_marks() {
  static const Marks marks = [] {
    Marks made{};
    for (const Unit& unit : han_units())
      made[mark_of(unit.text, 0)] = true;
    return made;
  }();
  return marks;
}
/// First bytes of English units, in both cases.
const Marks& english_marks() {
  static const Marks marks = [] {
    Marks made{};
    for (const Unit& unit : english_units()) {
      const auto first = static_cast<unsigned char>(unit.text.front());
      made[first] = true;
      if (first >= 'a' && first <= 'z') made[first - 32U] = true;
    }
    return made;
  }();
  return marks;
}

FoundUnit han_unit(std::string_view text, std::size_t at) {
  if (!han_marks()[mark_of(text, at)]) return {};
  for (const Unit& unit : han_units()) {
    if (!starts_at(text, at, unit.text) || is_other_word(text, at, unit.text)) continue;
    const std::size_t end = at + unit.text.size();
    const bool piece = unit.text == "块" || unit.text == "塊";
    if (piece && counts_pieces(text, end)) return {{unit.text, UnitSort::kClassifier}, at, end};
    return {unit, at, end};
  }
  return {};
}

FoundUnit english_unit(std::string_view text, std::size_t at) {
  if (!english_marks()[static_cast<unsigned char>(byte_at(text, at))]) return {};
  for (const Unit& unit : english_units()) {
    const bool same = unit.exact ? starts_at(text, at, unit.text) : same_word(text, at, unit.text);
    if (!same) continue;
    const std::size_t end = at + unit.text.size();
    const bool letters = is_letter(unit.text.back());
    if (letters && (is_letter(byte_at(text, end)) || is_digit(byte_at(text, end)))) continue;
    return {unit, at, end};
  }
  return {};
}

}  // namespace

FoundUnit unit_behind(std::string_view text, std::size_t at) {
  const std::size_t behind = skip_blank(text, at);
  if (static_cast<unsigned char>(byte_at(text, behind)) >= 0xE0) {
    const FoundUnit han = han_unit(text, behind);
    if (han) return han;
  }
  if (byte_at(text, at) == '-') return english_unit(text, at + 1);
  return english_unit(text, behind);
}

FoundUnit currency_before(std::string_view text, std::size_t end) {
  const std::size_t before = skip_blank_back(text, end);
  for (const Unit& unit : currency_prefixes()) {
    if (!ends_at(text, before, unit.text)) continue;
    const std::size_t begin = before - unit.text.size();
    const bool letters = is_letter(unit.text.front());
    if (letters && begin > 0 && is_letter(text[begin - 1])) continue;
    return {unit, begin, before};
  }
  return {};
}

UnitScale scale_of(std::string_view canonical) {
  constexpr std::array kScales = {UnitScale{"km", 'l', 1000},
                                  UnitScale{"m", 'l', 1},
                                  UnitScale{"cm", 'l', .01},
                                  UnitScale{"mm", 'l', .001},
                                  UnitScale{"nm", 'l', 1e-9},
                                  UnitScale{"li", 'l', 500},
                                  UnitScale{"mile", 'l', 1609.344},
                                  UnitScale{"ft", 'l', .3048},
                                  UnitScale{"in", 'l', .0254},
                                  UnitScale{"yd", 'l', .9144},
                                  UnitScale{"nmi", 'l', 1852},
                                  UnitScale{"kg", 'm', 1},
                                  UnitScale{"g", 'm', .001},
                                  UnitScale{"t", 'm', 1000},
                                  UnitScale{"lb", 'm', .45359237},
                                  UnitScale{"oz", 'm', .028349523},
                                  UnitScale{"jin", 'm', .5},
                                  UnitScale{"L", 'v', 1},
                                  UnitScale{"mL", 'v', .001},
                                  UnitScale{"gal", 'v', 3.785411784},
                                  UnitScale{"m³", 'v', 1000},
                                  UnitScale{"km²", 'a', 1e6},
                                  UnitScale{"m²", 'a', 1},
                                  UnitScale{"ft²", 'a', .09290304},
                                  UnitScale{"mi²", 'a', 2589988},
                                  UnitScale{"ha", 'a', 1e4},
                                  UnitScale{"ac", 'a', 4046.8564},
                                  UnitScale{"mu", 'a', 666.6667},
                                  UnitScale{"ping", 'a', 3.305785},
                                  UnitScale{"km/h", 's', 1},
                                  UnitScale{"mi/h", 's', 1.609344},
                                  UnitScale{"W", 'p', 1},
                                  UnitScale{"kW", 'p', 1e3},
                                  UnitScale{"MW", 'p', 1e6},
                                  UnitScale{"GW", 'p', 1e9},
                                  UnitScale{"Hz", 'f', 1},
                                  UnitScale{"MHz", 'f', 1e6},
                                  UnitScale{"GHz", 'f', 1e9},
                                  UnitScale{"MB", 'b', 1e6},
                                  UnitScale{"GB", 'b', 1e9},
                                  UnitScale{"TB", 'b', 1e12},
                                  UnitScale{"second", 't', 1},
                                  UnitScale{"minute", 't', 60},
                                  UnitScale{"hour", 't', 3600},
                                  UnitScale{"day", 't', 86400},
                                  UnitScale{"night", 't', 86400},
                                  UnitScale{"week", 't', 604800},
                                  UnitScale{"month", 't', 2629746},
                                  UnitScale{"year", 't', 31556952},
                                  UnitScale{"decade", 't', 315569520},
                                  UnitScale{"century", 't', 3155695200}};
  for (const UnitScale& scale : kScales) {
    if (scale.canonical == canonical) return scale;
  }
  return {canonical, '\0', 1};
}

}  // namespace weft
