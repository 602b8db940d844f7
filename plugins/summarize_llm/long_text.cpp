// SPDX-License-Identifier: Apache-2.0
/// Map and reduce with a bound: every round is shorter than the one before it.
#include "long_text.hpp"

#include <algorithm>
#include <deque>

#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/sentences.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kLeast = 64;      // tokens of the smallest part that is tried
constexpr std::size_t kTiny = 16;       // tokens of a part that is its own note
constexpr std::size_t kUnitMargin = 1;  // the space or line end behind a sentence
// Lengths in an overflow's words count the answer's room in or not: below them with a margin.
constexpr double kMargin = 0.8;

std::size_t tokens_of(const TextUnit& unit) {
  return estimate_tokens(unit.text) + kUnitMargin;
}

/// Bytes of the longest beginning of a text that fits into `most` tokens; at least one character.
std::size_t bytes_that_fit(const std::string& text, std::size_t most) {
  std::size_t halves = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    next_code_point(text, at);
    halves += estimate_tokens(std::string_view(text).substr(begin, at - begin)) * 2;
    if (halves > 2 * most && begin > 0) return begin;
  }
  return text.size();
}

/// A sentence longer than a part, in pieces; at a space where one is in the second half.
void cut_unit(const TextUnit& unit, std::size_t most, TextUnits& out) {
  std::string rest = unit.text;
  bool first = unit.begins_paragraph;
  while (!rest.empty()) {
    std::size_t bytes = bytes_that_fit(rest, most - kUnitMargin);
    const std::size_t space = bytes < rest.size() ? rest.rfind(' ', bytes) : std::string::npos;
    if (space != std::string::npos && space > bytes / 2) bytes = space;
    out.push_back({rest.substr(0, bytes), first});
    rest.erase(0, bytes);
    rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
    first = false;
  }
}

/// A smaller part than the one of `tokens` that overflowed.
std::size_t smaller(std::size_t tokens, const ContextOverflow& overflow) {
  if (tokens <= kLeast) {
    throw Error(WEFT_E_LIMIT, "summarize_llm: the model takes not even " + std::to_string(tokens) +
                                  " tokens of text; allow fewer with answer-tokens, or use a model "
                                  "with a longer context. " +
                                  overflow.what());
  }
  double share = 0.5;
  if (overflow.context_tokens() > 0 && overflow.prompt_tokens() > 0) {
    const double told = static_cast<double>(overflow.context_tokens()) /
                        static_cast<double>(overflow.prompt_tokens());
    share = kMargin * std::min(1.0, told);
  }
  return std::max(kLeast, static_cast<std::size_t>(static_cast<double>(tokens) * share));
}

void append_note(const std::string& note, TextUnits& out) {
  bool first = true;
  for (const TextRange& range : split_sentences(note)) {
    out.push_back({fold_space(note.substr(range.begin, range.end - range.begin)), first});
    first = false;
  }
}

/// Notes on every part, in their order.
TextUnits take_notes(const TextUnits& units, std::size_t& most, const LongTextAsks& asks) {
  TextUnits notes;
  std::deque<TextUnits> parts;
  for (TextUnits& part : cut_text(units, most))
    parts.push_back(std::move(part));
  while (!parts.empty()) {
    const TextUnits part = std::move(parts.front());
    parts.pop_front();
    const std::size_t tokens = tokens_of(part);
    if (tokens > most) {
      std::vector<TextUnits> cut = cut_text(part, most);
      for (auto piece = cut.rbegin(); piece != cut.rend(); ++piece)
        parts.push_front(std::move(*piece));
      continue;
    }
    if (tokens <= kTiny) {
      notes.insert(notes.end(), part.begin(), part.end());
      continue;
    }
    try {
      append_note(shorten_text(asks.note(text_of(part), tokens / 2), tokens / 2 - kUnitMargin),
                  notes);
    } catch (const ContextOverflow& overflow) {
      most = std::min(most, smaller(tokens, overflow));
      parts.push_front(part);
    }
  }
  return notes;
}

}  // namespace

std::size_t tokens_of(const TextUnits& units) {
  std::size_t out = 0;
  for (const TextUnit& unit : units)
    out += tokens_of(unit);
  return out;
}

std::string text_of(const TextUnits& units) {
  std::string out;
  for (const TextUnit& unit : units) {
    if (!out.empty()) out += unit.begins_paragraph ? '\n' : ' ';
    out += unit.text;
  }
  return out;
}

std::vector<TextUnits> cut_text(const TextUnits& units, std::size_t most) {
  TextUnits pieces;
  for (const TextUnit& unit : units) {
    if (tokens_of(unit) > most) {
      cut_unit(unit, most, pieces);
    } else if (!unit.text.empty()) {
      pieces.push_back(unit);
    }
  }
  std::vector<TextUnits> out;
  std::size_t filled = 0;
  for (TextUnit& piece : pieces) {
    const std::size_t tokens = tokens_of(piece);
    const bool at_border = piece.begins_paragraph && filled > most / 2;
    if (out.empty() || at_border || filled + tokens > most) {
      out.emplace_back();
      filled = 0;
    }
    filled += tokens;
    out.back().push_back(std::move(piece));
  }
  return out;
}

std::string shorten_text(const std::string& text, std::size_t most) {
  std::size_t end = 0;
  std::size_t filled = 0;
  for (const TextRange& range : split_sentences(text)) {
    const TextUnit unit{text.substr(range.begin, range.end - range.begin), false};
    filled += tokens_of(unit);
    if (filled > most) break;
    end = range.end;
  }
  return text.substr(0, end > 0 ? end : bytes_that_fit(text, most));
}

void ask_in_parts(TextUnits units, std::size_t most, const LongTextAsks& asks) {
  if (most == 0) most = std::max(kLeast, tokens_of(units));
  most = std::max(most, kLeast);
  for (bool of_notes = false;; of_notes = true) {
    while (tokens_of(units) <= most) {
      try {
        return asks.finish(text_of(units), of_notes);
      } catch (const ContextOverflow& overflow) {
        most = smaller(tokens_of(units), overflow);
      }
    }
    units = take_notes(units, most, asks);
  }
}

}  // namespace weft
