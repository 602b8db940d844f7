// SPDX-License-Identifier: Apache-2.0
/// Looks at every bracket, and back from it for a place where a term must begin.

#include "find_glosses.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "gloss_shape.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Some code points of a text, and the byte at which each begins; one offset more than points.
struct Window {
  std::u32string points;
  std::vector<std::uint32_t> offsets;
  bool from_line_start = false;  ///< nothing of the line stands before it
};

/// A bracket and what stands around it on its line.
struct Bracket {
  Window before;  ///< without the space between the term and the bracket
  Window inner;   ///< without white space and title marks at its ends
  bool ends_line = false;
};

/// A range of Bracket::before.
struct TermRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
using Term = std::optional<TermRange>;

bool is_space(char32_t point) {
  return point == U' ' || point == 0xA0 || point == 0x3000;
}
bool is_han(char32_t point) {
  return script_of(point) == Script::kHan;
}
bool is_han_term_part(char32_t point) {
  return is_han(point) || point == U'·';
}
bool is_latin(char32_t point) {
  return script_of(point) == Script::kLatin;
}
bool is_word_part(char32_t point) {
  return is_latin(point) || point == U'-' || point == U'\'' || point == U'’';
}
bool contains(std::u32string_view set, char32_t point) {
  return set.find(point) != std::u32string_view::npos;
}
template <typename Test>
bool all_points(std::u32string_view text, Test test) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}
std::size_t count_han(std::u32string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_han));
}

Window decode_window(std::string_view text, std::size_t begin, std::size_t end) {
  Window out;
  for (std::size_t at = begin; at < end;) {
    out.offsets.push_back(static_cast<std::uint32_t>(at));
    out.points.push_back(next_code_point(text, at));
  }
  out.offsets.push_back(static_cast<std::uint32_t>(end));
  return out;
}

/// Drops points at the end (`back`) or the beginning that `test` holds for.
template <typename Test>
void trim_window(Window& window, bool back, Test test) {
  while (!window.points.empty() && test(back ? window.points.back() : window.points.front())) {
    if (back) {
      window.points.pop_back();
      window.offsets.pop_back();
    } else {
      window.points.erase(0, 1);
      window.offsets.erase(window.offsets.begin());
    }
  }
}

Window window_before(std::string_view text, std::size_t end) {
  constexpr std::size_t kMostBytes = 160;
  std::size_t begin = end > kMostBytes ? end - kMostBytes : 0;
  while (!on_border(text, begin))
    ++begin;
  const std::size_t newline = text.substr(begin, end - begin).rfind('\n');
  const bool whole = begin == 0 || newline != std::string_view::npos;
  if (newline != std::string_view::npos) begin += newline + 1;
  Window out = decode_window(text, begin, end);
  out.from_line_start = whole;
  trim_window(out, true, is_space);
  trim_window(out, false, is_space);
  return out;
}

/// ASCII and full-width brackets; what opens with one kind may close with the other.
constexpr std::u32string_view kOpeningBrackets = U"(（[［【〔{";
constexpr std::u32string_view kClosingBrackets = U")）]］】〕}";

/// The bracket that opens at `open` and whose inside begins at `begin`; none where it does not
/// close on its line within the length of a term.
std::optional<Bracket> read_bracket(std::string_view text, std::size_t open, std::size_t begin) {
  constexpr std::size_t kMostBytes = 100;
  std::size_t next = begin;
  std::size_t close = begin;
  char32_t point = 0;
  while (next < text.size() && next - begin < kMostBytes) {
    close = next;
    point = next_code_point(text, next);
    if (point == U'\n' || contains(kOpeningBrackets, point) || contains(kClosingBrackets, point))
      break;
  }
  if (point != U')' && point != U'）') return std::nullopt;
  Bracket out{window_before(text, open), decode_window(text, begin, close), false};
  const auto is_edge = [](char32_t edge) { return is_space(edge) || contains(U"《》", edge); };
  trim_window(out.inner, true, is_edge);
  trim_window(out.inner, false, is_edge);
  while (next < text.size() && text[next] == ' ')
    ++next;
  out.ends_line = next == text.size() || text[next] == '\n' || text[next] == '\r';
  return out;
}

