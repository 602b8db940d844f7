// SPDX-License-Identifier: Apache-2.0
/// Takes one field after the other off the front of the line; a rest that is no field ends it.
#include "metadata_line.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "date_text.hpp"
#include "html_tokens.hpp"
#include "labelled_fields.hpp"
#include "letters.hpp"
#include "page_text.hpp"

namespace weft {
namespace {

enum class Kind : std::uint8_t { author, editor, source, credit, date, count, loose };

struct Words {
  std::string_view text;
  Kind kind;
};

// English labels that need no colon; longer ones before their beginnings.
constexpr auto kPlainLabels = std::to_array<Words>({
    {"written by", Kind::author},
    {"words by", Kind::author},
    {"story by", Kind::author},
    {"reported by", Kind::author},
    {"translated by", Kind::author},
    {"by", Kind::author},
    {"edited by", Kind::editor},
    {"reviewed by", Kind::editor},
    {"photographs by", Kind::credit},
    {"photos by", Kind::credit},
    {"photo by", Kind::credit},
    {"photo:", Kind::credit},
    {"photograph:", Kind::credit},
    {"illustration by", Kind::credit},
    {"first published on", Kind::date},
    {"first published", Kind::date},
    {"published on", Kind::date},
    {"published", Kind::date},
    {"posted on", Kind::date},
    {"posted", Kind::date},
    {"last updated on", Kind::date},
    {"last updated", Kind::date},
    {"last modified", Kind::date},
    {"updated on", Kind::date},
    {"updated", Kind::date},
    {"modified", Kind::date},
    {"发布于", Kind::date},
    {"发表于", Kind::date},
    {"更新于", Kind::date},
});

constexpr auto kCounted = std::to_array<std::string_view>(
    {"minutes read", "minute read", "min read", "mins read", "views",  "view",
     "comments",     "comment",     "reads",    "likes",     "shares", "words",
     "次浏览",       "次阅读",      "人阅读",   "阅读",      "浏览",   "评论",
     "条评论",       "次点击",      "点赞",     "收藏",      "字"});

constexpr auto kWeak = std::to_array<std::string_view>(
    {" ",  "\t", ",", "，", "、", ";", "；", ":", "：", "(",  "（", ")",
     "）", "[",  "]", "【", "】", "-", "–",  "—", ".",  "。", "/",  "／"});

// What ends a name or a part without a label.
constexpr auto kStrong =
    std::to_array<std::string_view>({"|", "｜", "丨", "·", "•", "・", "\n", "\u00A0", "\u3000",
                                     "  ", "(", "（", ")", "）", "]", "】"});

template <typename Marks>
std::size_t mark_at(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

std::size_t words_at(std::string_view text, std::string_view words) {
  if (!equals_ignoring_case(text.substr(0, words.size()), words)) return 0;
  const char next = text.size() > words.size() ? text[words.size()] : ' ';
  const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
  const bool latin = static_cast<unsigned char>(words.back()) < 0x80;
  return latin && letter ? 0 : words.size();
}

std::size_t digits_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') ||
                               (end > 0 && (text[end] == ',' || text[end] == '.'))))
    ++end;
  return end;
}

// "5 min read", "1,204 views", "12次浏览".
std::size_t count_at(std::string_view text) {
  std::size_t end = digits_at(text);
  if (end == 0) return 0;
  for (const std::string_view suffix : {"k", "K", "万", "+"})
    if (text.substr(end).starts_with(suffix)) end += suffix.size();
  while (end < text.size() && (text[end] == ' ' || text[end] == '-'))
    ++end;
  for (const std::string_view word : kCounted)
    if (const std::size_t size = words_at(text.substr(end), word); size > 0) return end + size;
  return 0;
}

std::size_t date_at(std::string_view text) {
  const auto date = find_date(text);
  if (!date || date->begin > 0) return 0;
  std::size_t end = date->end;
  // A zone and half of the day may follow: "10:30 am EST".
  for (const std::string_view word : {" am", " pm", " a.m.", " p.m.", " UTC", " GMT", " EST",
                                      " EDT", " PST", " PDT", " ET", " BST", " CET"})
    if (const std::size_t size = words_at(text.substr(end), word); size > 0) end += size;
  return end;
}

std::string_view without_dash(std::string_view name) {
  for (const std::string_view dash : {"-", "–", "—", ",", "，"})
    if (name.ends_with(dash)) return trimmed(name.substr(0, name.size() - dash.size()));
  return name;
}

struct LineLabel {
  Kind kind = Kind::loose;
  std::size_t size = 0;
  bool sure = true;  ///< has a colon, or words that begin no sentence
};

Kind kind_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::author:
    case FieldKind::translator:
      return Kind::author;
    case FieldKind::editor:
      return Kind::editor;
    case FieldKind::source:
      return Kind::source;
    default:
      return Kind::count;
  }
}

