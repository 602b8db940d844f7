// SPDX-License-Identifier: Apache-2.0
/// The layout of a lexicon file, written front to back.
#include "lexicon_writer.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

#include "layout.hpp"
#include "lexicon_view.hpp"
#include "trie.hpp"
#include "weft/error.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// The terms of one side in the order of the file.
struct SortedTerms {
  std::vector<std::string_view> texts;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint8_t> flags;
  std::vector<std::uint32_t> numbers;  ///< from the builder's number to the file's, or kNoTerm
};

/// `used` of the builder's numbers. Two texts with one key would be one token to any reader, and
/// become one term.
SortedTerms sort_terms(const std::vector<std::string>& texts,
                       const std::vector<std::uint8_t>& flags, const std::vector<bool>& used) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (used[i]) order.emplace_back(Lexicon::key_of(texts[i]), i);
  }
  std::sort(order.begin(), order.end());
  SortedTerms out;
  out.numbers.assign(texts.size(), kNoTerm);
  for (const auto& [key, number] : order) {
    if (out.keys.empty() || out.keys.back() != key) {
      out.keys.push_back(key);
      out.texts.emplace_back(texts[number]);
      out.flags.push_back(0);
    }
    out.flags.back() |= flags[number];
    out.numbers[number] = static_cast<std::uint32_t>(out.keys.size() - 1);
  }
  return out;
}

std::vector<std::uint32_t> bucket_borders(const std::vector<std::uint64_t>& keys) {
  // About one or two keys a bucket; at least two buckets, so that shifting a key is defined.
  const auto bits =
      static_cast<std::uint32_t>(std::bit_width(std::max(keys.size(), std::size_t{2})) - 1);
  std::vector<std::uint32_t> borders((std::size_t{1} << bits) + 1, 0);
  for (const std::uint64_t key : keys)
    ++borders[(key >> (64U - bits)) + 1];
  for (std::size_t i = 1; i < borders.size(); ++i)
    borders[i] += borders[i - 1];
  return borders;
}

using Headwords = std::vector<std::pair<std::u32string, std::uint32_t>>;

Headwords headwords_of(const std::vector<std::string_view>& texts) {
  Headwords headwords;
  headwords.reserve(texts.size());
  for (std::uint32_t term = 0; term < texts.size(); ++term) {
    std::u32string labels;
    for (std::size_t at = 0; at < texts[term].size();)
      labels.push_back(fold_label(next_code_point(texts[term], at)));
    headwords.emplace_back(std::move(labels), term);
  }
  std::sort(headwords.begin(), headwords.end());
  const auto same =
      std::unique(headwords.begin(), headwords.end(),
                  [](const auto& left, const auto& right) { return left.first == right.first; });
  headwords.erase(same, headwords.end());
  return headwords;
}

std::uint8_t written_form(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  if (counts.simplified > 0 && counts.traditional == 0) return kSimplifiedForm;
  if (counts.traditional > 0 && counts.simplified == 0) return kTraditionalForm;
  return kBothForms;
}

class FileWriter {
 public:
  FileWriter() : bytes_(sizeof(LexiconHeader), '\0') {}

  void add(std::size_t section, std::string_view bytes) {
    header_.sections.at(section) = {bytes_.size(), bytes.size()};
    bytes_ += bytes;
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
  }

  template <typename Item>
  void add(std::size_t section, const std::vector<Item>& items) {
    static_assert(std::has_unique_object_representations_v<Item> ||
                  std::is_same_v<Item, Translation>);
    add(section,
        std::string_view(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)));
  }

  std::string finish() {
    header_.size = bytes_.size();
    header_.checksum = XXH3_64bits(bytes_.data() + sizeof header_, bytes_.size() - sizeof header_);
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  LexiconHeader header_;
};