/// The inside of the quotation marks or title marks that end right before the bracket.
Term quoted_term(std::u32string_view before) {
  constexpr std::array<std::u32string_view, 6> kMarks{U"《》", U"“”", U"「」",
                                                      U"『』", U"‘’", U"〈〉"};
  for (const std::u32string_view marks : kMarks) {
    if (before.empty() || before.back() != marks[1]) continue;
    const std::size_t open = before.find_last_of(marks, before.size() - 2);
    if (open == std::u32string_view::npos || before[open] != marks[0]) return std::nullopt;
    return TermRange{open + 1, before.size() - 1};
  }
  return std::nullopt;
}

/// Words that a noun phrase follows, and that are seldom inside one.
constexpr std::array<std::u32string_view, 24> kNamingWords{
    U"称为", U"称作", U"称之为", U"叫做",   U"叫作", U"名为", U"所谓", U"又称",
    U"简称", U"译为", U"译作",   U"定义为", U"根据", U"按照", U"关于", U"例如",
    U"包括", U"的",   U"稱為",   U"稱作",   U"所謂", U"又稱", U"根據", U"關於"};

/// Characters of pronouns, particles and conjunctions: a range with one of them is likely more than
/// a term, or less.
constexpr std::u32string_view kNotInTerm =
    U"的之了着是在将把被让给和与及或等这那该此他她它我你们就也都还又而且但每仅與將讓給這們還僅";

/// Where the term in a run of Han characters begins by the last naming word in it.
std::optional<std::size_t> begin_by_words(std::u32string_view run, bool starts_clause) {
  std::optional<std::size_t> found;
  for (const std::u32string_view word : kNamingWords) {
    const std::size_t at = run.rfind(word);
    if (at == std::u32string_view::npos || (found && at + word.size() <= *found)) continue;
    if (word == U"的" && at > 0 && run[at - 1] == U'目') continue;
    found = at + word.size();
  }
  if (!found && starts_clause && (run.front() == U'据' || run.front() == U'據')) found = 1;
  return found;
}

bool is_bare_term(std::u32string_view term) {
  return std::none_of(term.begin(), term.end(),
                      [](char32_t point) { return contains(kNotInTerm, point); });
}

bool is_one_of_words(std::u32string_view word, std::u32string_view list) {
  std::u32string padded = U" ";
  for (const char32_t point : word)
    padded += point >= U'A' && point <= U'Z' ? point + 32 : point;
  return list.find(padded + U" ") != std::u32string_view::npos;
}

/// Without articles, prepositions, conjunctions and pronouns: with them a line is the title of
/// something, and what stands in brackets behind a title is often a subtitle.
bool is_bare_phrase(std::u32string_view latin) {
  constexpr std::u32string_view kSmall =
      U" the a an of in at by from for to with and or as on i you he she it we they my your is "
      U"are ";
  for (std::size_t at = 0; at <= latin.size();) {
    const std::size_t end = std::min(latin.find(U' ', at), latin.size());
    if (is_one_of_words(latin.substr(at, end - at), kSmall)) return false;
    at = end + 1;
  }
  return true;
}

/// Endings that a place's Chinese name has and its Latin one often has not.
constexpr std::u32string_view kPlaceEndings = U"省市县區区镇鎮村乡鄉路街岛島山河江湖州縣";

/// The person before a name in pinyin of two words or more: its last characters.
Term pinyin_name(std::u32string_view run, std::size_t begin, std::u32string_view gloss) {
  const std::size_t syllables = pinyin_syllables(gloss);
  if (syllables < 2 || syllables > 4 || syllables > run.size() || !contains(gloss, U' ') ||
      !is_name_like(gloss) || contains(kPlaceEndings, run.back()))
    return std::nullopt;
  const TermRange range{begin + run.size() - syllables, begin + run.size()};
  const auto is_part = [](char32_t point) { return is_han(point) && !contains(kNotInTerm, point); };
  if (!all_points(run.substr(run.size() - syllables), is_part)) return std::nullopt;
  return range;
}

