// SPDX-License-Identifier: Apache-2.0
/// The tables of labels, and reading one.

#include "labels.hpp"

#include <vector>

#include "characters.hpp"
#include "match.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

struct Labels {
  Role role;
  std::string_view words;
};

// clang-format off

// Followed by a colon; the Chinese ones also by "/" or "|". Longer ones before their beginnings.
constexpr Labels kLabels[] = {
    {Role::kAuthor,
     "文章作者 | 原文作者 | 本文作者 | 原作者 | 作者 | 撰文 | 撰稿人 | 撰稿 | 采写 | 采访 | 文字 | "
     "本报记者 | 特约记者 | 记者 | 特约撰稿 | 通讯员 | 口述 | 整理 | 文 | "
     "author | authors | written by | words by | words | text by | text | story by | report by | "
     "reporting by | by | byline | autor | autorin | auteur | auteurs | autore | автор | авторы | "
     "著者 | 執筆 | 글 | 기자"},
    {Role::kStaff,
     "责任编辑 | 特约编辑 | 执行编辑 | 责编 | 编辑 | 主编 | 审核 | 审校 | 校对 | 校译 | 监制 | 排版 | 美编 | "
     "制图 | 摄影 | 图片 | 图 | 插画 | 供图 | 制作 | 策划 | 出品 | 新媒体编辑 | "
     "editor | editors | edited by | editing by | photographs by | photos by | photography | "
     "illustration | illustrations by | illustrated by | additional reporting by | proofreading | "
     "redaktion | redacción"},
    {Role::kSource,
     "文章来源 | 信息来源 | 消息来源 | 新闻来源 | 原文来源 | 来源 | 稿源 | 出处 | 转自 | 转载自 | 原载 | 原刊 | "
     "首发 | 原文刊载 | 媒体 | 供稿 | source | original source | via | originally published in | "
     "originally published by | first published in | publication | quelle | fuente | fonte | bron | "
     "источник | 出典 | 출처"},
    {Role::kTranslator,
     "译者 | 翻译 | 编译 | 译介 | 译文 | 译 | 中文翻译 | translator | translators | translated by | "
     "translation by | translation | übersetzung | übersetzt von | traduction | traducción | "
     "traductor | перевод | переводчик | 翻訳 | 訳者 | 訳 | 번역"},
    {Role::kPublished,
     "出版时间 | 出版日期 | 出版 | 发布时间 | 发布日期 | 发布于 | 发布 | 发表时间 | 发表日期 | 发表于 | 发表 | "
     "刊登日期 | 刊发日期 | 刊登 | 时间 | 日期 | 撰写日期 | published | published on | published at | "
     "publication date | date published | publish date | release date | date | posted | posted on | "
     "first published | released | issued | veröffentlicht | veröffentlicht am | datum | publié le | "
     "fecha | publicado | дата | опубликовано | 公開日 | 投稿日 | 掲載日 | 입력"},
    {Role::kModified,
     "更新时间 | 更新日期 | 最后更新 | 最近更新 | 更新于 | 更新 | 修改时间 | 最后修改 | updated | updated on | "
     "last updated | last updated on | last modified | modified | date modified | aktualisiert | "
     "mis à jour le | mis à jour | actualizado | обновлено | 更新日 | 수정"},
    {Role::kTitle,
     "文章标题 | 原标题 | 标题 | 题目 | 主题 | title | headline | subject | betreff | objet | asunto | тема"},
    {Role::kOriginalUrl,
     "原文链接 | 原文网址 | 原文地址 | 原文 | 英文原文 | 英文版 | original url | original link | original article | "
     "original | read the original"},
    {Role::kUrl, "本文链接 | 本文网址 | 文章链接 | 本文地址 | 链接 | 网址 | url | link | permalink | adresse"},
    {Role::kSender, "发件人 | 寄件人 | from | von | de"},
    {Role::kMail, "收件人 | 抄送 | 密送 | 附件 | to | cc | bcc | reply-to | attachments | an"},
    {Role::kCounter,
     "阅读量 | 阅读数 | 阅读 | 浏览量 | 浏览次数 | 浏览 | 点击量 | 点击数 | 点击 | 评论数 | 评论 | 栏目 | 频道 | 分类 | "
     "所属分类 | 字数 | 字号 | 人气 | views | reads | comments | category | categories | section | topic | "
     "topics | word count"},
};

