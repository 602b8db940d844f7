// SPDX-License-Identifier: Apache-2.0
/// Build-time program: writes character_table.inc (script and Han form of every code point).
///
/// Reads Unihan_Variants.txt on standard input and takes scripts from ICU. A Han character counts
/// as simplified only when Unihan gives it traditional variants and it is none of them itself (so
/// 后, which is also a traditional character, has no vote), and the other way round. A character
/// that old or dialect texts of the other form have too (这, 众) still votes where the other form's
/// character set lacks it: GB 2312 for simplified, Big5 for traditional. Japanese only
/// are the characters of Shift_JIS that neither GB 2312 nor Big5 has (発, 図, 込).

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "character_class.hpp"

namespace {

using weft::Script;

struct Variants {
  std::set<char32_t> simplified, traditional;
};

char32_t parse_code_point(const std::string& word) {
  return static_cast<char32_t>(std::stoul(word.substr(2), nullptr, 16));
}

std::map<char32_t, Variants> read_variants(std::istream& in) {
  std::map<char32_t, Variants> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string point;
    std::string key;
    if (line.empty() || line[0] == '#' || !(words >> point >> key)) continue;
    const bool simplified = key == "kSimplifiedVariant";
    if (!simplified && key != "kTraditionalVariant") continue;
    Variants& entry = out[parse_code_point(point)];
    for (std::string variant; words >> variant;)
      (simplified ? entry.simplified : entry.traditional).insert(parse_code_point(variant));
  }
  return out;
}

class Charset {
 public:
  explicit Charset(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open(name, &status);
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    if (U_FAILURE(status)) {
      std::cerr << "make_character_table: ICU has no converter for " << name << '\n';
      std::exit(1);
    }
  }
  Charset(const Charset&) = delete;
  Charset& operator=(const Charset&) = delete;
  ~Charset() { ucnv_close(converter_); }

  bool has(char32_t point) {
    if (point > 0xFFFF) return false;
    const auto unit = static_cast<UChar>(point);
    std::array<char, 16> bytes{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = ucnv_fromUChars(converter_, bytes.data(), bytes.size(), &unit, 1, &status);
    return U_SUCCESS(status) && size > 0;
  }

 private:
  UConverter* converter_ = nullptr;
};

Script script_from_icu(char32_t point) {
  static const std::map<int, Script> kNames = {
      {USCRIPT_LATIN, Script::kLatin},       {USCRIPT_HAN, Script::kHan},
      {USCRIPT_HIRAGANA, Script::kHiragana}, {USCRIPT_KATAKANA, Script::kKatakana},
      {USCRIPT_BOPOMOFO, Script::kBopomofo}, {USCRIPT_HANGUL, Script::kHangul},
      {USCRIPT_CYRILLIC, Script::kCyrillic}, {USCRIPT_GREEK, Script::kGreek},
      {USCRIPT_ARABIC, Script::kArabic},     {USCRIPT_HEBREW, Script::kHebrew},
      {USCRIPT_THAI, Script::kThai},         {USCRIPT_DEVANAGARI, Script::kDevanagari}};
  const auto icu_point = static_cast<UChar32>(point);
  if (u_isdigit(icu_point) != 0) return Script::kDigit;
  if (u_isalpha(icu_point) == 0) return Script::kNone;
  if (point == 0x30FC || point == 0xFF70) return Script::kKatakana;  // the long mark is "Common"
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu_point, &status);
  const auto found = kNames.find(script);
  if (found != kNames.end()) return found->second;
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED ? Script::kNone : Script::kOther;
}

std::vector<std::uint8_t> classify(const std::map<char32_t, Variants>& variants) {
  std::vector<std::uint8_t> out(0x110000);
  for (char32_t point = 0; point < out.size(); ++point)
    out[point] = static_cast<std::uint8_t>(script_from_icu(point));
  Charset shift_jis("Shift_JIS");
  Charset gb2312("EUC-CN");
  Charset big5("Big5");
  for (const auto& [point, forms] : variants) {
    const bool only_gb = gb2312.has(point) && !big5.has(point);
    const bool only_big5 = big5.has(point) && !gb2312.has(point);
    const bool is_simplified =
        !forms.traditional.empty() && (forms.traditional.count(point) == 0 || only_gb);
    const bool is_traditional =
        !forms.simplified.empty() && (forms.simplified.count(point) == 0 || only_big5);
    if (is_simplified && !is_traditional) out[point] |= weft::kSimplifiedBit;
    if (is_traditional && !is_simplified) out[point] |= weft::kTraditionalBit;
  }
  for (char32_t point = 0x4E00; point <= 0x9FFF; ++point) {
    if (shift_jis.has(point) && !gb2312.has(point) && !big5.has(point))
      out[point] |= weft::kJapaneseBit;
  }
  return out;
}

void print(const char* type, const char* name, const std::vector<unsigned>& values) {
  std::cout << "constexpr std::" << type << ' ' << name << "[] = {";
  for (std::size_t i = 0; i < values.size(); ++i)
    std::cout << (i % 24 == 0 ? "\n" : "") << values[i] << ',';
  std::cout << "\n};\n";
}

}  // namespace

int main() {
  const std::map<char32_t, Variants> variants = read_variants(std::cin);
  if (variants.size() < 1000) {
    std::cerr << "make_character_table: standard input is not Unihan_Variants.txt\n";
    return 1;
  }
  const std::vector<std::uint8_t> classes = classify(variants);
  std::map<std::vector<unsigned>, unsigned> pages;
  std::vector<unsigned> index;
  std::vector<unsigned> flat;
  for (std::size_t begin = 0; begin < classes.size(); begin += weft::kPageSize) {
    const std::vector<unsigned> page(
        classes.begin() + static_cast<std::ptrdiff_t>(begin),
        classes.begin() + static_cast<std::ptrdiff_t>(begin + weft::kPageSize));
    const auto [place, added] = pages.emplace(page, static_cast<unsigned>(pages.size()));
    if (added) flat.insert(flat.end(), page.begin(), page.end());
    index.push_back(place->second);
  }
  std::cout << "// Generated by make_character_table from Unihan_Variants.txt and ICU.\n";
  print("uint16_t", "kPageIndex", index);
  print("uint8_t", "kPages", flat);
  return 0;
}
