// SPDX-License-Identifier: Apache-2.0
/// Attribution clauses in Chinese and English, by their verb of saying.

#include "attribution.hpp"

#include <algorithm>
#include <array>

#include "abbreviation.hpp"
#include "characters.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestClause = 40;  // characters

// Verbs of saying that close an attribution, in both Han forms.
constexpr std::array kChineseVerbs = {
    "说"sv,   "說"sv,   "道"sv,   "问"sv,   "問"sv,   "答"sv,   "喊"sv,   "叫"sv,     "嚷"sv,
    "称"sv,   "稱"sv,   "曰"sv,   "骂"sv,   "罵"sv,   "吼"sv,   "表示"sv, "写道"sv,   "寫道"sv,
    "回答"sv, "指出"sv, "补充"sv, "補充"sv, "解释"sv, "解釋"sv, "强调"sv, "強調"sv,   "认为"sv,
    "認為"sv, "宣布"sv, "宣佈"sv, "承认"sv, "承認"sv, "坦言"sv, "直言"sv, "感叹"sv,   "感嘆"sv,
    "反问"sv, "反問"sv, "追问"sv, "追問"sv, "嘟囔"sv, "自语"sv, "自語"sv, "告诉我"sv, "告訴我"sv};
constexpr std::array kChinesePronouns = {
    "他们"sv, "他們"sv, "她们"sv, "她們"sv, "我们"sv, "我們"sv, "他"sv,   "她"sv,   "它"sv,
    "我"sv,   "你"sv,   "您"sv,   "咱"sv,   "对方"sv, "對方"sv, "前者"sv, "后者"sv, "後者"sv};
// Words that only look as if they closed with such a verb.
constexpr std::array kNouns = {"小说"sv, "小說"sv, "传说"sv, "傳說"sv, "名称"sv, "名稱"sv,
                               "知道"sv, "味道"sv, "街道"sv, "轨道"sv, "軌道"sv, "渠道"sv,
                               "通道"sv, "频道"sv, "頻道"sv, "访问"sv, "訪問"sv, "疑问"sv,
                               "疑問"sv, "学问"sv, "學問"sv, "顾问"sv, "顧問"sv, "职称"sv,
                               "職稱"sv, "对称"sv, "對稱"sv, "人道"sv, "铁道"sv, "鐵道"sv};
constexpr std::array kParticles = {"了"sv, "着"sv, "著"sv, "过"sv, "過"sv, "起来"sv, "起來"sv};
constexpr std::array kEnglishVerbs = {
    "added"sv,    "admitted"sv,  "agreed"sv,    "announced"sv, "answered"sv,  "asked"sv,
    "asks"sv,     "begged"sv,    "called"sv,    "continued"sv, "cried"sv,     "declared"sv,
    "demanded"sv, "exclaimed"sv, "explained"sv, "insisted"sv,  "inquired"sv,  "joked"sv,
    "muttered"sv, "noted"sv,     "observed"sv,  "recalled"sv,  "remarked"sv,  "repeated"sv,
    "replied"sv,  "said"sv,      "says"sv,      "screamed"sv,  "shouted"sv,   "snapped"sv,
    "thought"sv,  "told"sv,      "urged"sv,     "warned"sv,    "whispered"sv, "wondered"sv,
    "wrote"sv,    "yelled"sv};

template <class List>
bool ends_with_any(std::string_view text, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](auto word) { return text.ends_with(word); });
}

template <class List>
std::string_view drop_prefix(std::string_view text, const List& list) {
  for (const std::string_view word : list) {
    if (text.starts_with(word)) return text.substr(word.size());
  }
  return {};
}

struct Clause {
  std::string_view text;
  char32_t stop = 0;  ///< what ended it; 0 at the end of the block
};

/// The characters up to the next mark, pause, quote or line end; empty when it is too long.
Clause read_clause(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  for (std::size_t count = 0; end < text.size(); ++count, end = after_one(text, end)) {
    const char32_t point = code_point_at(text, end);
    const bool stops = mark_of(point) != Mark::kNone || is_pause(point) || is_line_end(point) ||
                       (is_opening_quote(point) && point != '\'');
    if (stops) return {text.substr(offset, end - offset), point};
    if (count == kLongestClause) return {};
  }
  return {text.substr(offset), 0};
}

std::string_view without_space_behind(std::string_view text) {
  while (!text.empty() && is_space(code_point_before(text, text.size())))
    text = text.substr(0, before_one(text, text.size()));
  return text;
}

bool is_chinese_attribution(std::string_view clause) {
  for (const std::string_view particle : kParticles) {
    if (!clause.ends_with(particle)) continue;
    clause.remove_suffix(particle.size());
    break;
  }
  if (ends_with_any(clause, kNouns)) return false;
  if (ends_with_any(clause, kChineseVerbs)) return true;
  const std::string_view behind_pronoun = drop_prefix(clause, kChinesePronouns);
  return !drop_prefix(behind_pronoun, kChineseVerbs).empty();
}

/// A verb of saying among the first four words. "He asked" with a capital begins a new sentence.
bool is_english_attribution(std::string_view clause) {
  for (int word_count = 0; word_count < 4 && !clause.empty(); ++word_count) {
    const std::size_t end = std::min(clause.find(' '), clause.size());
    const std::string_view word = clause.substr(0, end);
    if (word_count == 0 && word != "I" && begins_sentences(word)) return false;
    if (std::binary_search(kEnglishVerbs.begin(), kEnglishVerbs.end(), word)) return true;
    clause.remove_prefix(std::min(end + 1, clause.size()));
  }
  return false;
}

}  // namespace

bool is_attribution(std::string_view text, std::size_t offset) {
  const Clause clause = read_clause(text, offset);
  const std::string_view words = without_space_behind(clause.text);
  if (words.empty() || clause.stop == ':' || clause.stop == U'：') return false;
  if (is_cjk(code_point_before(words, words.size()))) return is_chinese_attribution(words);
  return script_of(code_point_at(words, 0)) == Script::kLatin && is_english_attribution(words);
}

bool is_introduced(std::string_view text, std::size_t begin, std::size_t offset) {
  while (offset > begin && is_space(code_point_before(text, offset)))
    offset = before_one(text, offset);
  const char32_t point = offset > begin ? code_point_before(text, offset) : char32_t{0};
  return point == ':' || point == U'：';
}

}  // namespace weft
