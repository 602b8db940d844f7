// SPDX-License-Identifier: Apache-2.0
/// Taking bylines apart.

#include "names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "characters.hpp"
#include "match.hpp"
#include "scanner.hpp"
#include "shape.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::uint32_t kLongestName = 40;  // columns
// Written small inside a name, and part of it.
constexpr std::string_view kParticles =
    "de | da | do | dos | di | du | del | della | la | le | van | von | der | den | ter | ten | zu "
    "| "
    "bin | ibn | al | el | y | e | st";
// What follows a name and is none.
constexpr std::string_view kRoles =
    "staff writer* | staff reporter* | staff | correspondent* | reporter* | editor* | "
    "senior * | special to * | contributing * | columnist* | associated press | reuters | ap | afp "
    "| "
    "bloomberg | updated* | published* | * correspondent | * reporter | * editor | * writer | "
    "报道 | 报导 | 撰文 | 摄影 | 实习记者 | 综合报道 | 编译报道 | 综合整理";
// Capitalized words that no name is made of.
constexpr std::string_view kNoNames =
    "the | a | an | news | opinion | update | updated | exclusive | breaking | live | world | "
    "politics | business | report | analysis | video | photos | advertisement | share | of | how | "
    "why | what | when | is | are | to | on | with | your | our | new | from | no | not | read | "
    "more | about | by | this | at | faq | guide | review | chapter | part | introduction";
// The hundred most frequent Chinese family names, and two-character ones.
constexpr std::string_view kFamilyNames =
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田"
    "杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康"
    "贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦欧柯祝纪尚毕"
    "耿芦左季管连古缪简鲍单游阮柳项裴凌禾";
constexpr std::string_view kLongFamilyNames =
    "欧阳 | 司马 | 上官 | 诸葛 | 东方 | 皇甫 | 尉迟 | 公孙";

bool contains(std::string_view set, char32_t wanted) {
  for (std::size_t at = 0; at < set.size();) {
    if (next_code_point(set, at) == wanted) return true;
  }
  return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find_first_of(" \t", at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_particle(std::string_view word) {
  return fits_any(match_key(word), kParticles);
}

/// "Jo", "M.", "O'Brien", "McKay-Li": begins big and holds only letters and what names hold.
bool is_name_word(std::string_view word) {
  std::size_t at = 0;
  if (!is_upper(next_code_point(word, at))) return false;
  while (at < word.size()) {
    const char32_t point = next_code_point(word, at);
    const bool mark = point == '.' || point == '\'' || point == 0x2019 || point == '-';
    if (!mark && !is_letter(point)) return false;
  }
  if (word.size() == 1) return false;  // an initial has its full stop
  return !fits_any(match_key(word), kNoNames);
}

bool is_spaced_name(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() < 2 || words.size() > 5) return false;
  const auto big = std::count_if(words.begin(), words.end(), is_name_word);
  const bool all = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_name_word(word) || is_particle(word);
  });
  return all && big >= 2 && is_name_word(words.front());
}

bool is_han_name(std::string_view name) {
  const std::string key = match_key(name);
  const std::size_t points = count_code_points(key);
  bool dotted = false;
  std::size_t at = 0;
  const char32_t first = next_code_point(key, at);
  for (std::size_t i = 0; i < key.size();) {
    const char32_t point = next_code_point(key, i);
    dotted = dotted || point == 0xB7 || point == 0x2027 || point == 0x30FB;
    if (!is_ideographic(point) && point != 0xB7 && point != 0x2027 && point != '-') return false;
  }
  if (dotted) return points >= 3 && points <= 16;
  const bool known = contains(kFamilyNames, first);
  const bool known_long =
      points >= 3 && fits_any(std::string_view(key).substr(0, 6), kLongFamilyNames);
  return (known && points >= 2 && points <= 3) || (known_long && points <= 4);
}

std::string without_brackets(std::string_view value) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t here = at;
    const char32_t point = next_code_point(value, at);
    if (contains("(（[【<＜", point)) {
      ++depth;
      out += ' ';
    } else if (contains(")）]】>＞", point)) {
      depth = std::max(0, depth - 1);
    } else if (depth == 0) {
      out += value.substr(here, at - here);
    }
  }
  return out;
}

/// Splits at marks and at the words for "and".
std::vector<std::string> pieces_of(std::string_view value) {
  std::vector<std::string> out(1);
  Scanner scanner(value, 0);
  while (!scanner.done()) {
    const std::size_t from = scanner.at();
    const bool at_word = from == 0 || is_blank(scanner.before());
    const bool joined = at_word && (scanner.take_word("and") || scanner.take_word("und") ||
                                    scanner.take_word("et") || scanner.take_word("with"));
    if (joined || scanner.take_any(",，、;；/／&＆|｜•") != 0) {
      out.emplace_back();
      continue;
    }
    const std::size_t here = scanner.at();
    scanner.take(scanner.peek());
    out.back() += value.substr(here, scanner.at() - here);
  }
  return out;
}

/// "张三和李四" is two people, "陈和平" one.
std::vector<std::string_view> han_pairs(std::string_view piece) {
  if (!measure(piece).ideographic() || is_han_name(piece)) return {piece};
  for (const std::string_view word : {"和", "与", "與", "及"}) {
    const std::size_t at = piece.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view left = trim(piece.substr(0, at));
    const std::string_view right = trim(piece.substr(at + word.size()));
    if (count_code_points(left) >= 2 && count_code_points(right) >= 2) return {left, right};
  }
  return {piece};
}

