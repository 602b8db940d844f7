// SPDX-License-Identifier: Apache-2.0
/// Numbers terms, turns entries into pair counts, and lays the file out.
#include "weft/lexicon/lexicon_builder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

#include "content_words.hpp"
#include "lexicon_view.hpp"
#include "lexicon_writer.hpp"
#include "pair_table.hpp"
#include "reading_table.hpp"
#include "weft/error.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

constexpr std::uint32_t kMostTerms = std::numeric_limits<std::uint32_t>::max() - 1;

std::string checked_tag(std::string_view tag) {
  std::string canonical = canonical_tag(tag);
  if (canonical.empty()) {
    throw Error(WEFT_E_CONFIG, "lexicon: '" + std::string(tag) +
                                   "' is no language tag; write for example zh, en or pt-BR");
  }
  return canonical;
}

std::string primary_language(std::string_view tag) {
  return std::string(tag.substr(0, tag.find('-')));
}

/// Numbers terms in the order in which they come.
class TermNumbers {
 public:
  std::uint32_t number_of(const std::string& text) {
    const auto [found, fresh] =
        numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (fresh) {
      if (texts_.size() >= kMostTerms) throw Error(WEFT_E_LIMIT, "lexicon: too many terms");
      texts_.push_back(text);
      own_.push_back(0);
    }
    return found->second;
  }
  void mark_own(std::uint32_t term) { own_[term] = kOwnFlag; }
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  [[nodiscard]] const std::vector<std::uint8_t>& own() const { return own_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
  std::vector<std::uint8_t> own_;
};

}  // namespace

class LexiconBuilder::State {
 public:
  State(std::string first, std::string second)
      : languages_{std::move(first), std::move(second)},
        readers_{TermReader(languages_[0]), TermReader(languages_[1])} {}

  void begin_source(LexiconSource source) {
    readings_.begin_source();
    source.entries = 0;
    sources_.push_back(std::move(source));
  }

  void add(const LexiconEntry& entry) {
    if (sources_.empty()) sources_.emplace_back();
    const bool own = sources_.back().own;
    std::vector<std::vector<std::uint32_t>> translations;
    for (const std::string& text : entry.translations) {
      std::vector<std::uint32_t> terms = numbers(1, text, own);
      if (!terms.empty()) translations.push_back(std::move(terms));
    }
    if (translations.empty()) return;
    std::vector<std::vector<std::uint32_t>> headwords;
    for (const std::string& text : entry.headwords) {
      std::vector<std::uint32_t> terms = numbers(0, text, own);
      const bool known = std::find(headwords.begin(), headwords.end(), terms) != headwords.end();
      if (!terms.empty() && !known) headwords.push_back(std::move(terms));
    }
    for (const auto& first : headwords) {
      for (std::size_t i = 0; i < translations.size(); ++i)
        add_pairs(first, translations[i], weight_of(i));
    }
    if (!headwords.empty()) ++sources_.back().entries;
  }

  void add_reading(char32_t han, std::string_view syllable, double weight) {
    readings_.add(han, syllable, weight);
  }

  void built_by(std::string_view program) { built_by_ = program; }

  [[nodiscard]] std::string finish() const {
    LexiconContent content;
    content.languages = languages_;
    content.built_by = built_by_;
    content.sources = sources_;
    content.pairs = pairs_;
    for (std::size_t side = 0; side < 2; ++side) {
      content.terms.at(side) = terms_.at(side).texts();
      content.flags.at(side) = terms_.at(side).own();
    }
    content.readings = readings_.finish();
    return write_lexicon(std::move(content));
  }

 private:
  std::vector<std::uint32_t> numbers(std::size_t side, const std::string& text, bool own) {
    std::vector<std::uint32_t> out;
    for (const std::string& term : readers_.at(side).read(text))
      out.push_back(terms_.at(side).number_of(term));
    if (own && out.size() == 1) terms_.at(side).mark_own(out.front());
    return out;
  }

  /// Dictionaries give the usual meaning first; later ones weigh less, but not little.
  static double weight_of(std::size_t place) {
    constexpr double kDecay = 0.3;
    return 1 / (1 + kDecay * static_cast<double>(place));
  }

  /// A translation of n words counts as the square root of n words would: each of them says less.
  /// Of n words of a headword one or two are what a word of the translation stands for.
  void add_pairs(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& second,
                 double weight) {
    weight /= static_cast<double>(first.size()) * std::sqrt(static_cast<double>(second.size()));
    for (const std::uint32_t left : first) {
      for (const std::uint32_t right : second) {
        pairs_.push_back({.first = left,
                          .second = right,
                          .own = sources_.back().own,
                          .count = weight,
                          .first_share = 1 / static_cast<float>(first.size()),
                          .second_share = 1 / static_cast<float>(second.size())});
      }
    }
  }

  std::array<std::string, 2> languages_;
  std::array<TermReader, 2> readers_;
  std::array<TermNumbers, 2> terms_;
  std::vector<PairCount> pairs_;
  std::vector<LexiconSource> sources_;
  ReadingTable readings_;
  std::string built_by_;
};

LexiconBuilder::LexiconBuilder(std::string_view first, std::string_view second) {
  std::string left = checked_tag(first);
  std::string right = checked_tag(second);
  if (primary_language(left) == primary_language(right)) {
    throw Error(WEFT_E_CONFIG, "lexicon: " + left + " and " + right +
                                   " are one language; a lexicon is between two");
  }
  state_ = std::make_unique<State>(std::move(left), std::move(right));
}
LexiconBuilder::LexiconBuilder(LexiconBuilder&&) noexcept = default;
LexiconBuilder& LexiconBuilder::operator=(LexiconBuilder&&) noexcept = default;
LexiconBuilder::~LexiconBuilder() = default;

void LexiconBuilder::begin_source(LexiconSource source) {
  state_->begin_source(std::move(source));
}

void LexiconBuilder::add(const LexiconEntry& entry) {
  state_->add(entry);
}

void LexiconBuilder::add_reading(char32_t han, std::string_view syllable, double weight) {
  state_->add_reading(han, syllable, weight);
}

void LexiconBuilder::built_by(std::string_view program) {
  state_->built_by(program);
}

std::string LexiconBuilder::finish() const {
  return state_->finish();
}

}  // namespace weft