bool fits_gloss(std::u32string_view term, std::u32string_view gloss, bool marked) {
  const std::size_t han = count_han(term);
  if (han < 2) return false;
  if (is_acronym(gloss))
    return fits_acronym(han, gloss, marked ? TermBorder::kTight : TermBorder::kLoose);
  if (const std::size_t syllables = pinyin_syllables(gloss); syllables > 0 && is_name_like(gloss))
    return reads_as_pinyin(gloss, han);
  if (!fits_words(han, gloss)) return false;
  return (marked && !contains(term, U'·')) || !is_name_like(gloss) || fits_sound(term, gloss);
}

/// The Chinese term before a gloss in Latin letters.
Term han_term(const Bracket& bracket) {
  const std::u32string_view before = bracket.before.points;
  const std::u32string_view gloss = bracket.inner.points;
  if (const Term quoted = quoted_term(before)) {
    const auto term = before.substr(quoted->begin, quoted->end - quoted->begin);
    return all_points(term, is_han_term_part) && fits_gloss(term, gloss, true) ? quoted
                                                                               : std::nullopt;
  }
  std::size_t begin = before.size();
  while (begin > 0 && is_han_term_part(before[begin - 1]))
    --begin;
  const std::u32string_view run = before.substr(begin);
  if (run.size() < 2) return std::nullopt;
  const bool starts_line = begin == 0 && bracket.before.from_line_start;
  if (starts_line && bracket.ends_line) {
    const bool fits = is_bare_term(run) && is_bare_phrase(gloss) && fits_gloss(run, gloss, true);
    return fits ? Term(TermRange{begin, before.size()}) : std::nullopt;
  }
  const bool starts_clause =
      starts_line || (begin > 0 && contains(U"，。；！？：", before[begin - 1]));
  std::optional<std::size_t> first = begin_by_words(run, starts_clause);
  if (!first && begin > 0 && before[begin - 1] == U'、') first = 0;
  if (first) {
    const std::u32string_view term = run.substr(*first);
    if (is_bare_term(term) && fits_gloss(term, gloss, false))
      return TermRange{begin + *first, before.size()};
  }
  return pinyin_name(run, begin, gloss);
}

/// The words that end right before the bracket, last first.
std::vector<TermRange> last_words(std::u32string_view before) {
  constexpr std::size_t kMostWords = 9;
  std::vector<TermRange> out;
  std::size_t end = before.size();
  while (end > 0 && out.size() < kMostWords) {
    std::size_t begin = end;
    while (begin > 0 && is_word_part(before[begin - 1]))
      --begin;
    if (begin == end) break;
    out.push_back({begin, end});
    if (begin == 0 || before[begin - 1] != U' ') break;
    end = begin - 1;
  }
  return out;
}

/// The fewest last words that are as many syllables of pinyin as the gloss has characters.
Term pinyin_term(std::u32string_view before, const std::vector<TermRange>& words, std::size_t han) {
  constexpr std::size_t kMostWords = 4;
  for (std::size_t i = 0; i < std::min(words.size(), kMostWords); ++i) {
    const bool capital = is_name_like(before.substr(words[i].begin, 1));
    if (!capital && i > 0) return std::nullopt;
    if (reads_as_pinyin(before.substr(words[i].begin), han))
      return TermRange{words[i].begin, before.size()};
    if (!capital) return std::nullopt;
  }
  return std::nullopt;
}

/// A name of capitalised words, small words between them, behind an article or preposition.
Term capital_term(std::u32string_view before, const std::vector<TermRange>& words) {
  constexpr std::u32string_view kBorders =
      U" the a an of in at by from for to with and or as on called named ";
  constexpr std::u32string_view kInside = U" of the and for ";
  constexpr std::u32string_view kTitles =
      U" president premier chairman minister professor dr mr mrs ms general secretary sir ";
  std::size_t first = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = before.substr(words[i].begin, words[i].end - words[i].begin);
    const bool border = is_one_of_words(word, kBorders);
    if (is_name_like(word) && !border) {
      if (is_one_of_words(word, kTitles)) return std::nullopt;
      first = i;
      continue;
    }
    if (!border || first == words.size()) return std::nullopt;
    const bool goes_on =
        is_one_of_words(word, kInside) && !is_name_like(word) && i + 1 < words.size() &&
        is_name_like(before.substr(words[i + 1].begin, 1)) &&
        !is_one_of_words(before.substr(words[i + 1].begin, words[i + 1].end - words[i + 1].begin),
                         kBorders);
    if (!goes_on) return TermRange{words[first].begin, before.size()};
  }
  return std::nullopt;
}