/// "Jo Dorn in Berlin", "Jo Dorn for The Gazette", "王小明 北京报道": what comes behind the name.
std::string_view without_place(std::string_view piece) {
  for (const std::string_view word :
       {" in ", " for ", " at ", " of ", " 发自", " 發自", " - ", " – "}) {
    piece = piece.substr(0, piece.find(word));
  }
  const auto words = words_of(piece);
  if (words.size() == 2 && measure(piece).ideographic() &&
      fits_any(match_key(words[1]), "*报道 | *报导 | *电 | 摄 | 文 | 撰文 | 编译")) {
    return words[0];
  }
  return piece;
}

/// Several Chinese names may be separated by blanks alone.
std::vector<std::string_view> han_names(std::string_view piece) {
  const auto words = words_of(piece);
  const bool names = words.size() >= 2 && std::all_of(words.begin(), words.end(), is_han_name);
  return names ? words : std::vector<std::string_view>{piece};
}

}  // namespace

std::string in_title_case(std::string_view name) {
  const Shape shape = measure(name);
  if (shape.small > 0 || shape.capitals < 4) return std::string(name);
  std::string out;
  for (const std::string_view word : words_of(name)) {
    const bool initials = word.find('.') != std::string_view::npos && word.size() <= 4;
    const bool numeral = word.find_first_not_of("IVX") == std::string_view::npos && !out.empty();
    if (!out.empty()) out += ' ';
    if ((initials && word != "JR." && word != "SR.") || numeral) {
      out += word;
      continue;
    }
    const bool small = !out.empty() && is_particle(word);
    bool begin = !small;
    for (std::size_t at = 0; at < word.size();) {
      const char32_t point = next_code_point(word, at);
      append_code_point(
          out, begin ? point : static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))));
      const std::size_t done = at;
      const bool scots = done == 2 && word.starts_with("MC") && word.size() > 4;
      begin = !small && (point == '-' || point == '\'' || point == 0x2019 || scots);
    }
  }
  return out;
}

std::vector<std::string> split_names(std::string_view value) {
  std::vector<std::string> names;
  const auto take = [&](std::string_view name) {
    const Shape shape = measure(name);
    const bool size = shape.letters >= 2 && shape.width <= kLongestName;
    if (!size || fits_any(match_key(name), kRoles)) return;
    std::string written = in_title_case(name);
    if (std::find(names.begin(), names.end(), written) == names.end())
      names.push_back(std::move(written));
  };
  for (const std::string& piece : pieces_of(without_brackets(value))) {
    for (const std::string_view part : han_pairs(trim(without_place(trim(piece))))) {
      for (const std::string_view name : han_names(part))
        take(trim(name));
    }
  }
  return names;
}

bool is_person_name(std::string_view name) {
  return measure(name).ideographic() ? is_han_name(name) : is_spaced_name(name);
}

bool looks_like_names(std::string_view value) {
  const auto names = split_names(value);
  return !names.empty() && std::all_of(names.begin(), names.end(), is_person_name);
}

bool is_list_of_names(std::string_view line) {
  const auto pieces = pieces_of(line);
  return std::all_of(pieces.begin(), pieces.end(), [](const std::string& piece) {
    const auto names = han_names(trim(piece));
    return std::all_of(names.begin(), names.end(), is_person_name);
  });
}

bool is_capital_byline(std::string_view line) {
  const Shape shape = measure(line);
  return shape.small == 0 && shape.digits == 0 && shape.ideographs == 0 && shape.capitals >= 5 &&
         shape.width <= 160 && shape.open() && is_list_of_names(line);
}

std::vector<std::string> reporter_names(std::string_view line) {
  const Shape shape = measure(line);
  if (shape.width > 60 || shape.ideographs < 4 || shape.stops > 0) return {};
  constexpr std::string_view kBrackets = "(（【[〔)）】]〕";
  while (!line.empty()) {
    Scanner scanner(line, 0);
    if (scanner.take_any(kBrackets) == 0) break;
    line = trim(scanner.rest());
  }
  std::size_t word = std::string_view::npos;
  for (const std::string_view reporter : {"记者", "記者", "通讯员", "通訊員"}) {
    const std::size_t at = line.find(reporter);
    if (at != std::string_view::npos && at <= 24 && word == std::string_view::npos)
      word = at + reporter.size();
  }
  if (word == std::string_view::npos) return {};
  std::string_view rest = trim(line.substr(word));
  for (const std::string_view end :
       {"/", "／", "报道", "報導", "報道", "报导", "发自", "發自", ")", "）", "】", "摄", "攝"}) {
    rest = rest.substr(0, rest.find(end));
  }
  auto names = split_names(rest);
  // "王小明 北京" before "报道": the place is no name.
  if (names.size() == 1) {
    const auto words = words_of(names[0]);
    if (words.size() == 2 && is_han_name(words[0])) names[0] = words[0];
  }
  const bool all = std::all_of(names.begin(), names.end(),
                               [](const std::string& name) { return is_han_name(name); });
  return all ? names : std::vector<std::string>{};
}

}  // namespace weft::plain
