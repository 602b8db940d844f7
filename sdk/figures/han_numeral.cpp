// SPDX-License-Identifier: Apache-2.0
/// Numerals of Han characters: simplified, traditional and financial; by units (三百二十) or by
/// places (二〇〇一); pairs (两三百); 多 and 余 inside.
#include <algorithm>
#include <array>

#include "numeral.hpp"
#include "scan_text.hpp"

namespace weft {
namespace {

constexpr std::size_t kLongest = 40;  // characters of one numeral; what is longer is no number

enum class HanSort : std::uint8_t { kNone, kDigit, kUnit, kLarge, kTens };

struct HanCharacter {
  char32_t point = 0;
  HanSort sort = HanSort::kNone;
  bool formal = false;  // of cheques; in running text most of them are other words
  std::int64_t value = 0;
};

constexpr std::array kCharacters = {HanCharacter{U'〇', HanSort::kDigit, false, 0},
                                    HanCharacter{U'○', HanSort::kDigit, true, 0},
                                    HanCharacter{U'零', HanSort::kDigit, false, 0},
                                    HanCharacter{U'一', HanSort::kDigit, false, 1},
                                    HanCharacter{U'二', HanSort::kDigit, false, 2},
                                    HanCharacter{U'两', HanSort::kDigit, false, 2},
                                    HanCharacter{U'兩', HanSort::kDigit, false, 2},
                                    HanCharacter{U'三', HanSort::kDigit, false, 3},
                                    HanCharacter{U'四', HanSort::kDigit, false, 4},
                                    HanCharacter{U'五', HanSort::kDigit, false, 5},
                                    HanCharacter{U'六', HanSort::kDigit, false, 6},
                                    HanCharacter{U'七', HanSort::kDigit, false, 7},
                                    HanCharacter{U'八', HanSort::kDigit, false, 8},
                                    HanCharacter{U'九', HanSort::kDigit, false, 9},
                                    HanCharacter{U'俩', HanSort::kDigit, true, 2},
                                    HanCharacter{U'倆', HanSort::kDigit, true, 2},
                                    HanCharacter{U'仨', HanSort::kDigit, true, 3},
                                    HanCharacter{U'壹', HanSort::kDigit, true, 1},
                                    HanCharacter{U'贰', HanSort::kDigit, true, 2},
                                    HanCharacter{U'貳', HanSort::kDigit, true, 2},
                                    HanCharacter{U'叁', HanSort::kDigit, true, 3},
                                    HanCharacter{U'參', HanSort::kDigit, true, 3},
                                    HanCharacter{U'肆', HanSort::kDigit, true, 4},
                                    HanCharacter{U'伍', HanSort::kDigit, true, 5},
                                    HanCharacter{U'陆', HanSort::kDigit, true, 6},
                                    HanCharacter{U'陸', HanSort::kDigit, true, 6},
                                    HanCharacter{U'柒', HanSort::kDigit, true, 7},
                                    HanCharacter{U'捌', HanSort::kDigit, true, 8},
                                    HanCharacter{U'玖', HanSort::kDigit, true, 9},
                                    HanCharacter{U'十', HanSort::kUnit, false, 10},
                                    HanCharacter{U'百', HanSort::kUnit, false, 100},
                                    HanCharacter{U'千', HanSort::kUnit, false, 1000},
                                    HanCharacter{U'拾', HanSort::kUnit, true, 10},
                                    HanCharacter{U'佰', HanSort::kUnit, true, 100},
                                    HanCharacter{U'仟', HanSort::kUnit, true, 1000},
                                    HanCharacter{U'廿', HanSort::kTens, false, 20},
                                    HanCharacter{U'卅', HanSort::kTens, false, 30},
                                    HanCharacter{U'万', HanSort::kLarge, false, 10000},
                                    HanCharacter{U'萬', HanSort::kLarge, false, 10000},
                                    HanCharacter{U'亿', HanSort::kLarge, false, 100000000},
                                    HanCharacter{U'億', HanSort::kLarge, false, 100000000},
                                    HanCharacter{U'兆', HanSort::kLarge, false, 1000000000000}};

/// Nearly every character is no numeral: one look tells it.
constexpr auto kMaybe = [] {
  std::array<bool, 4096> maybe{};
  for (const HanCharacter& one : kCharacters)
    maybe[one.point % maybe.size()] = true;
  return maybe;
}();

HanCharacter character(char32_t point) {
  if (!kMaybe[point % kMaybe.size()]) return {};
  for (const HanCharacter& one : kCharacters) {
    if (one.point == point) return one;
  }
  return {};
}

bool is_more(char32_t point) {
  return point == U'多' || point == U'余' || point == U'餘' || point == U'几' || point == U'幾' ||
         point == U'来' || point == U'數' || point == U'数';
}

/// Sums units as they come.
struct Sum {
  Rational total = 0;    // closed by 亿, 万
  Rational section = 0;  // below the next of these
  std::int64_t digit = 0;
  std::int64_t unit = 0;  // the last one, for 三千五 = 3500
  bool pending = false;   // a digit waits for its unit
  bool zero = false;      // 零 stood before it