// Without a colon, before a fitting value.
constexpr Labels kBareLabels[] = {
    {Role::kAuthor,
     "by | written by | words by | text by | story by | reported by | posted by | von | por | par | "
     "作者 | 撰文 | 文"},
    {Role::kStaff, "edited by | photographs by | photos by | photography by | illustrations by | illustrated by"},
    {Role::kSource,
     "this article was originally published in | this article was originally published by | "
     "this article was originally published on | this article was first published in | "
     "this article was first published by | this article first appeared in | "
     "this article originally appeared in | this story was originally published by | "
     "this story originally appeared in | this story first appeared in | originally published in | "
     "originally published by | originally published on | originally published at | first published in | "
     "originally appeared in | republished from | reprinted from | 本文原载于 | 本文原载 | 本文首发于 | "
     "本文最初发表于 | 本文转自 | 本文转载自 | 文章来源于 | 原载于 | 原载 | 首发于 | 转载自 | 转自 | 摘自"},
    {Role::kTranslator, "translated from the * by | translated by | translation by | übersetzt von"},
    {Role::kPublished,
     "first published on | published on | published at | published | posted on | posted at | posted | "
     "released on | 发布于 | 发表于 | 刊登于 | 发布时间"},
    {Role::kModified, "last updated on | last updated at | last updated | updated on | updated at | updated | last modified on | "
                      "last modified | 更新于 | 最后更新于 | 更新时间"},
};

// clang-format on

/// A word of a table in its compiled order, longest first within one start.
struct Word {
  Role role;
  std::string_view text;
  bool ideographic;
};

std::vector<Word> compile(const Labels* first, const Labels* last) {
  std::vector<Word> words;
  for (; first != last; ++first) {
    each_pattern(first->words, [&](std::string_view text) {
      std::size_t at = 0;
      words.push_back({first->role, text, is_ideographic(next_code_point(text, at))});
    });
  }
  return words;
}

/// A word, with blanks between its ideographs if there are some ("作　者").
bool take_spelled(Scanner& scanner, const Word& word) {
  if (!word.ideographic) return scanner.take_word(word.text);
  const std::size_t from = scanner.at();
  for (std::size_t at = 0; at < word.text.size();) {
    const char32_t wanted = next_code_point(word.text, at);
    if (simplified(scanner.peek()) != wanted) {
      scanner.move_to(from);
      return false;
    }
    scanner.take(scanner.peek());
    if (at < word.text.size()) scanner.skip_blanks();
  }
  return true;
}

/// The longest word of the table here.
const Word* take_longest(Scanner& scanner, const std::vector<Word>& words) {
  const std::size_t from = scanner.at();
  const Word* best = nullptr;
  std::size_t best_end = from;
  for (const Word& word : words) {
    scanner.move_to(from);
    if (take_spelled(scanner, word) && scanner.at() > best_end) {
      best = &word;
      best_end = scanner.at();
    }
  }
  scanner.move_to(best_end);
  return best;
}

const std::vector<Word>& labels() {
  static const std::vector<Word> kWords = compile(std::begin(kLabels), std::end(kLabels));
  return kWords;
}

const std::vector<Word>& bare_labels() {
  static const std::vector<Word> kWords = compile(std::begin(kBareLabels), std::end(kBareLabels));
  return kWords;
}

/// "撰文/摄影:", "文、图:": a second label that shares the value.
void skip_second_label(Scanner& scanner) {
  const std::size_t from = scanner.at();
  scanner.skip_blanks();
  if (scanner.take_any("/／、&＆·和") != 0) {
    scanner.skip_blanks();
    if (take_longest(scanner, labels()) != nullptr) {
      const std::size_t behind = scanner.at();
      scanner.skip_blanks();
      const bool labelled = scanner.take_any(":：|｜丨") != 0;
      scanner.move_to(behind);
      if (labelled) return;
    }
  }
  scanner.move_to(from);
}

bool take_delimiter(Scanner& scanner, const Word& word, bool inside) {
  skip_second_label(scanner);
  scanner.skip_blanks();
  scanner.take_any("】]〕");
  if (scanner.take_any(":：") != 0) return true;
  if (inside) return false;
  if (scanner.before() == U'】' || scanner.before() == U'〕') return true;
  return word.ideographic && scanner.take_any("|｜丨/／") != 0;
}

}  // namespace

std::optional<FoundLabel> take_label(Scanner& scanner, bool inside) {
  const std::size_t from = scanner.at();
  scanner.take_any("【[〔");
  if (const Word* word = take_longest(scanner, labels())) {
    const bool short_word = count_code_points(word->text) < 2;
    if (!(inside && short_word) && take_delimiter(scanner, *word, inside)) {
      scanner.skip_blanks();
      return FoundLabel{word->role, from, scanner.at(), false};
    }
  }
  scanner.move_to(from);
  if (inside) return std::nullopt;
  const Word* word = take_longest(scanner, bare_labels());
  const bool blank = word != nullptr && scanner.skip_blanks();
  if (word != nullptr && (blank || word->ideographic))
    return FoundLabel{word->role, from, scanner.at(), true};
  scanner.move_to(from);
  return std::nullopt;
}

}  // namespace weft::plain