std::optional<LineLabel> line_label_at(std::string_view text) {
  if (const auto field = field_label_at(text, 0))
    return LineLabel{kind_of(field->kind), field->size};
  for (const Words& words : kPlainLabels) {
    const std::size_t size = words_at(text, words.text);
    if (size > 0 && size < text.size()) return LineLabel{words.kind, size, words.text != "by"};
  }
  return std::nullopt;
}

struct Found {
  std::array<int, 7> fields{};
  bool sure = false;  ///< some field is told by a label with its colon or is a date
  bool valid = true;
  std::string_view author;  ///< the first

  [[nodiscard]] int of(Kind kind) const { return fields[static_cast<std::size_t>(kind)]; }
};

class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  Found run() {
    while (found_.valid) {
      skip_marks();
      if (rest_.empty()) break;
      take_field();
    }
    return found_;
  }

 private:
  void skip_marks() {
    for (std::size_t size = 1; size > 0 && !rest_.empty();) {
      size = std::max(mark_at(rest_, kStrong), mark_at(rest_, kWeak));
      rest_.remove_prefix(size);
    }
  }

  void add(Kind kind, std::size_t size, bool sure = true) {
    ++found_.fields[static_cast<std::size_t>(kind)];
    found_.sure = found_.sure || sure;
    rest_.remove_prefix(size);
  }

  void take_field() {
    if (const std::size_t size = count_at(rest_); size > 0) return add(Kind::count, size, false);
    if (const std::size_t size = date_at(rest_); size > 0) return add(Kind::date, size);
    if (const auto label = line_label_at(rest_)) return take_labelled(*label);
    take_value(Kind::loose, false);
  }

  void take_labelled(const LineLabel& label) {
    rest_.remove_prefix(label.size);
    skip_blanks();
    if (label.kind == Kind::date) {
      const std::size_t size = date_at(rest_);
      found_.valid = size > 0;
      return add(Kind::date, size);
    }
    // 时间：2024-05-06 is a date, whatever its label.
    if (const std::size_t size = date_at(rest_); size > 0) return add(Kind::date, size);
    take_value(label.kind, label.sure);
  }

  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ':'))
      rest_.remove_prefix(1);
  }

  // A name: up to a mark, or to the blank before the next field.
  void take_value(Kind kind, bool sure) {
    constexpr float kLongest = 9;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      if (mark_at(rest_.substr(end), kStrong) > 0) break;
      if (end > 0 && rest_[end - 1] == ' ' && begins_field(rest_.substr(end))) break;
      // 2024 behind a name without a blank: 新华社2024年5月6日
      if (end > 0 && rest_[end] >= '0' && rest_[end] <= '9' && date_at(rest_.substr(end)) > 0)
        break;
    }
    const TextStats stats = count_text(rest_.substr(0, end));
    const bool name = stats.length() > 0 && stats.length() <= kLongest && !stats.ends_sentence;
    found_.valid = name || kind == Kind::count;
    if (kind == Kind::author && found_.author.empty())
      found_.author = without_dash(trimmed(rest_.substr(0, end)));
    add(kind, end, sure);
  }

  static bool begins_field(std::string_view text) {
    return count_at(text) > 0 || date_at(text) > 0 || line_label_at(text).has_value();
  }

  std::string_view rest_;
  Found found_;
};

Found read(std::string_view line) {
  constexpr std::size_t kLongest = 300;
  if (line.size() > kLongest) {
    Found none;
    none.valid = false;
    return none;
  }
  return LineReader(trimmed(line)).run();
}

}  // namespace

MetadataLine read_metadata_line(std::string_view line) {
  const Found found = read(line);
  const int loose = found.of(Kind::loose);
  if (!found.valid || !found.sure || loose > 1) return MetadataLine::none;
  if (found.of(Kind::author) + found.of(Kind::editor) > 0) return MetadataLine::byline;
  if (found.of(Kind::date) > 0) return MetadataLine::date;
  if (found.of(Kind::source) > 0) return MetadataLine::source;
  return found.of(Kind::credit) > 0 && loose == 0 ? MetadataLine::credit : MetadataLine::none;
}

std::string_view author_in_line(std::string_view line) {
  const Found found = read(line);
  return found.valid ? found.author : std::string_view();
}

bool is_staff_line(std::string_view line) {
  // Most lines name nobody: they are not read field by field.
  constexpr std::size_t kLongest = 120;
  constexpr auto kSigns =
      std::to_array<std::string_view>({"编", "編", "校对", "审核", "dit", "eviewed"});
  const bool may = std::any_of(kSigns.begin(), kSigns.end(), [line](std::string_view sign) {
    return line.find(sign) != std::string_view::npos;
  });
  if (!may || line.size() > kLongest) return false;
  const Found found = read(line);
  const int staff = found.of(Kind::editor);
  return found.valid && found.sure && staff > 0 && found.of(Kind::loose) == 0;
}

}  // namespace weft
