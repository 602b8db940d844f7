// SPDX-License-Identifier: Apache-2.0
/// The section of a lexicon file that people could read: languages, program, sources.
#include <array>
#include <charconv>

#include "lexicon_view.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kMostSources = 100000;

/// A field holds neither of the two characters that part fields and lines.
std::string field(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return out;
}

/// Takes off the text up to `mark`; false when there is none.
bool take(std::string_view& text, char mark, std::string_view& out) {
  const std::size_t end = text.find(mark);
  if (end == std::string_view::npos) return false;
  out = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

bool read_source(std::string_view line, LexiconSource& source) {
  std::string_view kind, count, name;
  if (!take(line, '\t', kind) || !take(line, '\t', count) || !take(line, '\t', name)) return false;
  source.own = kind == "own";
  source.name = name;
  source.licence = line;
  const char* end = count.data() + count.size();
  const auto [read, error] = std::from_chars(count.data(), end, source.entries);
  return error == std::errc{} && read == end;
}

}  // namespace

std::string write_notes(const LexiconView& view) {
  std::string out =
      view.sides[0].language + "\n" + view.sides[1].language + "\n" + field(view.built_by) + "\n";
  for (const LexiconSource& source : view.sources) {
    out += (source.own ? "own\t" : "dictionary\t") + std::to_string(source.entries) + "\t" +
           field(source.name) + "\t" + field(source.licence) + "\n";
  }
  return out;
}

bool read_notes(std::string_view text, LexiconView& view) {
  if (find_invalid_utf8(text) != std::string_view::npos) return false;
  std::array<std::string_view, 3> head;
  for (std::string_view& line : head) {
    if (!take(text, '\n', line)) return false;
  }
  view.sides[0].language = head[0];
  view.sides[1].language = head[1];
  view.built_by = head[2];
  if (head[0].empty() || head[1].empty()) return false;
  for (std::string_view line; take(text, '\n', line);) {
    LexiconSource source;
    if (!read_source(line, source) || view.sources.size() >= kMostSources) return false;
    view.sources.push_back(std::move(source));
  }
  return text.empty();
}

}  // namespace weft
