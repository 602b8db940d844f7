// SPDX-License-Identifier: Apache-2.0
/// Reading and testing the condition of a stage.
#include "core/plan/condition.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/config/suggest.hpp"
#include "core/document/name_table.hpp"
#include "core/plugin/language_tag.hpp"
#include "weft/ascii.hpp"
#include "weft/host.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

using Term = Condition::Term;

constexpr std::string_view kBlanks = " \t\r\n";

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
}

bool is_token(std::string_view text) {
  const auto allowed = [](char c) {
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$&^_.+-*").find(c) != std::string_view::npos;
  };
  return !text.empty() && std::ranges::all_of(text, allowed);
}

bool is_media_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_token(text.substr(0, slash)) &&
         is_token(text.substr(slash + 1));
}

/// What is wrong with one term, and the cure.
struct Refusal {
  std::string message;
  std::string hint = {};
};

std::optional<Refusal> read_key(std::string_view key, Term& term) {
  static const std::vector<std::string> kKeys = {"lang", "media-type", "view"};
  const auto found = std::ranges::find(kKeys, key);
  if (found == kKeys.end()) {
    return Refusal{"unknown test '" + std::string(key) + "' in the condition", suggest(key, kKeys)};
  }
  constexpr std::array kWhat = {Term::What::lang, Term::What::media_type, Term::What::view};
  term.what = kWhat.at(static_cast<std::size_t>(found - kKeys.begin()));
  return std::nullopt;
}

std::optional<Refusal> read_value(std::string_view value, Term& term) {
  term.value = value;
  if (term.what == Term::What::lang) {
    const auto range = canonical_language(value);
    if (range) {
      term.value = *range;
      return std::nullopt;
    }
    const std::string likely = likely_language(value);
    return Refusal{
        "'" + term.value + "' in the condition is not a BCP 47 language range",
        likely.empty() ? "write it like zh or zh-Hans" : "did you mean '" + likely + "'?"};
  }
  if (term.what == Term::What::media_type && !is_media_range(value)) {
    return Refusal{"'" + term.value + "' in the condition is not a media type",
                   "write it like text/html or text/*"};
  }
  return std::nullopt;
}

std::optional<Refusal> read_term(std::string_view text, Term& term) {
  const std::string shown(text);
  const std::size_t equals = text.find('=');
  std::string_view key = text.substr(0, equals);
  term.negated = equals != std::string_view::npos && key.ends_with('!');
  if (term.negated) key.remove_suffix(1);
  if (equals == std::string_view::npos || key.empty() || equals + 1 == text.size()) {
    return Refusal{"'" + shown + "' in the condition is not NAME=VALUE",
                   "write it without blanks around '=', like lang=zh"};
  }
  std::string_view value = text.substr(equals + 1);
  if (value.front() == '=') {
    return Refusal{"'" + shown + "' in the condition has '=='",
                   "write one '=', like lang=zh; != is the opposite"};
  }
  if (auto refusal = read_key(key, term)) return refusal;
  return read_value(value, term);
}

/// RFC 4647, section 3.3.1: the range is the tag or begins it up to a '-'.
bool in_language_range(std::string_view range, std::string_view tag) {
  if (tag.empty()) return false;
  if (range == "*") return true;
  return tag.size() >= range.size() && same_letters(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

bool in_media_range(std::string_view range, std::string_view type) {
  type = type.substr(0, type.find_first_of(" \t;"));  // "text/html; charset=utf-8"
  const std::size_t slash = type.find('/');
  if (slash == std::string_view::npos) return false;
  const auto part_fits = [](std::string_view wanted, std::string_view part) {
    return wanted == "*" || same_letters(wanted, part);
  };
  const std::size_t cut = range.find('/');
  return part_fits(range.substr(0, cut), type.substr(0, slash)) &&
         part_fits(range.substr(cut + 1), type.substr(slash + 1));
}

bool has_language(std::string_view range, const StoredDocument& document) {
  static const weft_id kLanguage = intern(WEFT_KEY_LANGUAGE);
  static const weft_id kLanguages = intern(WEFT_KEY_LANGUAGES);
  const auto said = [&](const weft_attr& attr) {
    return attr.owner_kind == WEFT_ON_DOCUMENT &&
           (attr.key == kLanguage || attr.key == kLanguages) &&
           attr.value.kind == WEFT_VALUE_STRING &&
           in_language_range(range, to_view(attr.value.as.string));
  };
  const auto written = [&](const weft_view& view) {
    return in_language_range(range, to_view(view.lang));
  };
  return std::ranges::any_of(document.attrs, said) || std::ranges::any_of(document.views, written);
}

bool term_holds(const Term& term, const StoredDocument& document) {
  switch (term.what) {
    case Term::What::lang:
      return has_language(term.value, document);
    case Term::What::media_type:
      return std::ranges::any_of(document.sources, [&](const weft_source& source) {
        return in_media_range(term.value, to_view(source.media_type));
      });
    case Term::What::view:
      break;
  }
  return std::ranges::any_of(
      document.views, [&](const weft_view& view) { return to_view(view.name) == term.value; });
}

}  // namespace

std::optional<Condition> parse_condition(std::string_view text, std::string& message,
                                         std::string& hint) {
  Condition condition;
  condition.text = text;
  for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    Term term;
    if (auto refusal = read_term(text.substr(begin, end - begin), term)) {
      message = std::move(refusal->message);
      hint = std::move(refusal->hint);
      return std::nullopt;
    }
    condition.terms.push_back(std::move(term));
    begin = text.find_first_not_of(kBlanks, end);
  }
  if (!condition.terms.empty()) return condition;
  message = "the condition is empty";
  hint = "leave 'when' out, or write it like lang=zh";
  return std::nullopt;
}

bool holds(const Condition& condition, const StoredDocument& document) {
  return std::ranges::all_of(condition.terms, [&](const Term& term) {
    return term_holds(term, document) != term.negated;
  });
}

}  // namespace weft
