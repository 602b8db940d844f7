// SPDX-License-Identifier: Apache-2.0
/// Finds the arrays of a lexicon file; one pass over each proves that lookups stay inside.
#include "lexicon_view.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

class Checker {
 public:
  Checker(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  LexiconView check() {
    check_header();
    LexiconView view;
    if (!read_notes(text(section_index(FileSection::kNotes)), view)) damaged("its notes");
    for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond})
      find_side(side, view.sides.at(static_cast<std::size_t>(side)));
    check_side(view.sides[0], view.sides[1]);
    check_side(view.sides[1], view.sides[0]);
    find_readings(view);
    return view;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(WEFT_E_CONFIG,
                name_ + ": " + what + "; make the lexicon again with weft lexicon build");
  }
  [[noreturn]] void damaged(const std::string& part) const {
    fail("the lexicon is damaged (" + part + ")");
  }
  void require(bool holds, const char* part) const {
    if (!holds) damaged(part);
  }

  void check_header() {
    if (bytes_.size() < kLexiconMagic.size() ||
        std::memcmp(bytes_.data(), kLexiconMagic.data(), kLexiconMagic.size()) != 0) {
      fail("is no lexicon of weft");
    }
    if (bytes_.size() < sizeof header_) fail("the lexicon is cut off in its header");
    std::memcpy(&header_, bytes_.data(), sizeof header_);
    if (header_.byte_order != kLexiconByteOrder)
      fail("was made on a machine with another byte order");
    if (header_.version != kLexiconVersion) {
      fail("has version " + std::to_string(header_.version) +
           " of the format, this program reads " + std::to_string(kLexiconVersion));
    }
    if (header_.size != bytes_.size()) {
      fail("the lexicon is cut off: " + std::to_string(bytes_.size()) + " of " +
           std::to_string(header_.size) + " bytes");
    }
    const std::string_view rest = bytes_.substr(sizeof header_);
    if (XXH3_64bits(rest.data(), rest.size()) != header_.checksum) damaged("its checksum");
  }

  std::string_view text(std::size_t section) const {
    const SectionPlace& place = header_.sections.at(section);
    require(place.offset % 8 == 0 && place.offset <= bytes_.size() &&
                place.bytes <= bytes_.size() - place.offset,
            "a section outside of the file");
    return bytes_.substr(place.offset, place.bytes);
  }

  template <typename Item>
  void find(std::size_t section, std::span<const Item>& out) const {
    const std::string_view found = text(section);
    require(found.size() % sizeof(Item) == 0 && found.size() / sizeof(Item) < kNoTerm,
            "the size of a section");
    // The sections hold what the writer laid down as Item, at a multiple of 8.
    out = {reinterpret_cast<const Item*>(found.data()), found.size() / sizeof(Item)};
  }

  void find_side(LexiconSide side, SideView& view) const {
    const auto at = [side](SideSection section) { return section_index(side, section); };
    find(at(SideSection::kKeys), view.keys);
    find(at(SideSection::kBuckets), view.buckets);
    find(at(SideSection::kTextBorders), view.text_borders);
    view.texts = text(at(SideSection::kTexts));
    find(at(SideSection::kLists), view.lists);
    find(at(SideSection::kTranslations), view.translations);
    find(at(SideSection::kFlags), view.flags);
    find(at(SideSection::kLabels), view.labels);
    find(at(SideSection::kFirstChildren), view.first_children);
    find(at(SideSection::kNodeTerms), view.node_terms);
    find(at(SideSection::kRootPages), view.root_pages);
  }

  /// Never falling, from 0 to `end`.
  static bool are_borders(std::span<const std::uint32_t> borders, std::size_t end) {
    return !borders.empty() && borders.front() == 0 && borders.back() == end &&
           std::is_sorted(borders.begin(), borders.end());
  }

  void check_side(SideView& view, const SideView& other) const {
    const std::size_t terms = view.keys.size();
    require(view.lists.size() == terms && view.flags.size() == terms &&
                view.text_borders.size() == terms + 1,
            "the number of terms");
    require(std::is_sorted(view.keys.begin(), view.keys.end()), "the order of keys");
    require(are_borders(view.buckets, terms), "buckets");
    const std::size_t buckets = view.buckets.size() - 1;
    require(buckets >= 2 && std::has_single_bit(buckets), "the number of buckets");
    view.bucket_shift = 64U - static_cast<std::uint32_t>(std::countr_zero(buckets));
    require(are_borders(view.text_borders, view.texts.size()), "borders of texts");
    require(find_invalid_utf8(view.texts) == std::string_view::npos, "texts");
    for (const std::uint32_t border : view.text_borders)
      require(on_border(view.texts, border), "borders of texts");
    for (const TranslationList& list : view.lists) {
      require(list.count > 0 && list.begin <= view.translations.size() &&
                  list.count <= view.translations.size() - list.begin,
              "lists of translations");
    }
    bool good = true;
    for (const Translation& one : view.translations)
      good &= one.term < other.keys.size() && one.probability > 0.0F && one.probability <= 1.0F;
    require(good, "translations");
    check_trie(view);
  }

  void check_trie(const SideView& view) const {
    const std::size_t nodes = view.labels.size();
    require(view.node_terms.size() == nodes, "the trie");
    if (nodes == 0) {
      require(view.first_children.empty() && view.root_pages.empty(), "the trie");
      return;
    }
    require(view.first_children.size() == nodes + 1 && view.first_children.front() == 1 &&
                view.first_children.back() == nodes &&
                std::is_sorted(view.first_children.begin(), view.first_children.end()),
            "the trie");
    require(!view.root_pages.empty() && view.root_pages.front() == 1 &&
                view.root_pages.back() == view.first_children[1] &&
                std::is_sorted(view.root_pages.begin(), view.root_pages.end()),
            "the trie's root");
    for (const std::uint32_t term : view.node_terms)
      require(term == kNoTerm || term < view.keys.size(), "headwords of the trie");
  }

  void find_readings(LexiconView& view) const {
    find(section_index(FileSection::kHan), view.han);
    find(section_index(FileSection::kHanPages), view.han_pages);
    find(section_index(FileSection::kHanSyllables), view.han_syllables);
    find(section_index(FileSection::kSyllables), view.syllables);
    require(view.han_syllables.size() == view.han.size() &&
                are_borders(view.han_pages, view.han.size()),
            "readings");
    for (const HanReadings& readings : view.han_syllables) {
      for (const std::uint16_t syllable : readings)
        require(syllable == kNoSyllable || syllable < view.syllables.size(), "readings");
    }
    for (const Syllable& syllable : view.syllables) {
      for (const char c : syllable)
        require(c == '\0' || (c >= 'a' && c <= 'z'), "syllables");
    }
  }

  std::string_view bytes_;
  const std::string& name_;
  LexiconHeader header_;
};

}  // namespace

LexiconView view_lexicon(std::string_view bytes, const std::string& name) {
  return Checker(bytes, name).check();
}

}  // namespace weft
