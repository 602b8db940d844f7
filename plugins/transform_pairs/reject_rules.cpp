// SPDX-License-Identifier: Apache-2.0
/// The hard rules, cheap ones first.
#include "reject_rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

/// UTF-8 read as Windows-1252 or Latin-1 (Ã©, â€œ, ï¼Œ): a lead byte's letter before a continuation
/// byte's character.
std::size_t twice_encoded(std::string_view text) {
  std::size_t count = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    const bool lead = last >= 0xC2 && last <= 0xF4;
    const bool tail = (point >= 0x80 && point <= 0xBF) || point == 0x20AC || point == 0x2122 ||
                      point == 0x0152 || point == 0x0153 || point == 0x201A;
    if (lead && tail) ++count;
    last = point;
  }
  return count;
}

bool is_mojibake(std::string_view text) {
  if (text.find("\xEF\xBF\xBD") != std::string_view::npos) return true;
  if (text.find("锟斤拷") != std::string_view::npos ||
      text.find("烫烫烫") != std::string_view::npos)
    return true;
  if (count_of(text, "鈥") >= 2) return true;  // UTF-8 punctuation read as GBK
  return twice_encoded(text) >= 2;
}

/// The words of buttons and notices that sites put beside any text.
bool is_notice(const BeadPair& bead) {
  constexpr std::array<std::string_view, 12> kNotices = {
      "all rights reserved", "版权所有",     "click here", "点击这里", "点击查看",
      "back to top",         "返回顶部",     "read more",  "阅读全文", "sign up for our newsletter",
      "订阅我们的电子报",    "cookie policy"};
  const auto is_one = [&](const std::string& text) {
    if (text.size() > 120) return false;
    const std::string folded = comparison_key(text);
    return std::any_of(kNotices.begin(), kNotices.end(), [&](std::string_view notice) {
      return folded.find(notice) != std::string::npos;
    });
  };
  return is_one(bead.source.text) && is_one(bead.target.text);
}

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// The side is surely in another language than its view says; short texts say nothing.
bool is_foreign(const BeadSide& side, double confidence) {
  constexpr std::uint64_t kLeastLetters = 20;
  const ScriptCounts counts = count_scripts(side.text);
  const std::uint64_t wide = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  if (side.language.empty() || counts.letters() + 3 * wide < kLeastLetters) return false;
  const LanguageGuess guess = guess_language(side.text, counts);
  return guess.tag != "und" && guess.confidence >= confidence &&
         primary(guess.tag) != primary(side.language);
}

/// Both lengths in bytes, with slack for short texts, against the document's own ratio.
bool is_uneven(const BeadPair& bead, double ratio, double most) {
  constexpr double kSlack = 25;
  const double source = static_cast<double>(bead.source.text.size()) * ratio + kSlack;
  const double target = static_cast<double>(bead.target.text.size()) + kSlack;
  return std::max(source, target) > most * std::min(source, target);
}

}  // namespace

double length_ratio_of(const std::vector<BeadPair>& beads) {
  // The median does not heed the very beads that the rule is to find.
  std::vector<double> ratios;
  for (const BeadPair& bead : beads) {
    if (!bead.whole() || bead.source.text.size() < 10 || bead.target.text.size() < 10) continue;
    ratios.push_back(static_cast<double>(bead.target.text.size()) /
                     static_cast<double>(bead.source.text.size()));
  }
  if (ratios.empty()) return 1;
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return *middle;
}

std::string_view reject_reason(const BeadPair& bead, double ratio, const RejectOptions& options) {
  const auto is_blank = [](const BeadSide& side) {
    return side.empty() || fold_space(side.text).empty();
  };
  if (is_blank(bead.source) || is_blank(bead.target)) return options.empty ? "empty" : "";
  const auto has_words = [](const BeadSide& side) {
    return count_scripts(side.text).letters() > 0;
  };
  if (options.words && (!has_words(bead.source) || !has_words(bead.target))) return "no-words";
  if (options.mojibake && (is_mojibake(bead.source.text) || is_mojibake(bead.target.text)))
    return "mojibake";
  if (options.boilerplate &&
      (bead.source.boilerplate || bead.target.boilerplate || is_notice(bead)))
    return "boilerplate";
  if (options.identical && comparison_key(bead.source.text) == comparison_key(bead.target.text))
    return "identical";
  if (options.language && is_foreign(bead.source, options.language_confidence))
    return "wrong-language-source";
  if (options.language && is_foreign(bead.target, options.language_confidence))
    return "wrong-language-target";
  if (options.length_ratio > 0 && is_uneven(bead, ratio, options.length_ratio))
    return "length-ratio";
  return {};
}

}  // namespace weft
