// SPDX-License-Identifier: Apache-2.0
/// What programs write into titles, authors and dates by themselves.
#include "weft/zip/properties.hpp"

#include <algorithm>
#include <array>

#include "weft/ascii.hpp"
#include "weft/zip/blocks.hpp"
#include "word_list.hpp"

namespace weft {
namespace {

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The text without digits, brackets and spaces at its end: "Document1", "文档 (2)".
std::string without_counter(std::string text) {
  while (!text.empty() && (is_digit(text.back()) ||
                           text.find_first_of(" ()[]-_", text.size() - 1) != std::string::npos))
    text.pop_back();
  return text;
}

constexpr std::array<std::string_view, 26> kNoTitles = {"untitled",
                                                        "unknown",
                                                        "document",
                                                        "word document",
                                                        "microsoft word document",
                                                        "title",
                                                        "[title",
                                                        "no title",
                                                        "new document",
                                                        "untitled document",
                                                        "powerpoint presentation",
                                                        "book",
                                                        "unnamed",
                                                        "untitled spreadsheet",
                                                        "normal",
                                                        "template",
                                                        "文档",
                                                        "未命名",
                                                        "未知",
                                                        "无标题",
                                                        "标题",
                                                        "新建 microsoft word 文档",
                                                        "新建文档",
                                                        "新建microsoft word文档",
                                                        "無標題",
                                                        "文件"};

constexpr std::array<std::string_view, 14> kFileEndings = {
    ".doc", ".docx", ".docm", ".dot", ".dotx", ".odt",  ".ott",
    ".rtf", ".txt",  ".wps",  ".pdf", ".htm",  ".html", ".epub"};

// Accounts, programs, makers of computers; in lower case, digits at the end left out.
constexpr std::array<std::string_view, 62> kNoPeople = {"administrator",
                                                        "admin",
                                                        "user",
                                                        "users",
                                                        "windows user",
                                                        "windows 用户",
                                                        "windows用户",
                                                        "微软用户",
                                                        "微软中国",
                                                        "微软",
                                                        "用户",
                                                        "用户名",
                                                        "使用者",
                                                        "管理员",
                                                        "系统管理员",
                                                        "未知",
                                                        "作者",
                                                        "佚名用户",
                                                        "microsoft",
                                                        "microsoft office user",
                                                        "microsoft office 用户",
                                                        "microsoft account",
                                                        "microsoft office",
                                                        "ms",
                                                        "ms office",
                                                        "office",
                                                        "owner",
                                                        "unknown",
                                                        "unknown author",
                                                        "unknown creator",
                                                        "author",
                                                        "[author",
                                                        "anonymous",
                                                        "guest",
                                                        "root",
                                                        "test",
                                                        "tester",
                                                        "default",
                                                        "default user",
                                                        "your user name",
                                                        "python-docx",
                                                        "apache poi",
                                                        "docx4j",
                                                        "aspose",
                                                        "openoffice",
                                                        "openoffice.org",
                                                        "libreoffice",
                                                        "wps office",
                                                        "wps",
                                                        "google docs",
                                                        "pandoc",
                                                        "calibre",
                                                        "hp",
                                                        "hewlett-packard",
                                                        "hewlett-packard company",
                                                        "lenovo",
                                                        "lenovo user",
                                                        "dell",
                                                        "acer",
                                                        "asus",
                                                        "toshiba",
                                                        "pc"};

bool is_person(const std::string& name) {
  if (name.size() < 2 || name.size() > 120) return false;
  if (std::none_of(name.begin(), name.end(), is_letter_byte)) return false;
  if (name.find('@') != std::string::npos || name.find("://") != std::string::npos ||
      name.find('\\') != std::string::npos)
    return false;
  const std::string key = without_counter(ascii_lowered(name));
  if (key.size() < 2 || contains(kNoPeople, key)) return false;
  // One word of small ASCII letters and digits is the name of an account.
  const bool account = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '.' || c == '-';
  });
  return !account;
}

