// SPDX-License-Identifier: Apache-2.0
/// Runs of Chinese characters as GBK bytes, where these are UTF-8.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "mojibake.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// The two GBK bytes of every character of the Basic Multilingual Plane; 0 where there are none.
class GbkTable {
 public:
  GbkTable() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GBK", &status),
                                                                       ucnv_close);
    if (U_FAILURE(status)) throw Error(WEFT_E_CONFIG, "ICU lacks the converter GBK");
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail)
        add(converter.get(), lead, trail);
    }
  }
  [[nodiscard]] std::uint16_t operator()(char32_t point) const {
    return point < codes_.size() ? codes_[point] : std::uint16_t{0};
  }

 private:
  void add(UConverter* converter, unsigned lead, unsigned trail) {
    const std::array<char, 2> bytes = {static_cast<char>(lead), static_cast<char>(trail)};
    std::array<UChar, 4> units{};
    UErrorCode status = U_ZERO_ERROR;
    const int count = ucnv_toUChars(converter, units.data(), 4, bytes.data(), 2, &status);
    if (U_SUCCESS(status) && count == 1 && units[0] != 0xFFFD && units[0] >= 0x80)
      codes_[units[0]] = static_cast<std::uint16_t>(lead << 8U | trail);
  }
  std::vector<std::uint16_t> codes_ = std::vector<std::uint16_t>(0x10000);
};

const GbkTable& gbk() {
  static const GbkTable table;
  return table;
}

/// GBK bytes that begin a UTF-8 character of Chinese text: U+3000 .. U+9FFF, full-width forms.
bool begins_utf8(std::uint16_t code) {
  const unsigned lead = code >> 8U;
  const unsigned trail = code & 0xFFU;
  return ((lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF) && trail >= 0x80 && trail <= 0xBF;
}

/// The 3755 commonest characters of GB 2312, and Chinese punctuation.
bool is_common(char32_t point) {
  const std::uint16_t code = gbk()(point);
  const bool first_level = code >= 0xB0A1 && code <= 0xD7F9 && (code & 0xFFU) >= 0xA1;
  return first_level || (point >= 0x3000 && point <= 0x3011) ||
         (point >= 0xFF01 && point <= 0xFF5E);
}

double common_share(std::string_view text) {
  std::size_t common = 0;
  std::size_t all = 0;
  for (std::size_t next = 0; next < text.size(); ++all)
    common += is_common(next_code_point(text, next)) ? 1U : 0U;
  return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all);
}

/// One run of characters that GBK has.
struct Run {
  std::string bytes;
  std::vector<std::size_t> offsets;  ///< of each character, then the end
};

/// Bytes of whole three-byte characters that end with a whole GBK character.
std::size_t readable(const std::string& bytes) {
  std::size_t end = 0;
  while (sequence_size(bytes, end) == 3)
    end += 3;
  return end % 2 == 0 ? end : end - 3;
}

void repair_run(std::string_view text, const Run& run, std::vector<Edit>& out) {
  const std::size_t end = readable(run.bytes);
  // What is left is the half character that an odd number of bytes leaves, or this is no UTF-8.
  if (end < 6 || run.bytes.size() - end > 2) return;
  const std::size_t begin = run.offsets.front();
  const std::string_view before = text.substr(begin, run.offsets[end / 2] - begin);
  const std::string_view after = std::string_view(run.bytes).substr(0, end);
  constexpr double kMostlyCommon = 0.7;
  constexpr double kClearly = 0.2;
  constexpr std::size_t kBeyondChance = 24;  // bytes
  const double share = common_share(after);
  if (share < kMostlyCommon) return;
  if (share < common_share(before) + kClearly && end < kBeyondChance) return;
  // Three characters of two bytes were two characters of three.
  for (std::size_t i = 0; i < end; i += 6) {
    out.push_back({run.offsets[i / 2], run.offsets[i / 2 + 3], std::string(after.substr(i, 6)),
                   Repair::kMojibake});
  }
}

}  // namespace

std::vector<Edit> repair_gbk_mojibake(std::string_view text) {
  std::vector<Edit> out;
  Run run;
  bool within = false;  // behind a character that GBK has: no run begins here
  const auto finish = [&](std::size_t end) {
    if (run.bytes.empty()) return;
    run.offsets.push_back(end);
    repair_run(text, run, out);
    run = {};
  };
  for (std::size_t next = 0; next < text.size();) {
    const std::size_t begin = next;
    const bool ascii = static_cast<unsigned char>(text[next]) < 0x80;
    if (ascii) {
      if (within) finish(begin);
      within = false;
      ++next;
      continue;
    }
    const char32_t point = next_code_point(text, next);
    if (within && run.bytes.empty()) continue;
    const std::uint16_t code = gbk()(point);
    if (code == 0) finish(begin);
    if (code != 0 && (!run.bytes.empty() || begins_utf8(code))) {
      run.bytes.push_back(static_cast<char>(code >> 8U));
      run.bytes.push_back(static_cast<char>(code & 0xFFU));
      run.offsets.push_back(begin);
    }
    within = code != 0;
  }
  finish(text.size());
  return out;
}

}  // namespace weft
