// SPDX-License-Identifier: Apache-2.0
/// Choosing columns by what tables commonly call them, or by the length of what is in them.
#include <weft/vocabulary.h>
#include <weft/error.hpp>

#include <algorithm>
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

struct MetadataNames {
  const char* key;
  Names names;
};
const MetadataNames kMetadata[] = {{WEFT_KEY_AUTHOR, kAuthor},
                                   {WEFT_KEY_DATE_PUBLISHED, kDate},
                                   {WEFT_KEY_URL, kUrl},
                                   {WEFT_KEY_LANGUAGE, kLanguage},
                                   {WEFT_KEY_PUBLISHER, kPublisher}};

struct LanguageName {
  std::string_view name, tag;
};
constexpr LanguageName kLanguages[] = {{"en", "en"},
                                       {"eng", "en"},
                                       {"english", "en"},
                                       {"英文", "en"},
                                       {"英语", "en"},
                                       {"英語", "en"},
                                       {"zh", "zh"},
                                       {"zho", "zh"},
                                       {"chi", "zh"},
                                       {"chinese", "zh"},
                                       {"中文", "zh"},
                                       {"汉语", "zh"},
                                       {"漢語", "zh"},
                                       {"zhcn", "zh-Hans"},
                                       {"zhhans", "zh-Hans"},
                                       {"简体中文", "zh-Hans"},
                                       {"simplifiedchinese", "zh-Hans"},
                                       {"zhtw", "zh-Hant"},
                                       {"zhhant", "zh-Hant"},
                                       {"繁體中文", "zh-Hant"},
                                       {"繁体中文", "zh-Hant"},
                                       {"traditionalchinese", "zh-Hant"},
                                       {"ja", "ja"},
                                       {"jpn", "ja"},
                                       {"japanese", "ja"},
                                       {"日语", "ja"},
                                       {"日文", "ja"},
                                       {"日本語", "ja"},
                                       {"ko", "ko"},
                                       {"kor", "ko"},
                                       {"korean", "ko"},
                                       {"韩语", "ko"},
                                       {"韩文", "ko"},
                                       {"fr", "fr"},
                                       {"fra", "fr"},
                                       {"french", "fr"},
                                       {"法语", "fr"},
                                       {"de", "de"},
                                       {"deu", "de"},
                                       {"ger", "de"},
                                       {"german", "de"},
                                       {"德语", "de"},
                                       {"es", "es"},
                                       {"spa", "es"},
                                       {"spanish", "es"},
                                       {"西班牙语", "es"},
                                       {"ru", "ru"},
                                       {"rus", "ru"},
                                       {"russian", "ru"},
                                       {"俄语", "ru"}};

/// The last part of a path: "article.body" is called body.
std::string called(std::string_view name) {
  const std::size_t cut = name.find_last_of("./");
  return folded_name(cut == std::string_view::npos ? name : name.substr(cut + 1));
}

bool is_among(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view language_called(std::string_view name) {
  for (const LanguageName& known : kLanguages) {
    if (known.name == name) return known.tag;
  }
  return {};
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
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const std::string_view tag = language_called(called_[i]);
      const bool again = std::any_of(found.begin(), found.end(),
                                     [&](const Column& column) { return column.key == tag; });
      // A column named "de" that holds no words is no German.
      if (tag.empty() || again || samples_[i].words * 2 < samples_[i].rows) continue;
      found.push_back({ColumnRole::kView, samples_[i].name, std::string(tag), true});
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

bool is_known_column(std::string_view name) {
  const std::string known = called(name);
  if (!language_called(known).empty()) return true;
  for (const Names names : {Names(kText), Names(kTitle), Names(kId)}) {
    if (is_among(names, known)) return true;
  }
  return std::any_of(std::begin(kMetadata), std::end(kMetadata),
                     [&](const MetadataNames& row) { return is_among(row.names, known); });
}

}  // namespace weft
