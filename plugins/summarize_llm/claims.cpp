// SPDX-License-Identifier: Apache-2.0
/// Comparing what a summary claims with what its document says.
#include "claims.hpp"

#include <algorithm>
#include <optional>

#include "han_names.hpp"
#include "latin_words.hpp"
#include "weft/figures/agree.hpp"
#include "weft/figures/read_figures.hpp"
#include "weft/text/han_variant.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kLongWord = 5;   // letters: found within others too ("Deep Seek")
constexpr std::size_t kQuotation = 4;  // words or Han characters that make one

std::string primary(const std::string& tag) {
  return tag.substr(0, tag.find('-'));
}

bool writes_latin(const std::string& language) {
  const std::string tag = primary(language);
  for (const char* other : {"zh", "ja", "ko", "ru", "uk", "bg", "sr", "el", "ar", "fa", "he", "th",
                            "hi", "bn", "ta", "ka", "hy"}) {
    if (tag == other) return false;
  }
  return true;
}

bool is_dot(char32_t point) {
  return point == U'·' || point == U'・' || point == U'•';
}

/// Case, compatibility forms, spaces, the dots of foreign names and forms of characters folded.
std::string wording_key(std::string_view text) {
  const std::string key = comparison_key(text);
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t point = next_code_point(key, at);
    if (point != U' ') append_code_point(out, is_dot(point) ? U'·' : simplified_form(point));
  }
  return out;
}

/// Low counts in words come and go: "both", 两人.
bool is_weak(const Figure& figure) {
  const bool counts = figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime &&
                      figure.kind != FigureKind::kMoney;
  return figure.spelled && counts && figure.value.whole() && figure.high.to_double() <= 2;
}

std::string finding_of(Figure figure) {
  figure.bound = FigureBound::kExact;
  const char* kind = "number";
  if (figure.kind == FigureKind::kMoney) kind = "amount";
  if (figure.kind == FigureKind::kDate || figure.kind == FigureKind::kTime) kind = "date";
  return std::string(kind) + ": - / " + canonical_text(figure);
}

/// Words, a Han character being one.
std::size_t count_words(std::string_view text) {
  std::size_t out = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Script script = script_of(next_code_point(text, at));
    const bool han = script == Script::kHan || script == Script::kHiragana ||
                     script == Script::kKatakana || script == Script::kHangul;
    const bool word = script != Script::kNone && !han;
    out += han || (word && !inside) ? 1 : 0;
    inside = word;
  }
  return out;
}

struct Marked {
  char32_t open;
  char32_t close;
  const char* kind;
  std::size_t least;  // words
};
constexpr Marked kMarks[] = {{U'《', U'》', "name", 1},
                             {U'“', U'”', "quote", kQuotation},
                             {U'「', U'」', "quote", kQuotation},
                             {U'"', U'"', "quote", kQuotation}};

}  // namespace

SourceClaims::SourceClaims(const std::vector<std::string_view>& texts, const std::string& language)
    : language_(language) {
  std::vector<Figure> figures;
  for (const std::string_view text : texts) {
    wording_ += wording_key(text);
    wording_ += '\n';
    for (const LatinWord& word : latin_words(text)) {
      letters_ += word.key;
      words_.insert(word.key);
    }
    letters_ += '\n';
    read_figures(text, language, figures, {.doubtful = true});
    figures_.insert(figures_.end(), figures.begin(), figures.end());
  }
}

bool SourceClaims::comparable(const std::string& language) const {
  return primary(language) == primary(language_);
}

bool SourceClaims::says(std::string_view wording) const {
  return wording_.find(wording_key(wording)) != std::string::npos;
}

std::vector<OpenClaim> SourceClaims::check(std::string_view text, const std::string& language,
                                           std::size_t& unchecked) const {
  std::vector<OpenClaim> out;
  check_figures(text, language, out);
  check_words(text, language, unchecked, out);
  if (comparable(language)) check_marked(text, out);
  if (primary(language) == "zh") check_people(text, unchecked, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const OpenClaim& a, const OpenClaim& b) { return a.begin < b.begin; });
  return out;
}

void SourceClaims::check_figures(std::string_view text, const std::string& language,
                                 std::vector<OpenClaim>& out) const {
  const auto reads_words = [](const std::string& tag) {
    return primary(tag) == "en" || primary(tag) == "zh";
  };
  const bool words = reads_words(language) && reads_words(language_);
  for (const Figure& figure : read_figures(text, language)) {
    if (is_weak(figure) || (figure.spelled && !words)) continue;
    const bool said = std::any_of(figures_.begin(), figures_.end(),
                                  [&](const Figure& other) { return agree(figure, other); });
    if (!said) out.push_back({figure.begin, figure.end, finding_of(figure)});
  }
}

bool SourceClaims::has_word(const std::string& key) const {
  if (words_.count(key) > 0) return true;
  if (key.size() >= kLongWord && letters_.find(key) != std::string::npos) return true;
  // "Americans" of a document that has America; the possessive is no part of a word here.
  for (const std::string_view ending : {"s", "n", "an", "ns", "ans"}) {
    const std::size_t stem = key.size() - std::min(key.size(), ending.size());
    if (stem >= 3 && key.compare(stem, ending.size(), ending) == 0 &&
        words_.count(key.substr(0, stem)) > 0)
      return true;
  }
  return false;
}

