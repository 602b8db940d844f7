// SPDX-License-Identifier: Apache-2.0
/// Lookups over the checked arrays of a lexicon file.
#include "weft/lexicon/lexicon.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "lexicon_view.hpp"
#include "mapped_file.hpp"
#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// The number of the node with `label` among [begin, end), or 0: the root is nobody's child.
std::uint32_t find_label(const SideView& side, std::uint32_t begin, std::uint32_t end,
                         char32_t label) {
  const auto first = side.labels.begin() + begin;
  const auto last = side.labels.begin() + end;
  const auto found = std::lower_bound(first, last, static_cast<std::uint32_t>(label));
  if (found == last || *found != label) return 0;
  return static_cast<std::uint32_t>(found - side.labels.begin());
}

std::uint32_t find_root_child(const SideView& side, char32_t label) {
  const std::size_t page = label >> kPageBits;
  if (page + 1 >= side.root_pages.size()) return 0;
  return find_label(side, side.root_pages[page], side.root_pages[page + 1], label);
}

std::uint32_t find_child(const SideView& side, std::uint32_t node, char32_t label) {
  return find_label(side, side.first_children[node], side.first_children[node + 1], label);
}

/// Calls `take` for each headword that `text` begins with, shortest first.
template <typename Take>
void walk(const SideView& side, std::string_view text, Take take) {
  if (side.labels.empty() || text.empty()) return;
  std::size_t at = 0;
  std::uint32_t node = find_root_child(side, fold_label(next_code_point(text, at)));
  while (node != 0) {
    const std::uint32_t term = side.node_terms[node];
    if (term != kNoTerm) take(Headword{term, static_cast<std::uint32_t>(at)});
    if (at >= text.size()) return;
    node = find_child(side, node, fold_label(next_code_point(text, at)));
  }
}

}  // namespace

struct Lexicon::State {
  State(MappedFile opened, const std::string& name)
      : file(std::move(opened)), view(view_lexicon(file.bytes(), name)) {}

  [[nodiscard]] const SideView& side(LexiconSide which) const {
    return which == LexiconSide::kFirst ? view.sides[0] : view.sides[1];
  }

  MappedFile file;
  LexiconView view;
};

Lexicon::Lexicon(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::open(const std::string& path) {
  return Lexicon(std::make_unique<const State>(MappedFile::open(path), path));
}

Lexicon Lexicon::from_bytes(std::string_view bytes, const std::string& name) {
  return Lexicon(std::make_unique<const State>(MappedFile::copy(bytes), name));
}

std::string_view Lexicon::language(LexiconSide side) const {
  return state_->side(side).language;
}

std::uint32_t Lexicon::size(LexiconSide side) const {
  return static_cast<std::uint32_t>(state_->side(side).keys.size());
}

std::uint64_t Lexicon::pairs(LexiconSide side) const {
  std::uint64_t sum = 0;
  for (const TranslationList& list : state_->side(side).lists)
    sum += list.count;
  return sum;
}

std::string_view Lexicon::text(LexiconSide side, std::uint32_t term) const {
  const SideView& view = state_->side(side);
  if (term >= view.keys.size()) return {};
  const std::uint32_t begin = view.text_borders[term];
  return view.texts.substr(begin, view.text_borders[term + 1] - begin);
}

std::uint64_t Lexicon::key_of(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

std::optional<std::uint32_t> Lexicon::find(LexiconSide side, std::uint64_t key) const {
  const SideView& view = state_->side(side);
  const std::size_t bucket = key >> view.bucket_shift;
  const std::uint32_t end = view.buckets[bucket + 1];
  for (std::uint32_t term = view.buckets[bucket]; term < end; ++term) {
    if (view.keys[term] == key) return term;
  }
  return std::nullopt;
}

bool Lexicon::has_headwords(LexiconSide side) const {
  return has_whole_headwords(language(side));
}

Headword Lexicon::longest(LexiconSide side, std::string_view text) const {
  Headword best;
  walk(state_->side(side), text, [&best](const Headword& found) { best = found; });
  return best;
}

void Lexicon::prefixes(LexiconSide side, std::string_view text, std::vector<Headword>& out) const {
  out.clear();
  walk(state_->side(side), text, [&out](const Headword& found) { out.push_back(found); });
}

std::span<const Translation> Lexicon::translations(LexiconSide side, std::uint32_t term) const {
  const SideView& view = state_->side(side);
  if (term >= view.lists.size()) return {};
  const TranslationList& list = view.lists[term];
  return view.translations.subspan(list.begin, list.count);
}

bool Lexicon::is_own(LexiconSide side, std::uint32_t term) const {
  const SideView& view = state_->side(side);
  return term < view.flags.size() && (view.flags[term] & kOwnFlag) != 0;
}

Readings Lexicon::readings(char32_t han) const {
  Readings out;
  const LexiconView& view = state_->view;
  const std::size_t page = han >> kPageBits;
  if (page + 1 >= view.han_pages.size()) return out;
  const auto first = view.han.begin() + view.han_pages[page];
  const auto last = view.han.begin() + view.han_pages[page + 1];
  const auto found = std::lower_bound(first, last, static_cast<std::uint32_t>(han));
  if (found == last || *found != han) return out;
  for (const std::uint16_t number :
       view.han_syllables[static_cast<std::size_t>(found - view.han.begin())]) {
    if (number == kNoSyllable) break;
    const Syllable& padded = view.syllables[number];
    const auto size = std::find(padded.begin(), padded.end(), '\0') - padded.begin();
    out.add({padded.data(), static_cast<std::size_t>(size)});
  }
  return out;
}

std::uint32_t Lexicon::characters() const {
  return static_cast<std::uint32_t>(state_->view.han.size());
}

std::span<const LexiconSource> Lexicon::sources() const {
  return state_->view.sources;
}

std::string_view Lexicon::built_by() const {
  return state_->view.built_by;
}

std::uint64_t Lexicon::bytes() const {
  return state_->file.bytes().size();
}

bool has_whole_headwords(std::string_view language) {
  for (const std::string_view range :
       {"zh", "yue", "wuu", "nan", "hak", "lzh", "ja", "ko", "th", "lo", "km", "my", "bo"}) {
    if (matches_range(language, range)) return true;
  }
  return false;
}

}  // namespace weft
