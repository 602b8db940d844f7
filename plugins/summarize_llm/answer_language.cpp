// SPDX-License-Identifier: Apache-2.0
/// Comparing a guess with a wish, in doubt for the wish.
#include "answer_language.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "weft/text/language.hpp"
#include "weft/text/script.hpp"

namespace weft {
namespace {

std::string_view first_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// Written alike, or one within the other; each line is a group.
bool are_kin(std::string_view a, std::string_view b) {
  constexpr std::array<std::string_view, 8> kGroups{" zh cmn yue wuu nan hak gan lzh ",
                                                    " da no nb nn ",
                                                    " hr sr bs sh cnr sl mk bg ",
                                                    " id ms jv su ",
                                                    " pt gl es ca ast an ",
                                                    " cs sk ",
                                                    " af nl ",
                                                    " be ru uk "};
  const auto holds = [](std::string_view group, std::string_view tag) {
    return group.find(" " + std::string(tag) + " ") != std::string_view::npos;
  };
  return a == b || std::any_of(kGroups.begin(), kGroups.end(), [&](std::string_view group) {
           return holds(group, a) && holds(group, b);
         });
}

/// Hans or Hant, as the tag says or as is usual in its region; empty where neither.
std::string_view form_of(std::string_view tag) {
  for (const char* range : {"zh-Hans", "zh-CN", "zh-SG"})
    if (matches_range(tag, range)) return "Hans";
  for (const char* range : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"})
    if (matches_range(tag, range)) return "Hant";
  return {};
}

}  // namespace

std::string language_instead(const std::vector<std::string>& sentences, const std::string& wanted) {
  constexpr double kSure = 0.8;
  constexpr double kScripts = 0.5;       // the letters themselves are another language's
  constexpr std::uint64_t kFewest = 20;  // letters
  constexpr std::uint64_t kEnough = 60;  // letters, where only the words differ
  std::string text;
  for (const std::string& sentence : sentences)
    text += sentence + "\n";
  const ScriptCounts counts = count_scripts(text);
  const LanguageGuess guess = guess_language(text, counts);
  const std::string_view given = first_subtag(guess.tag);
  const std::string_view asked = first_subtag(wanted);
  if (given == "und" || asked == "und" || asked.empty()) return {};
  const std::uint64_t han = counts[Script::kHan];
  const std::uint64_t letters = counts.letters() + han;  // a Han character says as much as two
  if (are_kin(given, asked)) {
    const bool other = !form_of(wanted).empty() && !form_of(guess.tag).empty() &&
                       form_of(wanted) != form_of(guess.tag);
    return other && guess.confidence >= kSure && letters >= kFewest ? guess.tag : std::string();
  }
  const auto is_east_asian = [](std::string_view tag) {
    return tag == "zh" || tag == "ja" || tag == "ko" || tag == "yue";
  };
  const bool scripts = is_east_asian(given) != is_east_asian(asked);
  const bool sure = scripts ? guess.confidence >= kScripts && letters >= kFewest
                            : guess.confidence >= kSure && letters >= kEnough;
  return sure ? guess.tag : std::string();
}

}  // namespace weft