/// Neighbouring words with a capital are one name, open if one of them is.
void SourceClaims::check_words(std::string_view text, const std::string& language,
                               std::size_t& unchecked, std::vector<OpenClaim>& out) const {
  const bool alphabet = writes_latin(language);
  if (primary(language) == "de") return;  // every noun has a capital
  const std::vector<LatinWord> words = latin_words(text);
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && words[end].follows && words[i].may_be_name() &&
           words[end].may_be_name())
      ++end;
    const auto open = [&](const LatinWord& word) {
      // A first word has its capital from the sentence, unless more than a capital marks it.
      const bool certain = !alphabet || !word.begins_sentence || word.marked || end - i > 1;
      return word.may_be_name() && certain && !has_word(word.key);
    };
    std::size_t first = i;
    // "Yesterday Ada Pier": what only begins the sentence is no part of the name.
    if (alphabet && end - i > 1 && words[i].begins_sentence && !words[i].marked &&
        !has_word(words[i].key) &&
        std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    words.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const LatinWord& word) { return has_word(word.key); }))
      ++first;
    const bool is_open = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                     words.begin() + static_cast<std::ptrdiff_t>(end), open);
    if (is_open && alphabet && !writes_latin(language_)) {
      ++unchecked;  // "Zhang Wei" of a document that writes 张伟
    } else if (is_open) {
      const std::size_t begin = words[first].begin;
      const std::size_t stop = words[end - 1].end;
      out.push_back({begin, stop, "name: - / " + std::string(text.substr(begin, stop - begin))});
    }
    i = end;
  }
}

/// A foreign name counts as said where all of it but a character is: there are several spellings.
void SourceClaims::check_people(std::string_view text, std::size_t& unchecked,
                                std::vector<OpenClaim>& out) const {
  for (const HanName& name : han_names(text)) {
    const std::string_view words = text.substr(name.begin, name.end - name.begin);
    if (primary(language_) != "zh") {
      ++unchecked;  // 张伟 of a document that writes Zhang Wei
      continue;
    }
    std::size_t first = 0;
    next_code_point(words, first);
    std::size_t last = words.size();
    while (!on_border(words, --last)) {
    }
    const bool nearly = name.foreign && count_words(words) > 2 &&
                        (says(words.substr(first)) || says(words.substr(0, last)));
    if (!nearly && !says(words))
      out.push_back({name.begin, name.end, "name: - / " + std::string(words)});
  }
}

/// Where a name begins and ends in the Han characters around it is not known: two on either side of
/// a dot must stand in the document like this.
void SourceClaims::check_dotted(std::string_view text, std::size_t begin, std::size_t end,
                                std::vector<OpenClaim>& out) const {
  std::vector<std::size_t> starts;  // of the characters, and the end
  std::vector<std::size_t> dots;    // their places in `starts`
  for (std::size_t at = begin; at < end;) {
    starts.push_back(at);
    if (is_dot(next_code_point(text, at))) dots.push_back(starts.size() - 1);
  }
  starts.push_back(end);
  for (const std::size_t dot : dots) {
    const std::size_t from = starts[dot - std::min<std::size_t>(dot, 2)];
    const std::size_t to = starts[std::min(dot + 3, starts.size() - 1)];
    const std::string_view name = text.substr(from, to - from);
    if (!says(name)) out.push_back({from, to, "name: - / " + std::string(name)});
  }
}

/// Book titles, quotations, and foreign names in Han characters with a dot in them.
void SourceClaims::check_marked(std::string_view text, std::vector<OpenClaim>& out) const {
  const Marked* open = nullptr;
  std::size_t inside = 0;
  std::optional<std::size_t> run;  // of Han characters
  bool dotted = false;
  const auto claim = [&](std::size_t begin, std::size_t end, const char* kind) {
    const std::string_view words = text.substr(begin, end - begin);
    if (!says(words))
      out.push_back({begin, end, std::string(kind) + ": - / " + std::string(words)});
  };
  for (std::size_t at = 0;;) {
    const std::size_t begin = at;
    const char32_t point = at < text.size() ? next_code_point(text, at) : U'\n';
    const bool dot = is_dot(point);
    const bool han = point != U'\n' && script_of(point) == Script::kHan;
    if (han && !run) run = begin;
    if (dot && run) dotted = true;
    if (!han && !dot && run) {
      if (dotted) check_dotted(text, *run, begin, out);
      run.reset();
      dotted = false;
    }
    if (begin >= text.size()) return;
    if (open != nullptr && point == open->close) {
      if (count_words(text.substr(inside, begin - inside)) >= open->least)
        claim(inside, begin, open->kind);
      open = nullptr;
      continue;
    }
    if (open != nullptr) continue;
    for (const Marked& mark : kMarks) {
      if (mark.open != point) continue;
      open = &mark;
      inside = at;
      break;
    }
  }
}

}  // namespace weft
