// SPDX-License-Identifier: Apache-2.0
/// Tells from how words are written which terms of a document are figures and names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "weft/summary/sentence_terms.hpp"

namespace weft {

/// Follows the terms of one document in text order. The same term gets the same answer wherever it
/// stands: a capital at the beginning of a sentence says nothing, those within sentences vote.
class TellingTerms {
 public:
  void clear() {
    terms_.clear();
    words_ = characters_ = inner_ = capitals_ = 0;
  }

  /// A word written as `text` from `begin` on. `plain`: a function word; `first`: of its sentence.
  void see_word(std::uint32_t id, std::string_view word, bool digit, bool plain, bool first,
                bool capital) {
    Evidence& term = of(id);
    ++words_;
    if (digit) {
      term.telling = find_digit_kind(word);
    } else if (!plain) {
      term.word = true;
      inner_ += first ? 0 : 1;
      capitals_ += !first && capital ? 1 : 0;
      if (!first) term.votes += capital ? 1 : -1;
    }
  }
  /// A character of an unspaced script.
  void see_character() { ++characters_; }
  /// A pair of numerals.
  void see_figure(std::uint32_t id) { of(id).telling = Telling::kFigure; }
  /// A mark says that this pair is (part of) a name.
  void see_name(std::uint32_t id) { of(id).telling = Telling::kName; }

  /// By id, for `count` ids. A word of an alphabet within unspaced text is a name there.
  void finish(std::uint32_t count, std::vector<Telling>& out) const {
    const bool foreign = characters_ > words_;
    // Where most words have capitals (headlines, shouting) these mark no names.
    const bool marked = 2 * capitals_ < inner_;
    out.assign(count, Telling::kNothing);
    for (std::size_t id = 0; id < terms_.size(); ++id) {
      const Evidence& term = terms_[id];
      const bool name = term.word && (foreign || (marked && term.votes > 0));
      out[id] = name && term.telling == Telling::kNothing ? Telling::kName : term.telling;
    }
  }

 private:
  struct Evidence {
    Telling telling = Telling::kNothing;
    bool word = false;
    std::int32_t votes = 0;
  };

  Evidence& of(std::uint32_t id) {
    if (id >= terms_.size()) terms_.resize(id + 1);
    return terms_[id];
  }
  /// Digits alone count something; with letters they name it (a model, a road).
  static Telling find_digit_kind(std::string_view word) {
    for (const char c : word) {
      if ((c < '0' || c > '9') && c != '.' && c != ',') return Telling::kName;
    }
    return word.size() == 1 ? Telling::kDigit : Telling::kFigure;
  }

  std::vector<Evidence> terms_;  ///< by id
  std::uint64_t words_ = 0;
  std::uint64_t characters_ = 0;
  std::uint64_t inner_ = 0;  ///< words that are neither first nor function words
  std::uint64_t capitals_ = 0;
};

}  // namespace weft
