// SPDX-License-Identifier: Apache-2.0
/// Letters by kind of writing; what is no letter belongs to what stands around it.
#include "foreign_runs.hpp"

#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

}  // namespace

std::vector<ForeignRun> find_foreign_runs(std::string_view text, std::string_view block_language) {
  std::vector<ForeignRun> out;
  constexpr std::size_t kFewestLetters = 30;
  constexpr std::size_t kFewestHan = 8;
  constexpr double kSureRun = 0.5;
  Writing current = Writing::kNone;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;
  const auto finish = [&] {
    const std::size_t fewest = current == Writing::kEastAsian ? kFewestHan : kFewestLetters;
    if (current == Writing::kNone || letters < fewest) return;
    LanguageGuess guess = guess_language(text.substr(begin, end - begin));
    if (guess.confidence >= kSureRun && primary(guess.tag) != primary(block_language))
      out.push_back({begin, end, std::move(guess)});
  };
  for (std::size_t next = 0; next < text.size();) {
    const std::size_t at = next;
    const Writing writing = writing_of(script_of(next_code_point(text, next)));
    if (writing == Writing::kNone) continue;
    if (writing != current) {
      finish();
      current = writing;
      begin = at;
      letters = 0;
    }
    ++letters;
    end = next;
  }
  finish();
  return out;
}

}  // namespace weft
