// SPDX-License-Identifier: Apache-2.0
/// Line by line: each kind of line may come once, in this order, and none has to.
#include "prologue.hpp"

#include "date_text.hpp"
#include "letters.hpp"

namespace weft {
namespace {

std::size_t skip_blank(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", at);
  return next == std::string_view::npos ? text.size() : next;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

bool is_rule(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3) return false;
  const char mark = line.front();
  return (mark == '-' || mark == '=') && line.find_first_not_of(mark) == std::string_view::npos;
}

std::size_t read_stamp(std::string_view text, std::size_t at, Prologue& prologue) {
  if (!text.substr(at).starts_with("<!--")) return at;
  const std::size_t close = text.find("-->", at);
  if (close == std::string_view::npos) return at;
  const std::string_view inside = text.substr(at + 4, close - at - 4);
  const std::string_view digits = trimmed(inside);
  const auto iso = iso_of_epoch(digits);
  if (!iso) return at;
  prologue.retrieved = *iso;
  prologue.stamp.begin = static_cast<std::size_t>(digits.data() - text.data());
  prologue.stamp.end = prologue.stamp.begin + digits.size();
  return close + 3;
}

// "[title](url)", maybe behind "# ".
bool read_link_title(std::string_view text, TextRange line, Prologue& prologue) {
  std::string_view body = trimmed(text.substr(line.begin, line.end - line.begin));
  while (body.starts_with('#'))
    body.remove_prefix(1);
  body = trimmed(body);
  if (!body.starts_with('[') || !body.ends_with(')')) return false;
  const std::size_t middle = body.rfind("](");
  if (middle == std::string_view::npos || middle < 2) return false;
  const std::string_view url = trimmed(body.substr(middle + 2, body.size() - middle - 3));
  if (url.empty() || url.find(' ') != std::string_view::npos) return false;
  const auto begin = static_cast<std::size_t>(body.data() - text.data());
  prologue.title = {begin + 1, begin + middle};
  prologue.url.begin = static_cast<std::size_t>(url.data() - text.data());
  prologue.url.end = prologue.url.begin + url.size();
  return true;
}

// A line of text: a title if "#" stands before it or a rule below it.
bool read_plain_title(std::string_view text, TextRange line, Prologue& prologue) {
  std::string_view body = trimmed(text.substr(line.begin, line.end - line.begin));
  const bool marked = body.starts_with("# ");
  if (marked) body = trimmed(body.substr(2));
  const std::size_t next = line.end + 1;
  const bool underlined =
      next < text.size() && is_rule(text.substr(next, end_of_line(text, next) - next));
  if (body.empty() || body.find('<') != std::string_view::npos || !(marked || underlined))
    return false;
  const auto begin = static_cast<std::size_t>(body.data() - text.data());
  prologue.title = {begin, begin + body.size()};
  return true;
}

}  // namespace

Prologue read_prologue(std::string_view text) {
  Prologue prologue;
  std::size_t at = read_stamp(text, skip_blank(text, 0), prologue);
  if (!prologue.stamp.empty()) prologue.end = at;
  at = skip_blank(text, at);
  const TextRange line{at, end_of_line(text, at)};
  if (!read_link_title(text, line, prologue) && !read_plain_title(text, line, prologue))
    return prologue;
  prologue.end = line.end;
  at = skip_blank(text, line.end);
  const std::size_t rule_end = end_of_line(text, at);
  if (at < text.size() && is_rule(text.substr(at, rule_end - at))) prologue.end = rule_end;
  return prologue;
}

std::string hide_prologue(std::string_view text, const Prologue& prologue) {
  std::string out(text);
  constexpr std::string_view kBreak = "<hr>";
  for (std::size_t i = 0; i < prologue.end; ++i) {
    const bool kept = i >= prologue.title.begin && i < prologue.title.end;
    if (!kept && out[i] != '\n') out[i] = ' ';
  }
  if (!prologue.title.empty() && prologue.end - prologue.title.end >= kBreak.size())
    out.replace(prologue.title.end, kBreak.size(), kBreak);
  return out;
}

}  // namespace weft
