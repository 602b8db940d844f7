// SPDX-License-Identifier: Apache-2.0
/// Terms and surface facts of sentences.
#include "weft/summary/sentence_terms.hpp"

#include <unicode/uchar.h>

#include "quotation.hpp"
#include "telling_terms.hpp"
#include "term_ids.hpp"
#include "weft/summary/scan_text.hpp"
#include "weft/summary/word_lists.hpp"

namespace weft {
namespace {

constexpr std::uint64_t kPairBit = std::uint64_t{1} << 63U;
constexpr std::uint64_t kMixer = 0x9E3779B97F4A7C15ULL;

std::uint64_t pair_key(char32_t first, char32_t second) {
  return kPairBit | (std::uint64_t{first} << 24U) | second;
}

bool ends_sentence(char32_t mark) {
  if (mark < 0x80) return mark == '.' || mark == '!' || mark == '?';
  return mark == U'…' || u_hasBinaryProperty(static_cast<UChar32>(mark), UCHAR_S_TERM) != 0;
}

bool closes(char32_t mark) {
  if (mark < 0x80) return mark == ')' || mark == ']' || mark == '}' || mark == '"' || mark == '\'';
  const auto type = u_charType(static_cast<UChar32>(mark));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

bool is_capital(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
  const char32_t point = next_code_point(text, at);
  return small_letter(point) != point;
}

/// What stands beside a Chinese name: the dot in a foreign person's, the mark of a title.
bool names_what_follows(char32_t mark) {
  return mark == U'·' || mark == U'‧' || mark == U'《';
}

/// Receives what scan_text finds in one sentence.
class SentenceReader {
 public:
  /// `telling`: nullptr where nobody asks for facts.
  SentenceReader(WordStems& stems, Quotation& quotation, TellingTerms* telling)
      : stems_(stems), quotation_(quotation), telling_(telling) {}

  /// `take` is given each term's key and answers with its id, or TermIds::kNone.

  template <class Take>
  void read(std::string_view text, SentenceFacts& facts, Take&& take) {
    Sink<Take> sink{*this, text, facts, take};
    const bool inside = quotation_.open();
    scan_text(text, sink);
    facts.torn = quotation_.open() ? 1.0F : inside ? 0.6F : 0.0F;
    const float words = static_cast<float>(facts.words);
    if (facts.words == 0) return;
    facts.function_share = function_ / words;
    facts.speaker_share = speaker_ / (words - alone_ / 2);
  }

 private:
  template <class Take>
  struct Sink {
    SentenceReader& self;
    std::string_view text;
    SentenceFacts& facts;
    Take& take;

    [[gnu::always_inline]] void word(std::string_view word, bool digit, std::size_t begin,
                                     std::size_t) {
      self.previous_ = 0;
      self.quotation_.pause();
      ++facts.words;
      facts.characters += static_cast<std::uint32_t>(count_code_points(word));
      facts.number = facts.number || digit;
      facts.ended = false;
      const WordStems::Known& known = self.stems_.look_up(word);
      self.function_ += known.function ? 1.0F : 0.0F;
      self.speaker_ += known.speaker ? 1.0F : 0.0F;
      facts.key = (facts.key ^ known.stem) * kMixer;
      const std::uint32_t id = take(known.stem);
      if (self.telling_ != nullptr)
        self.tell_word(id, word, digit, known, facts.words == 1 ? std::string_view() : text, begin);
    }
    void alone(char32_t point, std::size_t) {
      self.quotation_.pause();
      ++facts.words;
      ++facts.characters;
      facts.ended = false;
      self.alone_ += 1;
      self.function_ += is_function_character(point) ? 1.0F : 0.0F;
      self.speaker_ += is_speaker_character(point) ? 1.0F : 0.0F;
      facts.key = (facts.key ^ point) * kMixer;
      const char32_t previous = self.previous_;
      self.previous_ = point;
      const std::uint32_t id = previous == 0 ? TermIds::kNone : take(pair_key(previous, point));
      if (self.telling_ != nullptr) self.tell_character(id, previous, point);
    }
    void mark(char32_t point, bool space, std::size_t) {
      if (self.telling_ != nullptr) self.tell_mark(point);
      self.previous_ = 0;
      if (space) return self.quotation_.pause();
      ++facts.characters;
      self.quotation_.see(point);
      facts.question = facts.question || point == U'?';
      if (ends_sentence(point)) {
        facts.ended = true;
      } else if (!closes(point)) {
        facts.ended = false;
      }
    }
  };

  // These stay out of line: budgets in words never come here, and their loops keep small.
  /// `text` is empty for the first word of a sentence, whose capital says nothing.
  [[gnu::noinline]] void tell_word(std::uint32_t id, std::string_view word, bool digit,
                                   const WordStems::Known& known, std::string_view text,
                                   std::size_t begin) {
    named_ = false;
    const bool first = text.empty();
    telling_->see_word(id, word, digit, known.function || known.speaker, first,
                       !first && is_capital(text, begin));
  }
  /// `pair`: of the character and the one before it, or TermIds::kNone.
  [[gnu::noinline]] void tell_character(std::uint32_t pair, char32_t previous, char32_t point) {
    telling_->see_character();
    pair_ = pair;
    if (pair == TermIds::kNone) return;
    if (is_numeral_character(previous) && is_numeral_character(point)) telling_->see_figure(pair);
    if (named_) telling_->see_name(pair);
    named_ = false;
  }
  [[gnu::noinline]] void tell_mark(char32_t point) {
    named_ = names_what_follows(point);
    if (named_ && point != U'《' && previous_ != 0 && pair_ != TermIds::kNone)
      telling_->see_name(pair_);
  }

  WordStems& stems_;
  Quotation& quotation_;
  TellingTerms* telling_;
  char32_t previous_ = 0;
  std::uint32_t pair_ = TermIds::kNone;  ///< the last character's, with the one before it
  bool named_ = false;                   ///< a mark says that a name follows
  float function_ = 0;
  float speaker_ = 0;
  float alone_ = 0;
};

}  // namespace

struct SentenceTermReader::Ids : TermIds {
  TellingTerms telling;
};

SentenceTermReader::SentenceTermReader() : ids_(std::make_unique<Ids>()) {}
SentenceTermReader::~SentenceTermReader() = default;

WordStems& SentenceTermReader::stems(const std::string& language) {
  auto& stems = stems_[language];
  if (stems == nullptr) stems = std::make_unique<WordStems>(language);
  return *stems;
}

const Terms& SentenceTermReader::read(std::span<const BodySentence> candidates,
                                      std::string_view title, const std::string& language,
                                      bool with_facts) {
  terms_.sentences.assign(candidates.size(), {});
  terms_.entries.clear();
  terms_.title.clear();
  ids_->clear();
  ids_->telling.clear();
  TellingTerms* telling = with_facts ? &ids_->telling : nullptr;
  WordStems& stemmer = stems(language);
  Quotation quotation;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i > 0 && candidates[i].block != candidates[i - 1].block) quotation.reset();
    SentenceFacts& facts = terms_.sentences[i];
    facts.first_term = static_cast<std::uint32_t>(terms_.entries.size());
    const auto take = [&](std::uint64_t key) {
      return ids_->count(key, facts.first_term, terms_.entries);
    };
    SentenceReader(stemmer, quotation, telling).read(candidates[i].text, facts, take);
    facts.n_terms = static_cast<std::uint32_t>(terms_.entries.size()) - facts.first_term;
  }
  terms_.count = ids_->size();
  terms_.telling.clear();
  if (with_facts) ids_->telling.finish(terms_.count, terms_.telling);
  SentenceFacts ignored;
  const auto take = [&](std::uint64_t key) {
    const std::uint32_t id = ids_->find(key);
    if (id != TermIds::kNone) terms_.title.push_back(id);
    return TermIds::kNone;
  };
  quotation.reset();
  SentenceReader(stemmer, quotation, nullptr).read(title, ignored, take);
  return terms_;
}

}  // namespace weft
