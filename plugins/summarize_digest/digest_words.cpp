// SPDX-License-Identifier: Apache-2.0
/// English and the two forms of Chinese.
#include "digest_words.hpp"

namespace weft {
namespace {

constexpr DigestWords kEnglish{.tag = "en",
                               .documents = "Documents",
                               .voices = "Who says what",
                               .figures = "Figures side by side",
                               .dates = "Dates",
                               .what = "What",
                               .figure = "Figure",
                               .verdict = "Values",
                               .source = "Source",
                               .sentence = "Where it stands",
                               .agree = "agree",
                               .differ = "differ",
                               .copy = "nearly the same as",
                               .also = "also in",
                               .opening = " (",
                               .closing = ")"};
constexpr DigestWords kSimplified{.tag = "zh-Hans",
                                  .documents = "文件",
                                  .voices = "各方说法",
                                  .figures = "数字对照",
                                  .dates = "日期",
                                  .what = "所指",
                                  .figure = "数字",
                                  .verdict = "异同",
                                  .source = "来源",
                                  .sentence = "原句",
                                  .agree = "一致",
                                  .differ = "不一",
                                  .copy = "几乎同于",
                                  .also = "另见",
                                  .opening = "（",
                                  .closing = "）"};
constexpr DigestWords kTraditional{.tag = "zh-Hant",
                                   .documents = "文件",
                                   .voices = "各方說法",
                                   .figures = "數字對照",
                                   .dates = "日期",
                                   .what = "所指",
                                   .figure = "數字",
                                   .verdict = "異同",
                                   .source = "來源",
                                   .sentence = "原句",
                                   .agree = "一致",
                                   .differ = "不一",
                                   .copy = "幾乎同於",
                                   .also = "另見",
                                   .opening = "（",
                                   .closing = "）"};

}  // namespace

const DigestWords& digest_words(std::string_view tag) {
  if (tag.starts_with("zh-Hant")) return kTraditional;
  return tag.starts_with("zh") ? kSimplified : kEnglish;
}

}  // namespace weft