void write_side(FileWriter& file, LexiconSide side, bool headwords, const SortedTerms& terms,
                const TranslationTable& table) {
  const auto at = [side](SideSection section) { return section_index(side, section); };
  std::string texts;
  std::vector<std::uint32_t> borders{0};
  for (const std::string_view text : terms.texts) {
    texts += text;
    if (texts.size() > kNoTerm) throw Error(WEFT_E_LIMIT, "lexicon: more than 4 GiB of terms");
    borders.push_back(static_cast<std::uint32_t>(texts.size()));
  }
  file.add(at(SideSection::kKeys), terms.keys);
  file.add(at(SideSection::kBuckets), bucket_borders(terms.keys));
  file.add(at(SideSection::kTextBorders), borders);
  file.add(at(SideSection::kTexts), texts);
  file.add(at(SideSection::kLists), table.lists);
  file.add(at(SideSection::kTranslations), table.translations);
  file.add(at(SideSection::kFlags), terms.flags);
  if (!headwords) return;
  const Trie trie = build_trie(headwords_of(terms.texts));
  file.add(at(SideSection::kLabels), trie.labels);
  file.add(at(SideSection::kFirstChildren), trie.first_children);
  file.add(at(SideSection::kNodeTerms), trie.node_terms);
  file.add(at(SideSection::kRootPages), trie.root_pages);
}

void write_readings(FileWriter& file, const ReadingTable::Result& readings) {
  file.add(section_index(FileSection::kHan), readings.han);
  file.add(section_index(FileSection::kHanPages), page_borders(readings.han, 0));
  file.add(section_index(FileSection::kHanSyllables), readings.readings);
  file.add(section_index(FileSection::kSyllables), readings.syllables);
}

void renumber(LexiconContent& content, std::array<SortedTerms, 2>& terms) {
  std::array<std::vector<bool>, 2> used;
  for (std::size_t side = 0; side < 2; ++side)
    used.at(side).assign(content.terms.at(side).size(), false);
  for (const PairCount& pair : content.pairs)
    used[0][pair.first] = used[1][pair.second] = true;
  for (std::size_t side = 0; side < 2; ++side)
    terms.at(side) = sort_terms(content.terms.at(side), content.flags.at(side), used.at(side));
  for (PairCount& pair : content.pairs) {
    pair.first = terms[0].numbers[pair.first];
    pair.second = terms[1].numbers[pair.second];
  }
}

/// `content.pairs` not yet merged: in languages with words apart, a word has one for each phrase it
/// is in and each translation of that.
FirstTerms first_terms(const LexiconContent& content, const SortedTerms& terms) {
  FirstTerms first;
  for (const std::string_view text : terms.texts)
    first.forms.push_back(written_form(text));
  if (has_whole_headwords(content.languages[0])) {
    const Headwords headwords = headwords_of(terms.texts);
    first.uses = count_compounds(build_trie(headwords), headwords, terms.texts.size());
  } else {
    first.uses.assign(terms.texts.size(), 0);
    for (const PairCount& pair : content.pairs)
      ++first.uses[pair.first];
  }
  for (std::uint32_t& uses : first.uses)
    uses = std::max(uses, 1U);
  return first;
}

}  // namespace

std::string write_lexicon(LexiconContent content) {
  std::array<SortedTerms, 2> terms;
  renumber(content, terms);
  const FirstTerms first = first_terms(content, terms[0]);
  merge_pairs(content.pairs);
  if (content.pairs.size() >= kNoTerm) throw Error(WEFT_E_LIMIT, "lexicon: too many translations");
  const TranslationTable forward =
      forward_table(content.pairs, static_cast<std::uint32_t>(terms[0].keys.size()));
  const TranslationTable backward =
      backward_table(content.pairs, static_cast<std::uint32_t>(terms[1].keys.size()), first);
  LexiconView notes;
  notes.sides[0].language = content.languages[0];
  notes.sides[1].language = content.languages[1];
  notes.built_by = content.built_by;
  notes.sources = content.sources;
  FileWriter file;
  file.add(section_index(FileSection::kNotes), write_notes(notes));
  write_readings(file, content.readings);
  write_side(file, LexiconSide::kFirst, has_whole_headwords(content.languages[0]), terms[0],
             forward);
  write_side(file, LexiconSide::kSecond, has_whole_headwords(content.languages[1]), terms[1],
             backward);
  return file.finish();
}

}  // namespace weft