  void add(const HanCharacter& one) {
    if (one.sort == HanSort::kDigit) {
      zero = zero || one.value == 0;
      digit = one.value;
      pending = one.value != 0;
    } else if (one.sort == HanSort::kTens) {
      section = section + Rational(one.value);
      unit = 10;
    } else if (one.sort == HanSort::kUnit) {
      section = section + Rational(pending ? digit : 1) * Rational(one.value);
      close_digit(one.value);
    } else {
      Rational below = section + Rational(pending ? digit : 0);
      if (below == Rational(0) && total == Rational(0)) below = 1;
      // 一万亿: the larger unit takes all before it.
      total = below == Rational(0) || one.value > last_large ? (total + below) * Rational(one.value)
                                                             : total + below * Rational(one.value);
      section = 0;
      last_large = one.value;
      close_digit(one.value);
    }
  }
  [[nodiscard]] Rational result() const {
    Rational last = 0;
    if (pending) last = Rational(digit) * Rational(!zero && unit >= 100 ? unit / 10 : 1);
    return total + section + last;
  }

 private:
  void close_digit(std::int64_t new_unit) {
    digit = 0;
    pending = false;
    zero = false;
    unit = new_unit;
  }
  std::int64_t last_large = 0;
};

struct Run {
  std::array<HanCharacter, kLongest> items{};
  std::size_t size = 0;
  std::size_t end = 0;
  bool more = false;
  [[nodiscard]] bool has(HanSort sort) const {
    return std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size),
                       [sort](const HanCharacter& one) { return one.sort == sort; });
  }
  [[nodiscard]] bool only_digits() const {
    return std::all_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size),
                       [](const HanCharacter& one) { return one.sort == HanSort::kDigit; });
  }
};

/// 多 or 余 at `at` belongs to the numeral where 万 or 亿 follows (十多万), or where anything but a
/// numeral does (三十多): its size, else 0.
std::size_t more_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  std::size_t end = at;
  if (!is_more(next_code_point(text, end))) return 0;
  const char32_t point = point_at(text, at);
  const HanCharacter next = character(point_at(text, end));
  if (next.sort == HanSort::kLarge) return end - at;
  if (next.sort == HanSort::kDigit || next.sort == HanSort::kUnit) return 0;
  if (point == U'数' || point == U'數') return 0;
  if (point != U'来') return end - at;
  // 十来个, but 五十来自.
  const char32_t counted = point_at(text, end);
  return counted == U'个' || counted == U'個' || counted == U'岁' || counted == U'歲' ||
                 counted == U'年' || counted == U'天' || counted == U'人'
             ? end - at
             : 0;
}

/// 两 inside a numeral stands before a unit (三千两百); behind one it is the tael (五十两).
bool is_tael(std::string_view text, std::size_t at, std::size_t next) {
  if (!starts_at(text, at, "两") && !starts_at(text, at, "兩")) return false;
  const HanSort behind = character(point_at(text, next)).sort;
  return behind != HanSort::kUnit && behind != HanSort::kLarge;
}

/// 兆 is a million millions in numerals and a million in units: 五兆瓦 is 5 MW.
bool is_mega_unit(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 9> kUnits = {"兆瓦", "兆赫", "兆字节", "兆字節", "兆比特",
                                                      "兆帕", "兆焦", "兆伏",   "兆欧"};
  return std::any_of(kUnits.begin(), kUnits.end(),
                     [&](std::string_view unit) { return starts_at(text, at, unit); });
}

Run collect(std::string_view text, std::size_t at) {
  Run run;
  run.end = at;
  while (run.end < text.size() && run.size < kLongest) {
    std::size_t next = run.end;
    const HanCharacter one = character(next_code_point(text, next));
    if (one.sort == HanSort::kNone) {
      const bool counted = run.size > 0 && run.items[run.size - 1].sort != HanSort::kDigit;
      const std::size_t size = counted && !run.more ? more_size(text, run.end) : 0;
      if (size == 0) break;
      run.more = true;
      run.end += size;
      if (character(point_at(text, run.end)).sort != HanSort::kLarge) break;
      continue;
    }
    // 廿 and 卅 begin a numeral, formal characters stand among their like (大陆一, 参百).
    if (run.size > 0 && one.formal != run.items[run.size - 1].formal && one.value != 0 &&
        run.items[run.size - 1].value != 0 && one.sort != HanSort::kLarge)
      break;
    if (run.size > 0 && run.items[run.size - 1].sort != HanSort::kDigit &&
        is_tael(text, run.end, next))
      break;
    if (one.sort == HanSort::kLarge && is_mega_unit(text, run.end)) break;
    run.items[run.size++] = one;
    run.end = next;
  }
  return run;
}

/// 三四, 两三百: two neighbouring digits that follow each other. Where the first of them stands, or
/// run.size.
std::size_t find_pair(const Run& run) {
  for (std::size_t i = 0; i + 1 < run.size; ++i) {
    const HanCharacter& first = run.items[i];
    const HanCharacter& second = run.items[i + 1];
    if (first.sort != HanSort::kDigit || second.sort != HanSort::kDigit || first.value == 0)
      continue;
    if (second.value == first.value + 1 &&
        (i + 2 == run.size || i > 0 || run.size > 2 || run.items[i + 2].sort != HanSort::kDigit))
      return i;
  }
  return run.size;
}

