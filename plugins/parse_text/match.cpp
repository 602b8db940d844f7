// SPDX-License-Identifier: Apache-2.0
/// The key, the pattern matcher, and the pairs of traditional and simplified characters.

#include "match.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "characters.hpp"
#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

/// Traditional, simplified, traditional, ...: the characters of the tables in this folder that
/// differ. parse_text_test checks them against ICU.
constexpr std::u32string_view kHanPairs =
    U"佈布來来係系俬私個个們们備备僅仅內内兩两冊册別别剛刚創创劃划劉刘務务參参吳吴呂吕"
    U"員员問问啓启啟启喬乔單单嗶哔噹当嚮向嚴严國国圖图埰采執执報报場场壇坛娛娱孫孙實实"
    U"審审寫写專专尋寻對对導导屬属廣广廻回張张彆别後后復复悳德應应戶户掃扫採采換换搨拓"
    U"擊击據据攝摄敗败數数於于時时暫暂書书會会東东條条楊杨業业樂乐樑梁標标檔档欄栏權权"
    U"欵款歐欧歡欢歸归氣气湯汤溫温濟济瀏浏為为無无熱热爲为獨独獲获現现環环畢毕畫画當当"
    U"發发監监盧卢眞真眾众硏研碼码禮礼穫获範范簡简簽签籤签糾纠紀纪約约紅红紹绍結结絡络"
    U"經经綜综綫线維维網网線线編编總总繆缪繪绘繫系繼继續续罈坛羅罗習习聞闻聯联聲声聶聂"
    U"聽听臉脸與与興兴荳豆莊庄華华萬万葉叶蒐搜蓋盖蔣蒋蕭萧薦荐藍蓝藝艺蘆芦蘇苏處处號号"
    U"蟲虫衆众術术製制複复覈核視视覺觉覽览觀观訂订訊讯記记訪访許许註注評评詞词話话該该"
    U"誌志認认說说説说請请論论諸诸謝谢譚谭譯译讀读讚赞財财責责費费賀贺資资賈贾賴赖贊赞"
    U"趙赵蹤踪軍军載载輯辑輸输轉转迴回這这連连週周遊游過过遲迟選选郵邮鄒邹鄧邓鄭郑錄录"
    U"錢钱錯错録录錶表鍵键鍾钟鏈链鐘钟長长門门閉闭開开間间関关閱阅閲阅閻阎闆板關关陳陈"
    U"陸陆陽阳際际隱隐雜杂電电韋韦韓韩頁页頂顶項项須须領领頻频題题顏颜顔颜類类顧顾餘余"
    U"馬马馮冯駐驻駱骆體体髮发鬚须魯鲁鮑鲍麵面麼么麽么黃黄點点齊齐齣出龍龙龐庞龔龚";

bool is_word_part(char32_t point) {
  return (point >= '0' && point <= '9') || (is_letter(point) && !is_ideographic(point));
}

char32_t point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && !on_border(text, at))
    --at;
  return next_code_point(text, at);
}

char32_t point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

/// A word of the key is not cut at `at`, where a piece of a pattern begins or ends.
bool cuts_word(std::string_view key, std::size_t at) {
  return is_word_part(point_before(key, at)) && is_word_part(point_at(key, at));
}

/// The first place of `piece` in `key` at or behind `from` that cuts no word, or npos.
std::size_t find_piece(std::string_view key, std::string_view piece, std::size_t from) {
  for (std::size_t at = key.find(piece, from); at != std::string_view::npos;
       at = key.find(piece, at + 1)) {
    if (!cuts_word(key, at) && !cuts_word(key, at + piece.size())) return at;
  }
  return std::string_view::npos;
}

}  // namespace

namespace {

/// Sorted once, when first asked for.
const std::vector<std::pair<char32_t, char32_t>>& sorted_pairs() {
  static const std::vector<std::pair<char32_t, char32_t>> kSorted = [] {
    std::vector<std::pair<char32_t, char32_t>> pairs;
    for (std::size_t i = 0; i + 1 < kHanPairs.size(); i += 2)
      pairs.emplace_back(kHanPairs[i], kHanPairs[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  }();
  return kSorted;
}

}  // namespace

char32_t simplified(char32_t point) {
  if (point < 0x4E00 || point > 0x9FFF) return point;
  const auto& pairs = sorted_pairs();
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), std::pair{point, U'\0'});
  return found != pairs.end() && found->first == point ? found->second : point;
}

std::string match_key(std::string_view text) {
  const std::string folded = comparison_key(text);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();)
    append_code_point(out, simplified(next_code_point(folded, at)));
  return out;
}

bool fits(std::string_view key, std::string_view pattern) {
  std::size_t at = 0;
  bool loose = false;  // a "*" came before
  while (!pattern.empty()) {
    const std::size_t star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    pattern = last ? std::string_view{} : pattern.substr(star + 1);
    if (piece.empty()) {
      loose = true;
      continue;
    }
    std::size_t found = at;
    if (last && loose) {
      if (key.size() < at + piece.size() || !key.ends_with(piece)) return false;
      found = key.size() - piece.size();
      if (cuts_word(key, found)) return false;
    } else if (loose) {
      found = find_piece(key, piece, at);
      if (found == std::string_view::npos) return false;
    } else if (key.substr(at).substr(0, piece.size()) != piece) {
      return false;
    }
    at = found + piece.size();
    if (cuts_word(key, at)) return false;
    loose = !last;
  }
  return loose || at == key.size();
}

bool fits_any(std::string_view key, std::string_view patterns) {
  // Most patterns begin with a letter that the key does not begin with: those are passed over fast.
  while (!patterns.empty()) {
    const std::size_t bar = patterns.find(kPatternSeparator);
    const std::string_view pattern = patterns.substr(0, bar);
    const bool may_fit = !key.empty() && (pattern[0] == key[0] || pattern[0] == '*');
    if (may_fit && fits(key, pattern)) return true;
    if (bar == std::string_view::npos) break;
    patterns.remove_prefix(bar + kPatternSeparator.size());
  }
  return false;
}

WordSet::WordSet(std::string_view entries) {
  each_pattern(entries, [&](std::string_view word) { words_.insert(word); });
}

PatternSet::PatternSet(std::string_view patterns) {
  each_pattern(patterns, [&](std::string_view pattern) {
    slots_[static_cast<unsigned char>(pattern.front())].push_back(pattern);
  });
}

bool PatternSet::fit(std::string_view key) const {
  if (key.empty()) return false;
  const auto any = [&](unsigned char slot) {
    return std::any_of(slots_[slot].begin(), slots_[slot].end(),
                       [&](std::string_view pattern) { return fits(key, pattern); });
  };
  return any(static_cast<unsigned char>(key.front())) || any('*');
}

bool equals_any(std::string_view key, std::string_view entries) {
  if (key.empty() || key.find('|') != std::string_view::npos) return false;
  for (std::size_t at = entries.find(key); at != std::string_view::npos;
       at = entries.find(key, at + 1)) {
    const std::string_view before = entries.substr(0, at);
    const std::string_view after = entries.substr(at + key.size());
    const bool begins = before.empty() || before.ends_with(kPatternSeparator);
    if (begins && (after.empty() || after.starts_with(kPatternSeparator))) return true;
  }
  return false;
}

}  // namespace weft::plain
