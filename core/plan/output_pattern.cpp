// SPDX-License-Identifier: Apache-2.0
/// Placeholders of output paths.
#include "core/plan/output_pattern.hpp"

#include <algorithm>
#include <vector>

#include "core/config/suggest.hpp"
#include "core/run/glob.hpp"

namespace weft {
namespace {

const std::vector<std::string>& placeholders() {
  static const std::vector<std::string> names = {"name", "stem", "id", "lang", "part"};
  return names;
}

std::string path_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    const bool bad = (c >= 0 && c < ' ') ||
                     std::string_view("/\\:*?\"<>|{}\x7f").find(c) != std::string_view::npos;
    part += bad ? '_' : c;
  }
  return part.empty() || part == "." || part == ".." ? "_" + part : part;
}

/// Two runs of known text, each followed (or led) by anything: can one path have both?
bool heads_agree(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}
bool tails_agree(std::string_view a, std::string_view b) {
  return a.ends_with(b) || b.ends_with(a);
}

}  // namespace

std::string fill_pipeline_name(std::string_view pattern, std::string_view name) {
  constexpr std::string_view kName = "{name}";
  const std::string part = path_part(name);
  std::string filled(pattern);
  for (std::size_t at = filled.find(kName); at != std::string::npos;
       at = filled.find(kName, at + part.size()))
    filled.replace(at, kName.size(), part);
  return filled;
}

std::optional<PatternFault> check_pattern(std::string_view pattern) {
  static const std::string kKnown = "known are {name}, {stem}, {id}, {lang}, {part}";
  std::size_t at = 0;
  while ((at = pattern.find_first_of("{}", at)) != std::string_view::npos) {
    if (pattern[at] == '}') return PatternFault{"there is a '}' without '{'", kKnown};
    const std::size_t close = pattern.find_first_of("{}", at + 1);
    if (close == std::string_view::npos || pattern[close] == '{')
      return PatternFault{"there is a '{' without '}'", kKnown};
    const std::string name(pattern.substr(at + 1, close - at - 1));
    if (std::ranges::find(placeholders(), name) == placeholders().end()) {
      const auto near = closest(name, placeholders());
      return PatternFault{"unknown placeholder {" + name + "}",
                          near ? "did you mean {" + *near + "}?" : kKnown};
    }
    at = close + 1;
  }
  return std::nullopt;
}

bool may_match(std::string_view glob, std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) return matches_glob(glob, pattern);
  const std::size_t wild = glob.find_first_of("*?[");
  // A glob without wildcards is a path: its whole text is head and tail.
  std::string_view head = glob;
  std::string_view tail = glob;
  if (wild != std::string_view::npos) {
    head = glob.substr(0, wild);
    tail = glob.substr(glob.find_last_of("*?]") + 1);
  }
  const std::size_t close = pattern.rfind('}');
  if (tail.starts_with('/')) tail.remove_prefix(1);  // "**/x" takes "x" too
  return heads_agree(head, pattern.substr(0, open)) && tails_agree(tail, pattern.substr(close + 1));
}

std::string sample_path(std::string_view pattern) {
  std::string sample;
  bool inside = false;
  for (const char c : pattern) {
    if (c == '{') sample += 'x';
    if (!inside && c != '{') sample += c;
    inside = c == '{' || (inside && c != '}');
  }
  return sample;
}

}  // namespace weft