Rational sum_without(const Run& run, std::size_t left_out) {
  Sum sum;
  for (std::size_t i = 0; i < run.size; ++i) {
    if (i != left_out) sum.add(run.items[i]);
  }
  return sum.result();
}

Rational places_value(const Run& run) {
  Rational value = 0;
  for (std::size_t i = 0; i < run.size; ++i)
    value = value * Rational(10) + Rational(run.items[i].value);
  return value;
}

/// 三点五: decimals behind 点, where no time is meant (三点五分). Behind them, or `end`.
std::size_t take_point(std::string_view text, std::size_t end, Numeral& out) {
  const std::size_t mark = starts_at(text, end, "点") || starts_at(text, end, "點") ? 3 : 0;
  if (mark == 0) return end;
  Rational part = 0;
  std::int64_t scale = 1;
  std::size_t at = end + mark;
  std::size_t digits = 0;
  while (at < text.size() && digits < 9) {
    std::size_t next = at;
    const HanCharacter one = character(next_code_point(text, next));
    if (one.sort != HanSort::kDigit) break;
    part = part * Rational(10) + Rational(one.value);
    scale *= 10;
    ++digits;
    at = next;
  }
  const HanSort behind = character(point_at(text, at)).sort;
  if (digits == 0 || behind == HanSort::kUnit || starts_at(text, at, "分") ||
      starts_at(text, at, "刻"))
    return end;
  out.value = out.value + part * Rational(1, scale);
  out.point = true;
  return at;
}

void set_value(const Run& run, Numeral& out) {
  const std::size_t pair = find_pair(run);
  if (run.only_digits() && run.size > 1 && (pair == run.size || run.size > 2)) {
    out.form = NumeralForm::kPlaces;
    out.value = places_value(run);
    out.high = out.value;
    return;
  }
  out.value = sum_without(run, pair == run.size ? run.size : pair + 1);
  out.high = pair == run.size ? out.value : sum_without(run, pair);
  if (pair != run.size) out.bound = FigureBound::kAbout;
}

}  // namespace

bool may_begin_han(char32_t point) {
  return character(point).sort != HanSort::kNone;
}

std::optional<Numeral> read_han(std::string_view text, std::size_t at) {
  const Run run = collect(text, at);
  if (run.size == 0 || (run.size == 1 && run.items[0].formal)) return std::nullopt;
  Numeral out;
  out.begin = static_cast<std::uint32_t>(at);
  out.form = NumeralForm::kHan;
  out.places = static_cast<std::uint8_t>(run.size);
  set_value(run, out);
  std::size_t end = run.end;
  if (out.form == NumeralForm::kHan && !run.more && out.value == out.high) {
    end = take_point(text, end, out);
    if (out.point) out.high = out.value;
  }
  out.end = static_cast<std::uint32_t>(end);
  if (run.more) out.bound = FigureBound::kOver;
  const HanCharacter& last = run.items[run.size - 1];
  if (last.sort == HanSort::kLarge) out.scale = last.value;
  if (out.point) take_han_scale(text, out);
  out.scaled = out.scaled || run.has(HanSort::kLarge);
  const bool no_digit = !run.has(HanSort::kDigit) && !run.has(HanSort::kTens);
  out.bare = (run.size == 1 && run.items[0].sort != HanSort::kTens) ||
             (no_digit && !run.more && !out.point && run.items[0].value != 10);
  if (run.size >= kLongest || !out.value.valid() || !out.high.valid()) out.vague = true;
  return out;
}

void take_han_scale(std::string_view text, Numeral& numeral) {
  std::size_t at = skip_blank(text, numeral.end);
  // 100多万; 100多人 counts 100 and more.
  std::size_t next = at;
  const bool more = at < text.size() && is_more(next_code_point(text, next));
  if (more && more_size(text, at) > 0 && at == numeral.end) {
    numeral.bound = FigureBound::kOver;
    numeral.end = static_cast<std::uint32_t>(next);
    at = next;
  }
  // 千米 and 千克 are units.
  const Run run = collect(text, at);
  if (run.size == 0 || run.items[0].sort == HanSort::kDigit || run.has(HanSort::kTens)) return;
  constexpr std::array<std::string_view, 8> kUnits = {"千米", "千克", "千瓦",   "千赫",
                                                      "千卡", "千伏", "千字节", "百分"};
  for (const std::string_view unit : kUnits) {
    if (starts_at(text, at, unit)) return;
  }
  if (run.has(HanSort::kDigit)) return;
  Rational scale = 1;
  for (std::size_t i = 0; i < run.size; ++i)
    scale = scale * Rational(run.items[i].value);
  numeral.scale = numeral.scale * scale;
  numeral.value = numeral.value * scale;
  numeral.high = numeral.high * scale;
  numeral.scaled = true;
  numeral.bare = false;
  if (run.more) numeral.bound = FigureBound::kOver;
  numeral.end = static_cast<std::uint32_t>(run.end);
}

}  // namespace weft
