// SPDX-License-Identifier: Apache-2.0
/// Matching literals with their source: equal bytes, escapes and entities.
#include "source_lines.hpp"

#include <weft/utf8.hpp>

#include <algorithm>

namespace weft::markdown {
namespace {

constexpr std::size_t kFarthest = 4096;     // bytes of markup between two texts
constexpr std::size_t kLongestEntity = 40;  // bytes

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

SourceLines::SourceLines(std::string_view text, std::size_t begin)
    : text_(text), at_(begin), stop_(text.size()) {
  for (std::size_t at = begin; at < text.size();) {
    starts_.push_back(at);
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) break;
    at = end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
  }
  starts_.push_back(text.size());
}

std::size_t SourceLines::offset(int line, int column) const {
  if (line < 1 || static_cast<std::size_t>(line) >= starts_.size()) return text_.size();
  const std::size_t start = starts_[static_cast<std::size_t>(line) - 1];
  return std::min(start + static_cast<std::size_t>(std::max(column, 1)) - 1, text_.size());
}

void SourceLines::begin_block(int first, int last) {
  // Of some tables cmark knows no line: their text lies behind what was read last.
  if (first > 0) at_ = offset(first, 1);
  stop_ = last < std::max(first, 1) ? text_.size() : offset(last + 1, 1);
  at_ = std::min(at_, stop_);
}

void SourceLines::next_line() {
  at_ = std::min(text_.find_first_of("\r\n", at_), stop_);
}

void SourceLines::move_behind(int line, int column) {
  if (line < 1) return;
  const std::size_t at = offset(line, column + 1);
  if (at > at_ && at <= stop_) at_ = at;
}

void SourceLines::skip(std::string_view literal) {
  if (literal.empty()) return;
  const std::size_t found =
      text_.substr(0, stop_).substr(at_, kFarthest + literal.size()).find(literal);
  if (found != std::string_view::npos) at_ += found + literal.size();
}

void SourceLines::append(std::string_view literal, int line, int column, bool code,
                         MappedText& out) {
  if (literal.empty()) return;
  if (line > 0) {
    const std::size_t said = offset(line, column);
    if (said >= at_ && said < stop_ &&
        match(literal, said, code, nullptr) != std::string_view::npos) {
      at_ = match(literal, said, code, &out);
      return;
    }
  }
  const std::size_t reach = literal.size() > kFarthest ? 256 : kFarthest;
  const std::size_t last = std::min(stop_, at_ + reach);
  for (std::size_t at = at_; at < last; ++at) {
    if (match(literal, at, code, nullptr) == std::string_view::npos) continue;
    at_ = match(literal, at, code, &out);
    return;
  }
  // Its block is all that is known, unless what is left of it is too short to hold it: markup makes
  // a source longer than its text, and a range of one byte for one would pass for a copy.
  if (at_ < stop_ && stop_ - at_ > literal.size())
    out.whole(literal, at_,
              static_cast<std::uint32_t>(std::min<std::size_t>(stop_ - at_, 1U << 30U)));
  else
    out.join(literal);
}

std::size_t SourceLines::match(std::string_view literal, std::size_t at, bool code,
                               MappedText* out) const {
  std::size_t done = 0;
  while (done < literal.size()) {
    if (at >= stop_) return std::string_view::npos;
    const char c = text_[at];
    if (!code && c == '\\' && at + 1 < stop_ && is_punctuation(text_[at + 1]) &&
        literal[done] == text_[at + 1]) {
      if (out != nullptr) out->copy(literal.substr(done, 1), at + 1);
      ++done;
      at += 2;
      continue;
    }
    if (code && c == '\\' && literal[done] == '|' && at + 1 < stop_ && text_[at + 1] == '|') ++at;
    if (!code && c == '&') {
      const std::size_t behind = match_entity(literal, done, at, out);
      if (behind != std::string_view::npos) {
        at = behind;
        continue;
      }
    }
    if (literal[done] == text_[at]) {
      if (out != nullptr) out->copy(literal.substr(done, 1), at);
      ++done;
      ++at;
      continue;
    }
    if (!code || literal[done] != ' ' || (c != '\n' && c != '\r')) return std::string_view::npos;
    if (out != nullptr) out->join(" ");
    ++done;
    at = match_break(at);
  }
  return at;
}

/// The line end inside a code span, and what stands before the next line's text.
std::size_t SourceLines::match_break(std::size_t at) const {
  at += text_.substr(at).starts_with("\r\n") ? 2U : 1U;
  while (at < stop_ && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '>'))
    ++at;
  return at;
}

/// "&name;" stands for one code point, seldom two: the one behind which literal and source agree.
std::size_t SourceLines::match_entity(std::string_view literal, std::size_t& at_literal,
                                      std::size_t at, MappedText* out) const {
  std::size_t end = at + 1;
  while (end < stop_ && end - at < kLongestEntity &&
         (is_alphanumeric(text_[end]) || (end == at + 1 && text_[end] == '#')))
    ++end;
  if (end >= stop_ || text_[end] != ';' || end < at + 2) return std::string_view::npos;
  ++end;
  const std::string_view written = text_.substr(at, end - at);
  const std::string_view rest = literal.substr(at_literal);
  // "&foo;" that no list has stays as it is; "&amp;" never does, unless "amp;" follows it.
  const bool known =
      written == "&amp;" || written == "&lt;" || written == "&gt;" || written == "&quot;";
  if (!known && rest.starts_with(written)) return std::string_view::npos;
  std::size_t size = 0;
  for (int points = 0; points < 2; ++points) {
    if (at_literal + size >= literal.size()) return std::string_view::npos;
    next_code_point(rest, size);
    const bool ends = size == rest.size();
    const char next = end < stop_ ? text_[end] : '\0';
    if (!ends && rest[size] != next && next != '&' && next != '\\') continue;
    if (out != nullptr) out->whole(rest.substr(0, size), at, static_cast<std::uint32_t>(end - at));
    at_literal += size;
    return end;
  }
  return std::string_view::npos;
}

void SourceLines::append_line(std::string_view literal, int line, MappedText& out) const {
  if (literal.empty()) return;
  const std::size_t begin = offset(line, 1);
  const std::size_t end =
      std::max(begin, std::min(text_.find_first_of("\r\n", begin), text_.size()));
  const std::string_view source = text_.substr(begin, end - begin);
  std::string_view known = literal;
  if (!source.ends_with(known)) {
    // A tab that was partly indentation: its rest are blanks of no source.
    known.remove_prefix(std::min(known.find_first_not_of(" \t"), known.size()));
    out.join(literal.substr(0, literal.size() - known.size()));
  }
  if (source.ends_with(known))
    out.copy(known, end - known.size());
  else if (begin < end)
    out.whole(known, begin, static_cast<std::uint32_t>(end - begin));
  else
    out.join(known);
}

}  // namespace weft::markdown
