// SPDX-License-Identifier: Apache-2.0
/// Words, pairs, names, figures, addresses and terms of a lexicon.
#include "story_terms.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cctype>

#include "weft/figures/read_figures.hpp"
#include "weft/summary/general_words.hpp"
#include "weft/summary/scan_text.hpp"
#include "weft/summary/word_lists.hpp"
#include "weft/text/han_variant.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::uint64_t hash(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// True where a word of Latin letters stands out by itself.
bool is_wide(std::string_view language) {
  const std::string_view tag = primary(language);
  return tag == "zh" || tag == "ja" || tag == "ko" || tag == "yue";
}

std::optional<LexiconSide> side_of(const Lexicon& lexicon, std::string_view language) {
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond})
    if (primary(lexicon.language(side)) == primary(language)) return side;
  return std::nullopt;
}

bool has_upper(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool has_latin(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

/// What a figure is hashed by; other kinds have other numbers at the end.
using FigureKey = std::array<std::int64_t, 3>;

/// Days, and years in history: recent years alone are in any text.
std::optional<FigureKey> key_of_date(const FigureDate& date) {
  constexpr std::int16_t kRecent = 1990;
  constexpr std::int16_t kFirst = 1000;  // less is often no year
  if (date.day != 0) return FigureKey{date.month * 32 + date.day, 0, 0};
  const bool historic = date.era == FigureEra::kNone && date.year >= kFirst && date.year < kRecent;
  if (!historic) return std::nullopt;
  return FigureKey{date.year * 16 + date.month, 0, 1};
}

std::optional<FigureKey> key_of_value(const Figure& figure) {
  constexpr double kSmall = 31;  // counts and days of a month are in any text
  if (!figure.value.valid()) return std::nullopt;
  FigureKey key{figure.value.numerator(), figure.value.denominator(), 0};
  if (!figure.value.whole() || figure.value.to_double() > kSmall) return key;
  switch (figure.kind) {
    case FigureKind::kOrdinal:
    case FigureKind::kPercentage:
    case FigureKind::kMultiple:
    case FigureKind::kMoney:
    case FigureKind::kMeasure:
      key[2] = static_cast<std::int64_t>(hash(figure.unit) >> 8U) + static_cast<int>(figure.kind);
      break;
    default:
      return std::nullopt;
  }
  return figure.value.to_double() > 1 ? std::optional(key) : std::nullopt;
}

}  // namespace

/// Receives what scan_text finds.
class StoryTerms::Scan {
 public:
  Scan(std::string_view text, bool wide, WordStems& stems, std::vector<StoryTerm>& out)
      : text_(text), wide_(wide), stems_(stems), out_(out) {}

  void word(std::string_view word, bool digit, std::size_t begin, std::size_t end) {
    previous_ = 0;
    const bool first = !began_;
    began_ = true;
    const bool latin = has_latin(word);
    if (word.size() < 2 || (digit && !latin)) return;  // figures are read by value
    const WordStems::Known& known = stems_.look_up(word);
    if (known.function || is_general_word(known.stem)) return;
    const std::string_view written = text_.substr(begin, end - begin);
    const bool inside = has_upper(written.substr(1));
    const bool capital = !first && has_upper(written.substr(0, 1));
    if (latin && (wide_ || digit || inside || capital))
      out_.push_back({hash(word), TermKind::kName});
    if (!wide_ && word.size() > 2) out_.push_back({known.stem, TermKind::kStem});
  }
  void alone(char32_t point, std::size_t) {
    began_ = true;
    const char32_t folded = simplified_form(point);
    const char32_t before = previous_;
    previous_ = is_function_character(folded) ? 0 : folded;
    if (before == 0 || previous_ == 0 || is_general_pair(before, folded)) return;
    out_.push_back({(std::uint64_t{before} << 24U) | folded, TermKind::kPair});
  }
  void mark(char32_t, bool, std::size_t) { previous_ = 0; }

 private:
  std::string_view text_;
  bool wide_;
  WordStems& stems_;
  std::vector<StoryTerm>& out_;
  char32_t previous_ = 0;
  bool began_ = false;
};

StoryTerms::StoryTerms(const Lexicon* lexicon) : lexicon_(lexicon) {
  if (lexicon == nullptr) return;
  for (const LexiconSide side : {LexiconSide::kFirst, LexiconSide::kSecond})
    tokenizers_.at(static_cast<std::size_t>(side)) = Tokenizer(lexicon->language(side));
  // Simplified and traditional headwords are two terms, and meet in their translation.
  if (lexicon->has_headwords(meeting_)) meeting_ = LexiconSide::kSecond;
}

WordStems& StoryTerms::stems(std::string_view language) {
  auto& stems = stems_[std::string(primary(language))];
  if (stems == nullptr) stems = std::make_unique<WordStems>(primary(language));
  return *stems;
}

void StoryTerms::read(std::string_view text, std::string_view language,
                      std::vector<StoryTerm>& out) {
  Scan scan(text, is_wide(language), stems(language), out);
  scan_text(text, scan);
  read_figures_of(text, language, out);
  read_lexicon(text, language, out);
  for (const std::string_view scheme : {"http://", "https://"}) {
    for (std::size_t at = text.find(scheme); at != std::string_view::npos;
         at = text.find(scheme, at + 1)) {
      std::size_t end = at;
      while (end < text.size() && text[end] > ' ' && text[end] < 0x7F && text[end] != ')')
        ++end;
      read_address(text.substr(at, end - at), out);
    }
  }
}

void StoryTerms::read_address(std::string_view url, std::vector<StoryTerm>& out) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  url = url.substr(0, url.find_first_of("?#"));
  while (!url.empty() && std::string_view("/.,;").find(url.back()) != std::string_view::npos)
    url.remove_suffix(1);
  // The address of a site alone says nothing about a story.
  if (url.find('/') != std::string_view::npos) out.push_back({hash(url), TermKind::kAddress});
}

