// SPDX-License-Identifier: Apache-2.0
/// Junk of producers, and dates.
#include "pdf_metadata.hpp"

#include <weft/text/normalize.hpp>

#include <algorithm>
#include <array>

#include "weft/ascii.hpp"

namespace weft::pdf {
namespace {

bool digits(std::string_view text, std::size_t at, std::size_t size) {
  return text.size() >= at + size &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at + size),
                     [](char c) { return c >= '0' && c <= '9'; });
}

int two(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

std::string zone_of(std::string_view rest) {
  if (rest.starts_with("Z")) return "Z";
  if (rest.empty() || (rest[0] != '+' && rest[0] != '-') || !digits(rest, 1, 2)) return {};
  const std::string hours(rest.substr(0, 3));
  std::size_t at = 3;
  if (at < rest.size() && rest[at] == '\'') ++at;
  const std::string minutes = digits(rest, at, 2) ? std::string(rest.substr(at, 2)) : "00";
  if (two(rest, 1) > 14 || minutes > "59") return {};
  return hours + ":" + minutes;
}

}  // namespace

std::string clean_title(std::string_view title) {
  std::string text = fold_space(title);
  const std::string low = ascii_lowered(text);
  for (const char* prefix :
       {"microsoft word", "microsoft powerpoint", "microsoft excel", "untitled", "无标题", "未命名",
        "powerpoint ", "slide 1", "document1", "文档1"}) {
    if (low.starts_with(prefix)) return {};
  }
  for (const char* ending :
       {".doc", ".docx", ".pdf", ".indd", ".tex", ".dvi", ".qxd", ".ppt", ".wps", ".pptx", ".rtf",
        ".odt", ".xls", ".xlsx", ".html", ".htm", ".txt", ".md"}) {
    if (low.ends_with(ending)) return {};
  }
  const bool has_letter = std::any_of(low.begin(), low.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return has_letter ? text : std::string();
}

std::string clean_author(std::string_view author) {
  std::string text = fold_space(author);
  const std::string low = ascii_lowered(text);
  static constexpr std::array kJunk = {"user",   "administrator", "admin",    "root",     "unknown",
                                       "owner",  "author",        "微软用户", "用户",     "pc",
                                       "lenovo", "dell",          "hp",       "anonymous"};
  if (std::find(kJunk.begin(), kJunk.end(), low) != kJunk.end()) return {};
  return text.find('@') == std::string::npos ? text : std::string();
}

std::string iso_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  if (!digits(date, 0, 4) || date.substr(0, 4) < "1980") return {};
  std::string out(date.substr(0, 4));
  if (!digits(date, 4, 2)) return out;
  if (two(date, 4) < 1 || two(date, 4) > 12) return {};
  out += "-" + std::string(date.substr(4, 2));
  if (!digits(date, 6, 2)) return out;
  if (two(date, 6) < 1 || two(date, 6) > 31) return {};
  out += "-" + std::string(date.substr(6, 2));
  if (!digits(date, 8, 4) || two(date, 8) > 23 || two(date, 10) > 59) return out;
  out += "T" + std::string(date.substr(8, 2)) + ":" + std::string(date.substr(10, 2));
  const bool seconds = digits(date, 12, 2) && two(date, 12) < 60;
  if (seconds) out += ":" + std::string(date.substr(12, 2));
  return out + zone_of(date.substr(seconds ? 14 : 12));
}

}  // namespace weft::pdf
