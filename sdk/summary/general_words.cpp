// SPDX-License-Identifier: Apache-2.0
/// Small lists of ours: English words by stem, Chinese words of two characters.
#include "weft/summary/general_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "weft/summary/word_lists.hpp"
#include "weft/summary/word_stems.hpp"

namespace weft {
namespace {

constexpr std::string_view kEnglish =
    "able according achieve across act add ago allow almost along already although "
    "always among amount announce another appear approach april area around ask "
    "august available away back bad based become begin believe best better big "
    "billion bring build call came case cause certain change clear come common "
    "compare consider contain continue cut day december decide describe despite "
    "develop different discuss done due early easy effect eight either end enough "
    "even ever every example expect fact far february feel find first five follow "
    "former found four friday full gave general get give given go going gone good got "
    "great group grow half hand happen hard help high hold hour however hundred "
    "important improve include increase indeed instead issue january july june keep "
    "kind knew know large last late later lead least leave left less let level likely "
    "little long look lot low made main make many march matter maybe mean measure "
    "meet method million minute monday month move mr mrs ms much near need never new "
    "next nine nothing november number october offer often old open order others part "
    "pay people per percent perhaps place plan point possible present problem provide "
    "put quite rather reach real really reason recent remain report result right run "
    "saturday saw second see seem seen sell send september set seven several show "
    "side similar since six small something soon sort speak spend stand start state "
    "stay still stop study sunday sure take taken talk tell ten thing think third "
    "thought thousand three thursday time today together told tomorrow took toward "
    "tried try tuesday turn two type use using various via want way wednesday week "
    "well went whether whole within without work year yesterday yet ";
constexpr std::u32string_view kChinese =
    U"自己 本身 彼此 任何 一切 某些 其他 其它 大约 至少 至多 甚至 尤其 似乎 几乎 正在 "
    U"曾经 曾經 一直 一定 一样 一樣 百分 分之 千分 万分 萬分 "
    U"研究 分析 方法 结果 表明 进行 提出 采用 利用 基于 通过 针对 本文 具有 影响 "
    U"以及 探讨 介绍 认为 建立 存在 问题 作用 应用 目的 结论 显示 发现 主要 重要 "
    U"有效 提高 降低 增加 减少 不同 相关 一种 一个 以下 其中 之间 比较 明显 显著 "
    U"给出 得到 获得 进一 一步 同时 可以 能够 由于 因此 根据 按照 结合 观察 讨论 "
    U"阐述 总结 综述 论述 考察 情况 条件 过程 方面 特点 水平 效果 意义 基础 内容 "
    U"提供 方式 产生 形成 引起 导致 发生 特征 关系 因素 现状 发展 措施 对策 目前 "
    U"近年 之一 今天 今年 去年 我们 他们 你们 大家 这个 那个 什么 怎么 没有 已经 "
    U"开始 继续 成为 包括 表示 指出 说明 证明 需要 应该 必须 希望 进入 完成 实施 "
    U"加强 推动 促进 解决 处理 选择 使用 作为 属于 位于 来自 达到 超过 左右 以上 "
    U"以前 以后 之后 之前 期间 时候 展开 分别 共同 仍然 非常 十分 一些 许多 很多 "
    U"部分 全部 各种 多种 几种 两种 三种 此外 另外 总体 整体 时間 時候 結果 問題 "
    U"情況 條件 過程 應用 對於 進行 發現 認為 開始 繼續 成為 這個 那個 沒有 已經 "
    U"我們 他們 發展 關係 影響 ";
std::uint64_t pair_of(char32_t first, char32_t second) {
  return (std::uint64_t{first} << 32U) | second;
}

const std::vector<std::uint64_t>& english_stems() {
  static const std::vector<std::uint64_t> stems = [] {
    WordStems stemmer("en");
    std::vector<std::uint64_t> made;
    for (std::size_t at = 0; at < kEnglish.size();) {
      const std::size_t end = kEnglish.find(' ', at);
      made.push_back(stemmer.look_up(kEnglish.substr(at, end - at)).stem);
      at = end + 1;
    }
    std::sort(made.begin(), made.end());
    return made;
  }();
  return stems;
}

const std::vector<std::uint64_t>& chinese_pairs() {
  static const std::vector<std::uint64_t> pairs = [] {
    std::vector<std::uint64_t> made;
    for (std::size_t i = 0; i + 1 < kChinese.size(); i += 3)
      made.push_back(pair_of(kChinese[i], kChinese[i + 1]));
    std::sort(made.begin(), made.end());
    return made;
  }();
  return pairs;
}

}  // namespace

bool is_general_word(std::uint64_t stem) {
  return std::binary_search(english_stems().begin(), english_stems().end(), stem);
}

bool is_general_pair(char32_t first, char32_t second) {
  if (first == 0 || second == 0) return false;
  if (is_numeral_character(first) && is_numeral_character(second)) return true;
  const auto& pairs = chinese_pairs();
  return std::binary_search(pairs.begin(), pairs.end(), pair_of(first, second));
}

}  // namespace weft
