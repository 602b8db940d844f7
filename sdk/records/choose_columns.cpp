// SPDX-License-Identifier: Apache-2.0
/// Choosing columns by what tables commonly call them, or by the length of what is in them.
#include <weft/vocabulary.h>
#include <weft/error.hpp>
#include <weft/text/language.hpp>
#include <weft/text/script.hpp>

#include <algorithm>
#include <array>
#include <span>

#include "weft/records/columns.hpp"

namespace weft {
namespace {

using Names = std::span<const std::string_view>;

// Folded, the surest first.
constexpr std::string_view kText[] = {
    "text",     "body",    "content",  "contents", "fulltext", "articlebody", "bodytext",
    "maintext", "article", "story",    "passage",  "document", "paragraphs",  "paragraph",
    "sentence", "post",    "message",  "comment",  "review",   "transcript",  "description",
    "abstract", "summary", "正文",     "正文内容", "内容",     "內容",        "文本",
    "全文",     "文章",    "文章内容", "本文",     "段落",     "句子",        "評論",
    "评论",     "描述",    "摘要"};
constexpr std::string_view kTitle[] = {"title", "headline", "heading", "subject", "标题",    "標題",
                                       "题目",  "題目",     "主题",    "主題",    "タイトル"};
constexpr std::string_view kId[] = {"id",        "uuid", "guid", "key",  "docid",
                                    "articleid", "编号", "編號", "序号", "序號"};
constexpr std::string_view kAuthor[] = {"author",  "authors", "by",   "byline", "writer",
                                        "creator", "作者",    "記者", "记者",   "撰文"};
constexpr std::string_view kDate[] = {
    "datepublished",   "publisheddate", "publishedat", "published", "pubdate",
    "publicationdate", "publishtime",   "date",        "日期",      "发布日期",
    "發布日期",        "发布时间",      "發布時間",    "发表时间"};
constexpr std::string_view kUrl[] = {"url",  "link", "permalink", "canonicalurl", "sourceurl",
                                     "链接", "連結", "网址",      "網址"};
constexpr std::string_view kLanguage[] = {"language", "lang", "locale", "语言", "語言"};
constexpr std::string_view kPublisher[] = {"publisher", "publication", "出版社", "媒体", "媒體"};

// Of a bilingual table that keeps its languages to itself.
constexpr std::string_view kSides[] = {"source",     "target",     "src",  "tgt",  "sourcetext",
                                       "targettext", "translated", "原文", "译文", "譯文"};

struct MetadataNames {
  const char* key;
  Names names;
};
const MetadataNames kMetadata[] = {{WEFT_KEY_AUTHOR, kAuthor},
                                   {WEFT_KEY_DATE_PUBLISHED, kDate},
                                   {WEFT_KEY_URL, kUrl},
                                   {WEFT_KEY_LANGUAGE, kLanguage},
                                   {WEFT_KEY_PUBLISHER, kPublisher}};

struct LanguageNames {
  std::string_view tag;
  std::array<std::string_view, 8> names;
};
// Folded; a tag with a region ("en-GB") is known by its language.
constexpr LanguageNames kLanguages[] = {
    {"en", {"en", "eng", "english", "英文", "英语", "英語"}},
    {"zh", {"zh", "zho", "chi", "chinese", "中文", "汉语", "漢語"}},
    {"zh-Hans",
     {"zhcn", "zhsg", "zhhans", "zhhanscn", "简体中文", "simplifiedchinese", "chinesesimplified"}},
    {"zh-Hant",
     {"zhtw", "zhhk", "zhhant", "zhhanttw", "繁體中文", "繁体中文", "traditionalchinese",
      "chinesetraditional"}},
    {"ja", {"ja", "jpn", "japanese", "日语", "日文", "日本語"}},
    {"ko", {"ko", "kor", "korean", "韩语", "韩文", "한국어"}},
    {"fr", {"fr", "fra", "fre", "french", "法语", "法文", "français"}},
    {"de", {"de", "deu", "ger", "german", "德语", "德文", "deutsch"}},
    {"es", {"es", "spa", "spanish", "西班牙语", "español"}},
    {"ru", {"ru", "rus", "russian", "俄语", "俄文", "русский"}},
    {"pt", {"pt", "por", "portuguese", "葡萄牙语"}},
    {"it", {"it", "ita", "italian", "意大利语"}},
    {"nl", {"nl", "nld", "dutch", "荷兰语"}},
    {"pl", {"pl", "pol", "polish", "波兰语"}},
    {"sv", {"sv", "swe", "swedish", "瑞典语"}},
    {"cs", {"cs", "ces", "czech", "捷克语"}},
    {"uk", {"uk", "ukr", "ukrainian", "乌克兰语"}},
    {"tr", {"tr", "tur", "turkish", "土耳其语"}},
    {"ar", {"ar", "ara", "arabic", "阿拉伯语"}},
    {"fa", {"fa", "fas", "persian", "波斯语"}},
    {"he", {"he", "heb", "hebrew", "希伯来语"}},
    {"hi", {"hi", "hin", "hindi", "印地语"}},
    {"th", {"th", "tha", "thai", "泰语"}},
    {"vi", {"vi", "vie", "vietnamese", "越南语"}},
};

/// The last part of a path: "article.body" is called body.
std::string_view last_part(std::string_view name) {
  const std::size_t cut = name.find_last_of("./");
  return cut == std::string_view::npos ? name : name.substr(cut + 1);
}

std::string called(std::string_view name) {
  return folded_name(last_part(name));
}

bool is_among(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view language_named(std::string_view folded) {
  for (const LanguageNames& known : kLanguages) {
    if (!folded.empty() && is_among(known.names, folded)) return known.tag;
  }
  return {};
}

/// The tag of a column that is called after a language, "en" or "English", or after a language in a
/// region, "pt-BR" or "pt_BR"; empty for all others.
std::string language_called(std::string_view name) {
  name = last_part(name);
  const std::string_view named = language_named(folded_name(name));
  if (!named.empty()) return std::string(named);
  std::string tag = canonical_tag(name);
  const std::size_t cut = tag.find('-');
  const bool regional = cut == 2 && (tag.size() == 5 || tag.size() == 6);
  if (!regional || language_named(tag.substr(0, cut)).empty()) return {};
  const bool letters = tag.size() == 5 && tag.find_first_of("0123456789") == std::string::npos;
  const bool digits = tag.find_first_not_of("0123456789", cut + 1) == std::string::npos;
  return letters || (digits && tag.size() == 6) ? tag : std::string();
}

class Chooser {
 public:
  Chooser(ColumnMapping& mapping, const std::vector<ColumnSample>& samples)
      : mapping_(mapping), samples_(samples) {
    for (const ColumnSample& sample : samples)
      called_.push_back(called(sample.name));
  }

  void choose() {
    const bool open = mapping_.is_open();
    if (open) choose_text();
    const bool titled = mapping_.has(ColumnRole::kTitle) || mapping_.has(ColumnRole::kView);
    if (open && !titled) choose_one(ColumnRole::kTitle, kTitle, {}, true);
    if (!mapping_.has(ColumnRole::kMetadata) && !mapping_.has(ColumnRole::kView)) {
      for (const MetadataNames& known : kMetadata)
        choose_one(ColumnRole::kMetadata, known.names, known.key, false);
    }
    if (!mapping_.has(ColumnRole::kId)) choose_one(ColumnRole::kId, kId, {}, false);
  }

 private:
  void choose_text() {
    if (choose_languages() || choose_one(ColumnRole::kText, kText, {}, false)) return;
    const ColumnSample* longest = nullptr;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const ColumnSample& sample = samples_[i];
      // Addresses are long and have letters, and are no text.
      if (sample.words == 0 || is_taken(i) || is_among(kUrl, called_[i])) continue;
      if (longest == nullptr || sample.bytes > longest->bytes) longest = &sample;
    }
    if (longest == nullptr)
      throw Error(WEFT_E_INPUT, "no column holds text; name the columns to read with text=\"...\"");
    mapping_.columns.push_back({ColumnRole::kText, longest->name, {}, true});
  }

  bool choose_languages() {
    std::vector<Column> found;
    for (const ColumnSample& sample : samples_) {
      const std::string tag = language_called(sample.name);
      const bool again = std::any_of(found.begin(), found.end(),
                                     [&](const Column& column) { return column.key == tag; });
      // A column named "de" that holds no words is no German.
      if (tag.empty() || again || sample.words * 2 < sample.rows) continue;
      found.push_back({ColumnRole::kView, sample.name, tag, true});
    }
    if (found.size() < 2) return false;
    mapping_.columns.insert(mapping_.columns.end(), found.begin(), found.end());
    return true;
  }

  bool choose_one(ColumnRole role, Names names, std::string_view key, bool in_front) {
    for (const std::string_view name : names) {
      for (std::size_t i = 0; i < samples_.size(); ++i) {
        const bool words = role != ColumnRole::kText || samples_[i].words > 0;
        if (called_[i] != name || is_taken(i) || !words) continue;
        const Column column{role, samples_[i].name, std::string(key), true};
        mapping_.columns.insert(in_front ? mapping_.columns.begin() : mapping_.columns.end(),
                                column);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_taken(std::size_t i) const {
    return std::any_of(mapping_.columns.begin(), mapping_.columns.end(), [&](const Column& column) {
      return folded_name(column.name) == folded_name(samples_[i].name);
    });
  }

  ColumnMapping& mapping_;
  const std::vector<ColumnSample>& samples_;
  std::vector<std::string> called_;
};

}  // namespace

void choose_columns(ColumnMapping& mapping, const std::vector<ColumnSample>& samples) {
  Chooser(mapping, samples).choose();
}

std::string folded_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool has_letters(std::string_view text) {
  return count_scripts(text).letters() > 0;
}

bool is_known_column(std::string_view name) {
  const std::string known = called(name);
  if (!language_called(name).empty()) return true;
  for (const Names names : {Names(kText), Names(kTitle), Names(kId), Names(kSides)}) {
    if (is_among(names, known)) return true;
  }
  return std::any_of(std::begin(kMetadata), std::end(kMetadata),
                     [&](const MetadataNames& row) { return is_among(row.names, known); });
}

}  // namespace weft
