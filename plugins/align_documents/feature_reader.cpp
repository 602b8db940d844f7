// SPDX-License-Identifier: Apache-2.0
/// Tokens into features, and the choice among them.
#include "feature_reader.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "url_key.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kOccurrences = 4;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// ASCII that an address may hold.
bool in_address(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '(' && c != ')';
}

/// The letter of Latin-1 and Latin Extended-A without its mark ("é" is e), or the point itself.
char32_t without_mark(char32_t point) {
  constexpr std::string_view kFrom00E0 = "aaaaaaaceeeeiiiidnooooo-ouuuuypy";
  constexpr std::string_view kFrom0100 =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
      "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (point >= 0xE0 && point < 0x100) return static_cast<unsigned char>(kFrom00E0[point - 0xE0]);
  if (point >= 0x100 && point - 0x100 < kFrom0100.size())
    return static_cast<unsigned char>(kFrom0100[point - 0x100]);
  return point;
}

/// The beginning of a folded word: what cognates share.
std::uint64_t beginning(std::string_view folded) {
  constexpr std::size_t kLetters = 5;
  std::u32string out;
  for (std::size_t next = 0; next < folded.size() && out.size() < kLetters;)
    out.push_back(without_mark(next_code_point(folded, next)));
  return XXH3_64bits(out.data(), out.size() * sizeof(char32_t));
}

bool is_latin(std::string_view word) {
  std::size_t next = 0;
  return script_of(next_code_point(word, next)) == Script::kLatin;
}

/// Sorted by key, then place; no key more often than kOccurrences.
void order(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.key != b.key ? a.key < b.key : a.place < b.place;
  });
}

}  // namespace

bool is_wide_language(std::string_view tag) {
  constexpr auto kWide = std::to_array<std::string_view>(
      {"zh", "ja", "ko", "th", "lo", "my", "km", "bo", "yue", "wuu", "ar", "he",
       "fa", "hi", "ru", "uk", "bg", "el", "sr", "mn", "ug",  "ur",  "ka", "hy"});
  return std::find(kWide.begin(), kWide.end(), tag.substr(0, tag.find('-'))) != kWide.end();
}

std::optional<LexiconSide> side_of(const Lexicon& lexicon, std::string_view language) {
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond}) {
    const std::string_view own = lexicon.language(side);
    if (own.substr(0, own.find('-')) == language.substr(0, language.find('-'))) return side;
  }
  return std::nullopt;
}

FeatureReader::FeatureReader(bool cognates, const Lexicon* lexicon)
    : cognates_(cognates), lexicon_(lexicon) {
  if (lexicon == nullptr) return;
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond})
    stemming_.at(static_cast<std::size_t>(side)) = Tokenizer(lexicon->language(side));
}

std::vector<Feature> FeatureReader::read(const std::vector<std::string_view>& blocks,
                                         std::string_view language) {
  found_.clear();
  spellings_.clear();
  spelling_order_.clear();
  wide_ = is_wide_language(language);
  side_ = lexicon_ == nullptr ? std::nullopt : side_of(*lexicon_, language);
  std::size_t bytes = 0;
  for (const std::string_view block : blocks)
    bytes += block.size();
  scale_ = 65535.0 / static_cast<double>(std::max<std::size_t>(bytes, 1));
  std::size_t before = 0;
  for (const std::string_view block : blocks) {
    read_block(block, before);
    before += block.size();
  }
  add_capitalised_names();
  order(found_);
  keep_most_telling();
  return std::move(found_);
}

void FeatureReader::read_block(std::string_view block, std::size_t before) {
  read_addresses(block, before);
  if (side_ && lexicon_->has_headwords(*side_)) {
    read_headwords(block, *side_, before);
  } else if (side_) {
    read_stems(block, *side_, before);
  }
  plain_.read(block, tokens_);
  for (const Token& token : tokens_) {
    const std::string_view text = block.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::kNumber) {
      // One digit is a word in one language and a digit in the other.
      if (text.size() > 1) add(FeatureKind::kNumber, token.key, before + token.begin);
    } else if (token.kind == TokenKind::kWord) {
      read_word(text, token.key, before + token.begin);
    }
  }
}

/// Longest matches, one behind the other.
void FeatureReader::read_headwords(std::string_view block, LexiconSide side, std::size_t before) {
  for (std::size_t at = 0; at < block.size();) {
    const Headword word = lexicon_->longest(side, block.substr(at));
    if (word.bytes == 0) {
      static_cast<void>(next_code_point(block, at));
      continue;
    }
    add(FeatureKind::kTerm, word.term, before + at);
    at += word.bytes;
  }
}

