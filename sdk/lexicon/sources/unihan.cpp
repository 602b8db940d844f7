// SPDX-License-Identifier: Apache-2.0
/// Fields of the Unihan database (UAX #38).
#include "unihan.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "gloss.hpp"
#include "lines.hpp"
#include "pinyin.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// How much the first and each further reading of a field weighs. Counts of kHanyuPinlu are in the
/// tens to thousands, so that they decide wherever they stand.
struct ReadingField {
  std::string_view name;
  double first;
  double further;
};
constexpr std::array<ReadingField, 4> kFields = {{{"kMandarin", 4, 1},
                                                  {"kXHC1983", 0.5, 0.5},
                                                  {"kTGHZ2013", 0.5, 0.5},
                                                  {"kHanyuPinyin", 0.25, 0.1}}};

std::optional<char32_t> read_character(std::string_view text) {
  std::uint32_t point = 0;
  if (!text.starts_with("U+")) return std::nullopt;
  text.remove_prefix(2);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), point, 16);
  if (error != std::errc{} || end != text.data() + text.size() || point >= 0x110000 ||
      (point >= 0xD800 && point < 0xE000)) {
    return std::nullopt;
  }
  return char32_t{point};
}

void add_reading(char32_t han, std::string_view text, double weight, Dictionary& out) {
  std::string syllable = plain_syllable(text);
  if (!syllable.empty()) out.readings.push_back({han, std::move(syllable), weight});
}

/// "zhòng(1823) chóng(329)"
void read_counted(char32_t han, std::string_view value, Dictionary& out) {
  for (std::string_view word; take_field(value, ' ', word);) {
    const std::size_t open = word.find('(');
    double count = 0;
    if (open != std::string_view::npos)
      std::from_chars(word.data() + open + 1, word.data() + word.size(), count);
    add_reading(han, word.substr(0, open), count, out);
  }
}

/// "zhòng chóng", "63680.020:zhòng,chóng" or "0142.100:chóng 1502.040:zhòng"
void read_listed(char32_t han, std::string_view value, const ReadingField& field, Dictionary& out) {
  double weight = field.first;
  for (std::string_view word; take_field(value, ' ', word);) {
    const std::size_t colon = word.find(':');
    if (colon != std::string_view::npos) word.remove_prefix(colon + 1);
    for (std::string_view one; take_field(word, ',', one);) {
      add_reading(han, one, weight, out);
      weight = field.further;
    }
  }
}

/// Definitions refer to characters as "U+5960 奠": the number is no word.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::string_view word; take_field(text, ' ', word);) {
    if (word.find("U+") == std::string_view::npos)
      out += (out.empty() ? "" : " ") + std::string(word);
  }
  return out;
}

void read_definition(char32_t han, std::string_view value, Dictionary& out) {
  Gloss gloss;
  read_gloss(without_numbers(value), ";,", gloss);
  if (gloss.translations.empty()) {
    ++out.skipped;
    return;
  }
  LexiconEntry entry;
  append_code_point(entry.headwords.emplace_back(), han);
  entry.translations = std::move(gloss.translations);
  out.entries.push_back(std::move(entry));
}

void read_field(std::string_view line, Dictionary& out) {
  std::string_view character, field;
  if (!take_field(line, '\t', character) || !take_field(line, '\t', field)) return;
  const std::optional<char32_t> han = read_character(character);
  if (!han.has_value()) return;
  if (field == "kDefinition") return read_definition(*han, line, out);
  if (field == "kHanyuPinlu") return read_counted(*han, line, out);
  for (const ReadingField& known : kFields) {
    if (field == known.name) read_listed(*han, line, known, out);
  }
}

}  // namespace

bool is_unihan_readings(std::string_view head) {
  if (head.substr(0, 200).find("Unihan_Readings") != std::string_view::npos) return true;
  std::string_view character, field;
  return head.starts_with("U+") && take_field(head, '\t', character) &&
         take_field(head, '\t', field) && field.starts_with('k');
}

void read_unihan_readings(std::string_view text, Dictionary& out) {
  out.format = "Unihan";
  out.name = "Unihan readings";
  for (std::string_view line; take_line(text, line);) {
    if (line.starts_with("# Unicode version: "))
      out.name += " " + std::string(line.substr(line.find(':') + 2));
    if (line.starts_with("U+")) read_field(line, out);
  }
  out.licence = "Unicode License (www.unicode.org/terms_of_use.html)";
  out.first = "zh";
  out.second = "en";
}

}  // namespace weft
