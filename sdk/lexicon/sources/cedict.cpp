// SPDX-License-Identifier: Apache-2.0
/// From entries of CC-CEDICT to headwords with translations: remarks off, references followed.
#include "cedict.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "gloss.hpp"
#include "pinyin.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Compares pinyin whatever its case and spaces.
std::string pinyin_key(std::string_view text) {
  std::string out;
  for (const char c : fold_case(text)) {
    if (c != ' ') out.push_back(c);
  }
  return out;
}

/// Follows "variant of 裡|里[li3]" to the entries that have translations.
class Follower {
 public:
  Follower(const std::vector<CedictEntry>& entries, const std::vector<Gloss>& glosses)
      : entries_(entries), glosses_(glosses) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      places_[entries[i].traditional].push_back(i);
      if (entries[i].simplified != entries[i].traditional)
        places_[entries[i].simplified].push_back(i);
    }
  }

  [[nodiscard]] std::vector<std::string> translations(std::size_t entry, int steps = 3) const {
    const Gloss& gloss = glosses_[entry];
    if (!gloss.translations.empty() || steps == 0) return gloss.translations;
    std::vector<std::string> out;
    for (const GlossReference& reference : gloss.references) {
      for (const std::size_t other : find(reference)) {
        if (other == entry) continue;
        for (std::string& text : translations(other, steps - 1)) {
          if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
        }
      }
    }
    return out;
  }

 private:
  /// Those read as the reference says, or all where none is.
  [[nodiscard]] std::vector<std::size_t> find(const GlossReference& reference) const {
    const auto found = places_.find(reference.headword);
    if (found == places_.end()) return {};
    std::vector<std::size_t> same;
    const std::string wanted = pinyin_key(reference.pinyin);
    for (const std::size_t i : found->second) {
      if (pinyin_key(entries_[i].pinyin) == wanted) same.push_back(i);
    }
    return same.empty() ? found->second : same;
  }

  const std::vector<CedictEntry>& entries_;
  const std::vector<Gloss>& glosses_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

/// How often each character is read how. Headwords of other lengths than their pinyin say nothing.
class ReadingCounts {
 public:
  void add(std::string_view headword, std::string_view pinyin) {
    std::vector<std::string_view> syllables;
    while (!pinyin.empty()) {
      const std::size_t end = std::min(pinyin.find(' '), pinyin.size());
      if (end > 0) syllables.push_back(pinyin.substr(0, end));
      pinyin.remove_prefix(std::min(end + 1, pinyin.size()));
    }
    if (count_code_points(headword) != syllables.size()) return;
    std::size_t at = 0;
    for (const std::string_view syllable : syllables) {
      const char32_t point = next_code_point(headword, at);
      if (script_of(point) != Script::kHan) continue;
      std::string plain = plain_syllable(syllable);
      if (!plain.empty()) ++counts_[{point, std::move(plain)}];
    }
  }

  void write(std::vector<HanReading>& out) const {
    for (const auto& [reading, count] : counts_)
      out.push_back({reading.first, reading.second, static_cast<double>(count)});
  }

 private:
  std::map<std::pair<char32_t, std::string>, std::size_t> counts_;
};

}  // namespace

void add_cedict_entries(const std::vector<CedictEntry>& entries, Dictionary& out) {
  std::vector<Gloss> glosses(entries.size());
  ReadingCounts readings;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const std::string& definition : entries[i].definitions)
      read_gloss(definition, ";", glosses[i]);
    readings.add(entries[i].simplified, entries[i].pinyin);
    if (entries[i].simplified != entries[i].traditional)
      readings.add(entries[i].traditional, entries[i].pinyin);
  }
  const Follower follower(entries, glosses);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    LexiconEntry entry;
    entry.headwords = {entries[i].simplified};
    if (entries[i].traditional != entries[i].simplified)
      entry.headwords.push_back(entries[i].traditional);
    entry.translations = follower.translations(i);
    if (entry.translations.empty()) {
      ++out.skipped;
    } else {
      out.entries.push_back(std::move(entry));
    }
  }
  readings.write(out.readings);
}

}  // namespace weft