/// The number of digits at `at`, up to `most`.
std::size_t digits(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t count = 0;
  while (count < most && at + count < text.size() && is_digit(text[at + count]))
    ++count;
  return count;
}

int number(std::string_view text, std::size_t at, std::size_t count) {
  int out = 0;
  for (std::size_t i = 0; i < count; ++i)
    out = out * 10 + (text[at + i] - '0');
  return out;
}

bool two_digits(std::string_view text, std::size_t at, char before, int least, int most) {
  if (at >= text.size() || text[at] != before || digits(text, at + 1, 3) < 2) return false;
  const int value = number(text, at + 1, 2);
  return value >= least && value <= most;
}

/// The length of a well-formed time "T12:30[:15[.5]][Z|+08:00]" at `at`, or 0.
std::size_t time_size(std::string_view text, std::size_t at) {
  if (!two_digits(text, at, 'T', 0, 23) || !two_digits(text, at + 3, ':', 0, 59)) return 0;
  std::size_t size = 6;
  if (two_digits(text, at + size, ':', 0, 59)) size += 3;
  return size;
}

std::size_t zone_size(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == 'Z') return 1;
  if (at < text.size() && (two_digits(text, at, '+', 0, 14) || two_digits(text, at, '-', 0, 14)) &&
      two_digits(text, at + 3, ':', 0, 59))
    return 6;
  return 0;
}

}  // namespace

std::string plausible_title(std::string_view value) {
  std::string title = clean_value(value);
  if (std::none_of(title.begin(), title.end(), is_letter_byte)) return {};
  const std::string key = ascii_lowered(title);
  if (contains(kNoTitles, without_counter(key)) || key.starts_with("microsoft word - ")) return {};
  const bool file = std::any_of(kFileEndings.begin(), kFileEndings.end(),
                                [&](std::string_view ending) { return key.ends_with(ending); });
  return file || title.size() > 1000 ? std::string() : title;
}

std::vector<std::string> plausible_people(std::string_view value) {
  std::vector<std::string> out;
  std::string rest = clean_value(value);
  for (const std::string_view mark : {"；", "、", "，"}) {
    for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark, at))
      rest.replace(at, mark.size(), ";");
  }
  for (std::size_t at = 0; at <= rest.size();) {
    const std::size_t end = std::min(rest.find(';', at), rest.size());
    std::string name = clean_value(std::string_view(rest).substr(at, end - at));
    at = end + 1;
    if (is_person(name) && std::find(out.begin(), out.end(), name) == out.end())
      out.push_back(std::move(name));
  }
  return out;
}

std::string plausible_date(std::string_view value) {
  const std::string text = clean_value(value);
  if (digits(text, 0, 5) != 4) return {};
  const int year = number(text, 0, 4);
  if (year < 1000 || year > 2199) return {};
  std::size_t size = 4;
  if (two_digits(text, size, '-', 1, 12)) size += 3;
  if (size == 7 && two_digits(text, size, '-', 1, 31)) size += 3;
  // Anything that is not a date's continuation shows that this is another notation.
  if (size < text.size() && text[size] != 'T' && text[size] != ' ') return {};
  const std::string day = text.substr(0, size);
  if (day == "1601-01-01" || day == "1970-01-01" || day == "1980-01-01" || day == "1899-12-30")
    return {};
  const std::size_t time = size == 10 ? time_size(text, size) : 0;
  if (time == 0) return day;
  std::size_t zone_at = size + time;
  if (zone_at < text.size() && text[zone_at] == '.') zone_at += 1 + digits(text, zone_at + 1, 12);
  const std::string zone = text.substr(zone_at, zone_size(text, zone_at));
  const std::string clock = text.substr(size, time);
  if (clock.starts_with("T00:00") && (time == 6 || clock == "T00:00:00") &&
      (zone.empty() || zone == "Z" || zone == "+00:00"))
    return day;
  return day + clock + zone;
}

}  // namespace weft
