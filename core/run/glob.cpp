// SPDX-License-Identifier: Apache-2.0
/// Path patterns.
#include "core/run/glob.hpp"

#include <string>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Matches one class "[...]" at pattern[at]; sets `at` behind it. A "[" without "]" stands for
/// itself.
bool matches_class(std::string_view pattern, std::size_t& at, char32_t point) {
  const std::size_t close = pattern.find(']', at + 2);
  if (close == kNone) {
    ++at;
    return point == U'[';
  }
  std::size_t i = at + 1;
  const bool negated = pattern[i] == '!' || pattern[i] == '^';
  if (negated) ++i;
  bool found = false;
  while (i < close) {
    const char32_t low = next_code_point(pattern, i);
    char32_t high = low;
    if (i + 1 < close && pattern[i] == '-') {
      ++i;
      high = next_code_point(pattern, i);
    }
    found = found || (point >= low && point <= high);
  }
  at = close + 1;
  return found != negated;
}

/// One part against one pattern part: the classic two-pointer walk that remembers the last star
/// only.
bool matches_part(std::string_view pattern, std::string_view part) {
  std::size_t p = 0;
  std::size_t s = 0;
  std::size_t star = kNone;
  std::size_t retry = 0;
  while (s < part.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = s;
      continue;
    }
    std::size_t next_s = s;
    std::size_t next_p = p;
    bool equal = false;
    if (p < pattern.size()) {
      const char32_t point = next_code_point(part, next_s);
      if (pattern[p] == '?') {
        ++next_p;
        equal = true;
      } else if (pattern[p] == '[') {
        equal = matches_class(pattern, next_p, point);
      } else {
        equal = next_code_point(pattern, next_p) == point;
      }
    }
    if (equal) {
      p = next_p;
      s = next_s;
      continue;
    }
    if (star == kNone) return false;
    next_code_point(part, retry);
    s = retry;
    p = star + 1;
  }
  while (p < pattern.size() && pattern[p] == '*')
    ++p;
  return p == pattern.size();
}

std::string_view first_part(std::string_view path) {
  return path.substr(0, path.find('/'));
}

std::string_view behind_first(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == kNone ? std::string_view{} : path.substr(slash + 1);
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  // The same walk as in matches_part, one level up: parts for code points, "**" for the star.
  bool starred = false;
  std::string_view star_pattern;
  std::string_view retry;
  while (true) {
    if (pattern.empty() && path.empty()) return true;
    if (!pattern.empty() && first_part(pattern) == "**") {
      pattern = behind_first(pattern);
      if (pattern.empty()) return true;
      starred = true;
      star_pattern = pattern;
      retry = path;
      continue;
    }
    if (!pattern.empty() && !path.empty() && matches_part(first_part(pattern), first_part(path))) {
      pattern = behind_first(pattern);
      path = behind_first(path);
      continue;
    }
    if (!starred || retry.empty()) return false;
    retry = behind_first(retry);
    path = retry;
    pattern = star_pattern;
    if (path.empty()) return false;
  }
}

}  // namespace weft
