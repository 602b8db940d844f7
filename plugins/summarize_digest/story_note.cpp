// SPDX-License-Identifier: Apache-2.0
/// Notes: made, and as bytes of this machine, since they never leave the process.
#include "story_note.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "weft/text/han_variant.hpp"

namespace weft {
namespace {

constexpr std::size_t kMostTerms = 400;
constexpr std::size_t kTermBytes = sizeof(std::uint32_t) + 1;

template <class Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class Value>
bool take(std::string_view& bytes, Value& value) {
  if (bytes.size() < sizeof value) return false;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return true;
}

std::uint32_t key_of(const StoryTerm& term) {
  const std::uint64_t mixed = XXH3_64bits(&term.key, sizeof term.key);
  return static_cast<std::uint32_t>(mixed << 3U) | static_cast<std::uint32_t>(term.kind);
}

/// Terms of a text counted by key.
void count(const std::vector<StoryTerm>& terms, std::uint32_t each,
           std::map<std::uint32_t, std::uint32_t>& counts) {
  for (const StoryTerm& term : terms)
    counts[key_of(term)] += each;
}

std::vector<NotedTerm> most_frequent(const std::map<std::uint32_t, std::uint32_t>& counts) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    // Names and figures first among equals: they are what tells stories apart.
    const bool a_crosses = crosses_languages(kind_of_key(a.first));
    const bool b_crosses = crosses_languages(kind_of_key(b.first));
    return a.second != b.second ? a.second > b.second : a_crosses > b_crosses;
  });
  all.resize(std::min(all.size(), kMostTerms));
  std::sort(all.begin(), all.end());
  std::vector<NotedTerm> out;
  for (const auto& [key, times] : all)
    out.push_back({key, static_cast<std::uint8_t>(std::min(times, 255U))});
  return out;
}

}  // namespace

std::string write_note(const StoryNote& note) {
  std::string out;
  put(out, note.sketch);
  put(out, static_cast<std::uint32_t>(note.languages.size()));
  for (const std::uint32_t language : note.languages)
    put(out, language);
  for (const NotedTerm& term : note.terms) {
    put(out, term.key);
    put(out, term.count);
  }
  return out;
}

StoryNote read_note(std::string_view bytes) {
  StoryNote out;
  std::uint32_t languages = 0;
  if (!take(bytes, out.sketch) || !take(bytes, languages)) return {};
  for (std::uint32_t i = 0; i < languages; ++i) {
    if (!take(bytes, out.languages.emplace_back())) return {};
  }
  while (bytes.size() >= kTermBytes) {
    NotedTerm& term = out.terms.emplace_back();
    take(bytes, term.key);
    take(bytes, term.count);
  }
  return out;
}

std::vector<Body> bodies_of(const Document& document, const BodyNames& names) {
  std::set<std::string_view> languages;
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    const std::string_view tag = to_view(document.view(i).lang);
    if (document.is_leaf(document.view(i).id) && !tag.empty() && tag != "mul" && tag != "und")
      languages.insert(tag.substr(0, tag.find('-')));
  }
  std::vector<Body> out;
  if (languages.size() < 2) {
    out.push_back(find_body(document, names, {}));
  } else {
    for (const std::string_view language : languages)
      out.push_back(find_body(document, names, language));
  }
  std::erase_if(out, [](const Body& body) { return body.sentences.empty(); });
  return out;
}

StoryNote make_note(const Document& document, const BodyNames& names, const AddressNames& addresses,
                    StoryTerms& terms) {
  constexpr std::uint32_t kTitle = 3;
  StoryNote note;
  std::map<std::uint32_t, std::uint32_t> counts;
  std::vector<std::string> folded;
  std::vector<StoryTerm> found;
  for (const Body& body : bodies_of(document, names)) {
    note.languages.push_back(
        static_cast<std::uint32_t>(XXH3_64bits(body.language.data(), body.language.size())));
    found.clear();
    for (const BodySentence& sentence : body.sentences) {
      terms.read(sentence.text, body.language, found);
      folded.push_back(fold_han(sentence.text));
    }
    count(found, 1, counts);
    found.clear();
    terms.read(body.title, body.language, found);
    count(found, kTitle, counts);
  }
  if (note.languages.empty()) return note;
  found.clear();
  for (const weft_id key : {addresses.url, addresses.translation_of})
    StoryTerms::read_address(document.string({}, key), found);
  count(found, kTitle, counts);
  note.sketch = sketch_of({folded.begin(), folded.end()});
  note.terms = most_frequent(counts);
  return note;
}

}  // namespace weft
