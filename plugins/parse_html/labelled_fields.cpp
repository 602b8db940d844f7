// SPDX-License-Identifier: Apache-2.0
/// Finds every label that a colon follows, and cuts the line at them.
#include "labelled_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "date_text.hpp"
#include "html_tokens.hpp"
#include "letters.hpp"

namespace weft {
namespace {

struct Label {
  std::string_view text;
  FieldKind kind;
};

// Longer labels stand before those they end with.
constexpr auto kLabels = std::to_array<Label>({
    {"文章来源", FieldKind::source}, {"稿件来源", FieldKind::source},
    {"信息来源", FieldKind::source}, {"消息来源", FieldKind::source},
    {"新闻来源", FieldKind::source}, {"图片来源", FieldKind::other},
    {"图源", FieldKind::other},      {"数据来源", FieldKind::other},
    {"资料来源", FieldKind::other},  {"来源于", FieldKind::source},
    {"来源", FieldKind::source},     {"來源", FieldKind::source},
    {"稿源", FieldKind::source},     {"出处", FieldKind::source},
    {"出處", FieldKind::source},     {"原载", FieldKind::source},
    {"转载自", FieldKind::source},   {"轉載自", FieldKind::source},
    {"原作者", FieldKind::author},   {"作者", FieldKind::author},
    {"撰文", FieldKind::author},     {"撰稿", FieldKind::author},
    {"本报记者", FieldKind::author}, {"记者", FieldKind::author},
    {"記者", FieldKind::author},     {"译者", FieldKind::translator},
    {"譯者", FieldKind::translator}, {"翻译", FieldKind::translator},
    {"翻譯", FieldKind::translator}, {"责任编辑", FieldKind::editor},
    {"責任編輯", FieldKind::editor}, {"责编", FieldKind::editor},
    {"編輯", FieldKind::editor},     {"编辑", FieldKind::editor},
    {"校对", FieldKind::editor},     {"审核", FieldKind::editor},
    {"摄影", FieldKind::other},      {"发布时间", FieldKind::other},
    {"時間", FieldKind::other},      {"时间", FieldKind::other},
    {"发布日期", FieldKind::other},  {"日期", FieldKind::other},
    {"更新时间", FieldKind::other},  {"发表时间", FieldKind::other},
    {"更新", FieldKind::other},      {"浏览次数", FieldKind::other},
    {"评论", FieldKind::other},      {"阅读量", FieldKind::other},
    {"浏览", FieldKind::other},      {"阅读", FieldKind::other},
    {"点击", FieldKind::other},      {"字号", FieldKind::other},
    {"字体", FieldKind::other},      {"分享到", FieldKind::other},
    {"分享", FieldKind::other},      {"Source", FieldKind::source},
    {"Author", FieldKind::author},   {"Editor", FieldKind::editor},
});

constexpr std::size_t kPrefix = 6;  // bytes of 本文 before a label that needs no colon

struct FoundLabel {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the colon
  FieldKind kind = FieldKind::other;
};

std::optional<FoundLabel> label_at(std::string_view line, std::size_t at) {
  for (const Label& label : kLabels) {
    if (!equals_ignoring_case(line.substr(at, label.text.size()), label.text)) continue;
    std::size_t end = at + label.text.size();
    while (end < line.size() && line[end] == ' ')
      ++end;
    for (const std::string_view colon : {":", "：", "|", "｜", "丨", "/", "／"}) {
      const bool plain = colon == ":" || static_cast<unsigned char>(label.text.front()) >= 0x80;
      if (plain && line.substr(end).starts_with(colon))
        return FoundLabel{at, end + colon.size(), label.kind};
    }
    if (label.text == "来源于" && at > 0 && at <= kPrefix) return FoundLabel{at, end, label.kind};
  }
  return std::nullopt;
}

std::string_view value_of(std::string_view text) {
  text = trimmed(text);
  // The value ends at a date, a bar or a gap between inline elements.
  std::size_t end = text.size();
  for (const std::string_view mark :
       {"|", "｜", "丨", "  ", "\n", "\u00A0\u00A0", "\u3000", "(", "（", "[", "【", "】", "]"})
    end = std::min(end, text.find(mark));
  text = text.substr(0, end);
  if (const auto date = find_date(text)) text = text.substr(0, date->begin);
  text = trimmed(text);
  for (const std::string_view mark : {"）", ")", "。", "，", ",", ";", "；", "《"})
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  // "综合A、B": put together from them.
  if (text.starts_with("综合")) text.remove_prefix(6);
  if (text.starts_with("《") && text.ends_with("》")) text = text.substr(3, text.size() - 6);
  return trimmed(text);
}

}  // namespace

std::optional<FieldLabel> field_label_at(std::string_view line, std::size_t at) {
  const auto label = label_at(line, at);
  if (!label) return std::nullopt;
  return FieldLabel{label->kind, label->end - label->begin};
}

std::vector<LabelledField> read_fields(std::string_view line) {
  constexpr std::size_t kLongest = 600;
  constexpr std::size_t kLongestValue = 80;
  std::vector<LabelledField> fields;
  if (line.size() > kLongest) return fields;
  std::vector<FoundLabel> labels;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool inside = (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
    if (inside) continue;
    const auto label = label_at(line, at);
    if (!label) continue;
    labels.push_back(*label);
    at = label->end - 1;
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t end = i + 1 < labels.size() ? labels[i + 1].begin : line.size();
    const std::string_view value = value_of(line.substr(labels[i].end, end - labels[i].end));
    if (!value.empty() && value.size() <= kLongestValue) fields.push_back({labels[i].kind, value});
  }
  return fields;
}

}  // namespace weft
