// SPDX-License-Identifier: Apache-2.0
/// Latin words in a Chinese text, looked for in the text beside it.
#include "name_check.hpp"

#include <algorithm>
#include <string>

#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;  // lower case, compatibility forms
  bool digits = false;
  bool capital = false;
};

bool is_east_asian(const BeadSide& side) {
  return is_language(side.language, "zh") || is_language(side.language, "ja") ||
         is_language(side.language, "ko");
}

/// Runs of Latin letters and digits that hold a letter.
std::vector<Word> latin_words(std::string_view text) {
  std::vector<Word> words;
  std::size_t begin = 0;
  bool letter = false;
  bool digit = false;
  const auto close = [&](std::size_t end) {
    if (letter) {
      const std::string_view word = text.substr(begin, end - begin);
      const bool capital =
          std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      words.push_back({begin, end, comparison_key(word), digit, capital});
    }
    letter = digit = false;
    begin = end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const Script script = script_of(next_code_point(text, at));
    if (script == Script::kLatin || script == Script::kDigit) {
      if (!letter && !digit) begin = here;
      letter = letter || script == Script::kLatin;
      digit = digit || script == Script::kDigit;
    } else if (letter || digit) {
      close(here);
    }
  }
  close(text.size());
  return words;
}

/// All letters and digits in one: "Deep Seek" has "deepseek" in it.
std::string squeezed(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words)
    out += word.folded;
  return out;
}
std::string initials(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words)
    out += word.folded.substr(0, 1);
  return out;
}

struct Haystack {
  std::vector<Word> words;
  std::string letters;
  std::string first_letters;
};
Haystack haystack_of(std::string_view text) {
  Haystack out;
  out.words = latin_words(text);
  out.letters = squeezed(out.words);
  out.first_letters = initials(out.words);
  return out;
}

bool holds(const Haystack& hay, const std::string& name) {
  return hay.letters.find(name) != std::string::npos ||
         (name.size() >= 2 && name.size() <= 8 &&
          hay.first_letters.find(name) != std::string::npos);
}

/// Letters to change, take out or put in; no more than `most` are told apart.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      corner = above;
    }
  }
  return row[b.size()];
}

/// The word of the other side that is most like the name and no word of the name's own side.
const Word* likeliest(const Word& name, const std::vector<Word>& others, const Haystack& own) {
  const Word* best = nullptr;
  std::size_t least = name.folded.size() / 3 + 1;
  for (const Word& other : others) {
    if (!other.capital || other.folded.size() > 64 || holds(own, other.folded)) continue;
    const std::size_t changes = distance(name.folded, other.folded);
    if (changes < least) {
      least = changes;
      best = &other;
    }
  }
  return best;
}

/// Worth looking for: a letter first, a capital or a digit, and more than an initial. Quantities
/// (3K, 7cm) and words all in small letters are no names.
bool is_name(const Word& word) {
  if (word.folded[0] >= '0' && word.folded[0] <= '9') return false;
  return (word.capital && word.folded.size() >= 3) || (word.digits && word.folded.size() >= 2);
}

}  // namespace

void check_names(const BeadPair& bead, const BeadPair* before, const BeadPair* after,
                 std::vector<Finding>& out) {
  const bool source_wide = is_east_asian(bead.source);
  if (source_wide == is_east_asian(bead.target)) return;
  const BeadSide& wide = source_wide ? bead.source : bead.target;
  const BeadSide& latin = source_wide ? bead.target : bead.source;
  const std::vector<Word> names = latin_words(wide.text);
  if (std::none_of(names.begin(), names.end(), is_name)) return;
  const Haystack own = haystack_of(wide.text);
  const Haystack other = haystack_of(latin.text);
  const auto moved_to = [&](const BeadPair* near, const std::string& name) {
    if (near == nullptr) return false;
    return holds(haystack_of((source_wide ? near->target : near->source).text), name) &&
           !holds(haystack_of((source_wide ? near->source : near->target).text), name);
  };
  for (const Word& name : names) {
    if (!is_name(name) || name.folded.size() > 64 || holds(other, name.folded) ||
        moved_to(before, name.folded) || moved_to(after, name.folded))
      continue;
    const Word* like = likeliest(name, other.words, own);
    const std::string here(wide.text.substr(name.begin, name.end - name.begin));
    const std::string there =
        like == nullptr ? "-" : latin.text.substr(like->begin, like->end - like->begin);
    Finding finding{"name", source_wide ? here + " / " + there : there + " / " + here, {}};
    finding.places.push_back(place_of(wide, name.begin, name.end));
    if (like != nullptr) finding.places.push_back(place_of(latin, like->begin, like->end));
    out.push_back(std::move(finding));
  }
}

}  // namespace weft