/// By value alone, so that 1.6万 is 16,000; small numbers with what they count where that is a
/// unit.
void StoryTerms::read_figures_of(std::string_view text, std::string_view language,
                                 std::vector<StoryTerm>& out) {
  read_figures(text, language, figures_);
  for (const Figure& figure : figures_) {
    const auto key =
        figure.kind == FigureKind::kDate ? key_of_date(figure.date) : key_of_value(figure);
    if (key) out.push_back({XXH3_64bits(key->data(), sizeof *key), TermKind::kNumber});
  }
}

void StoryTerms::read_lexicon(std::string_view text, std::string_view language,
                              std::vector<StoryTerm>& out) {
  constexpr std::size_t kHan = 3;  // bytes of one; words of one character mean too much
  if (lexicon_ == nullptr) return;
  const auto side = side_of(*lexicon_, language);
  if (!side) return;
  if (!lexicon_->has_headwords(*side)) {
    WordStems& words = stems(language);
    tokenizers_.at(static_cast<std::size_t>(*side)).read(text, tokens_);
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::kWord || token.end - token.begin < 3) continue;
      std::string word(text.substr(token.begin, token.end - token.begin));
      std::transform(word.begin(), word.end(), word.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      const WordStems::Known& known = words.look_up(word);
      if (known.function || is_general_word(known.stem)) continue;
      if (const auto term = lexicon_->find(*side, token.key)) add_term(*side, *term, out);
    }
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const Headword word = lexicon_->longest(*side, text.substr(at));
    if (word.bytes > kHan) add_term(*side, word.term, out);
    if (word.bytes == 0) {
      static_cast<void>(next_code_point(text, at));
    } else {
      at += word.bytes;
    }
  }
}

void StoryTerms::add_term(LexiconSide side, std::uint32_t term, std::vector<StoryTerm>& out) const {
  constexpr std::size_t kSenses = 4;
  if (side == meeting_) {
    out.push_back({term, TermKind::kTerm});
    return;
  }
  const auto all = lexicon_->translations(side, term);
  for (const Translation& one : all.first(std::min(all.size(), kSenses)))
    out.push_back({one.term, TermKind::kTerm});
}

}  // namespace weft