void FeatureReader::read_stems(std::string_view block, LexiconSide side, std::size_t before) {
  stemming_.at(static_cast<std::size_t>(side)).read(block, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord) continue;
    if (const auto term = lexicon_->find(side, token.key))
      add(FeatureKind::kTerm, *term, before + token.begin);
  }
}

void FeatureReader::read_addresses(std::string_view block, std::size_t before) {
  for (std::size_t at = 0; at < block.size();) {
    if (!in_address(block[at]) || is_space(block[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < block.size() && in_address(block[end]))
      ++end;
    std::string_view text = block.substr(at, end - at);
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';'))
      text.remove_suffix(1);
    const bool web =
        text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    const std::string key = web ? url_key(text) : std::string(text);
    const std::size_t sign = text.find('@');
    const bool mail = sign != std::string_view::npos && sign > 0 &&
                      text.find('.', sign) != std::string_view::npos;
    if ((web && !key.empty()) || mail)
      add(FeatureKind::kAddress, XXH3_64bits(key.data(), key.size()), before + at);
    at = end;
  }
}

void FeatureReader::read_word(std::string_view word, std::uint64_t key, std::size_t at) {
  constexpr std::size_t kShortestName = 2;
  constexpr std::size_t kShortestCognate = 4;
  if (!is_latin(word)) return;
  if (wide_) {
    if (word.size() >= kShortestName) add(FeatureKind::kName, key, at);
    return;
  }
  const bool upper = std::any_of(word.begin(), word.end(), [](char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0;
  });
  const auto [place, added] = spellings_.try_emplace(key);
  if (added) spelling_order_.push_back(key);
  if (upper && word.size() >= kShortestName) {
    place->second.capitalised.push_back(at);
  } else {
    place->second.lower = true;
  }
  if (cognates_ && word.size() >= kShortestCognate)
    add(FeatureKind::kWord, beginning(plain_.folded(word)), at);
}

/// A word that is written small anywhere in the text is none: it began a sentence.
void FeatureReader::add_capitalised_names() {
  for (const std::uint64_t key : spelling_order_) {
    const Spelling& spelling = spellings_.at(key);
    if (spelling.lower) continue;
    for (const std::size_t at : spelling.capitalised)
      add(FeatureKind::kName, key, at);
  }
}

void FeatureReader::add(FeatureKind kind, std::uint64_t value, std::size_t at) {
  found_.push_back(
      {feature_key(kind, value), static_cast<std::uint16_t>(static_cast<double>(at) * scale_)});
}

void FeatureReader::keep_most_telling() {
  struct Group {
    std::size_t begin, end;
    bool rare_kind;
  };
  std::vector<Group> groups;
  for (std::size_t begin = 0; begin < found_.size();) {
    std::size_t end = begin;
    while (end < found_.size() && found_[end].key == found_[begin].key)
      ++end;
    const FeatureKind kind = kind_of(found_[begin].key);
    groups.push_back({begin, end, kind != FeatureKind::kTerm && kind != FeatureKind::kWord});
    begin = end;
  }
  const bool all = found_.size() <= kMost;
  if (!all) {
    // What is everywhere (over 1 in 250) tells nothing; then what recurs is what the text is about.
    const std::size_t everywhere = found_.size() / 250;
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
      const std::size_t size_a = a.end - a.begin;
      const std::size_t size_b = b.end - b.begin;
      if ((size_a > everywhere) != (size_b > everywhere)) return size_b > everywhere;
      if (a.rare_kind != b.rare_kind && size_a != size_b) return size_a > size_b;
      return size_a > size_b;
    });
  }
  std::vector<Feature> kept;
  for (const Group& group : groups) {
    const std::size_t most = all ? kOccurrences : 2;
    const std::size_t count = std::min(group.end - group.begin, most);
    if (kept.size() + count > kMost) break;
    for (std::size_t i = 0; i < count; ++i) {
      // The first and the last, and evenly between them.
      const std::size_t step = count == 1 ? 0 : i * (group.end - group.begin - 1) / (count - 1);
      kept.push_back(found_[group.begin + step]);
    }
  }
  order(kept);
  found_ = std::move(kept);
}

}  // namespace weft