/// What is said about the term rather than for it.
bool is_aside(std::u32string_view han) {
  constexpr std::u32string_view kFirst =
      U"即以下同注见見如例包含不原前后後现現已约約图圖来來责責对對于於由"
      U"在是为為也均或等指系另因且但仅僅及与與和又曾该該其此这這那我你他她";
  return contains(kFirst, han.front()) || han.find(U"简称") != std::u32string_view::npos ||
         contains(U"版型款级級年月日号號", han.back());
}

/// The term in Latin letters before a gloss in Chinese.
Term latin_term(const Bracket& bracket) {
  const std::u32string_view before = bracket.before.points;
  const std::u32string_view gloss = bracket.inner.points;
  const std::size_t han = count_han(gloss);
  const auto fits = [&](TermRange range) {
    const auto term = before.substr(range.begin, range.end - range.begin);
    return is_acronym(term) ? fits_acronym(han, term, TermBorder::kTight) : fits_words(han, term);
  };
  const auto is_phrase_part = [](char32_t point) { return is_word_part(point) || point == U' '; };
  if (const Term quoted = quoted_term(before)) {
    const auto term = before.substr(quoted->begin, quoted->end - quoted->begin);
    return all_points(term, is_phrase_part) && fits(*quoted) ? quoted : std::nullopt;
  }
  const std::vector<TermRange> words = last_words(before);
  if (words.empty()) return std::nullopt;
  if (const Term pinyin = pinyin_term(before, words, han)) return pinyin;
  if (is_aside(gloss)) return std::nullopt;
  if (words.back().begin == 0 && bracket.before.from_line_start && bracket.ends_line) {
    const TermRange line{0, before.size()};
    const bool bare = is_bare_phrase(before) && is_bare_term(gloss);
    return bare && fits(line) ? Term(line) : std::nullopt;
  }
  const bool acronym = is_acronym(before.substr(words[0].begin));
  // As many characters as letters are more often an aside.
  const bool longer = words[0].end - words[0].begin < han;
  if (acronym && words.size() == 1 && longer && fits(words[0])) return words[0];
  const Term capital = capital_term(before, words);
  return capital && fits(*capital) ? capital : std::nullopt;
}

bool is_latin_gloss(std::u32string_view inner) {
  const auto is_part = [](char32_t point) {
    return is_word_part(point) || point == U' ' || point == U'.' || point == U'&';
  };
  return all_points(inner, is_part) && is_latin(inner.front());
}

}  // namespace

std::vector<Gloss> find_glosses(std::string_view text) {
  constexpr std::string_view kWide = "（";
  std::vector<Gloss> out;
  std::size_t narrow = text.find('(');
  std::size_t wide = text.find(kWide);
  while (std::min(narrow, wide) != std::string_view::npos) {
    const std::size_t open = std::min(narrow, wide);
    const std::size_t next = open + (open == narrow ? 1 : kWide.size());
    (open == narrow ? narrow : wide) =
        open == narrow ? text.find('(', next) : text.find(kWide, next);
    const std::optional<Bracket> bracket = read_bracket(text, open, next);
    if (!bracket) continue;
    const std::u32string_view inner = bracket->inner.points;
    Term term;
    if (is_latin_gloss(inner)) term = han_term(*bracket);
    if (all_points(inner, is_han_term_part) && inner.size() >= 2) term = latin_term(*bracket);
    if (!term) continue;
    const std::vector<std::uint32_t>& offsets = bracket->before.offsets;
    out.push_back({offsets[term->begin], offsets[term->end], bracket->inner.offsets.front(),
                   bracket->inner.offsets.back()});
  }
  return out;
}

}  // namespace weft
