// SPDX-License-Identifier: Apache-2.0
/// Counts what only Markdown has, line by line.
#include <weft/records/source_text.hpp>

#include <algorithm>
#include <array>
#include <string>

#include "read_markdown.hpp"

namespace weft::markdown {
namespace {

constexpr std::size_t kLookedAt = 16384;

/// Evidence by kind: points, and how many of them one kind may give.
struct Evidence {
  std::size_t headings = 0, fences = 0, links = 0, tables = 0, emphasis = 0, items = 0,
              references = 0;
  std::size_t lines = 0, tags = 0;

  [[nodiscard]] std::size_t points() const {
    return 2 * std::min<std::size_t>(headings, 3) + 3 * std::min<std::size_t>(fences / 2, 2) +
           2 * std::min<std::size_t>(links, 3) + 3 * std::min<std::size_t>(tables, 2) +
           std::min<std::size_t>(emphasis, 2) + std::min<std::size_t>(items / 2, 2) +
           2 * std::min<std::size_t>(references, 2);
  }
  [[nodiscard]] std::size_t kinds() const {
    const std::array<bool, 6> seen = {headings > 0, fences > 1,   links > 0,
                                      tables > 0,   emphasis > 0, references > 0};
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
  }
};

bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ';
}

std::size_t count_links(std::string_view line) {
  std::size_t links = 0;
  for (std::size_t at = line.find("]("); at != std::string_view::npos;
       at = line.find("](", at + 2)) {
    const bool opened = line.substr(0, at).rfind('[') != std::string_view::npos;
    links += opened && line.find(')', at) != std::string_view::npos ? 1U : 0U;
  }
  return links;
}

void count_line(std::string_view line, Evidence& out) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return;
  ++out.lines;
  line = line.substr(first);
  out.headings += is_heading(line) ? 1U : 0U;
  out.fences += line.starts_with("```") || line.starts_with("~~~") ? 1U : 0U;
  out.links += count_links(line.substr(0, 2000));
  const bool rule =
      line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos;
  out.tables += rule && line.find_first_not_of("|-: \r") == std::string_view::npos ? 1U : 0U;
  const std::size_t bold = line.find("**");
  out.emphasis +=
      bold != std::string_view::npos && line.find("**", bold + 3) != std::string_view::npos ? 1U
                                                                                            : 0U;
  out.items += line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") ? 1U : 0U;
  const std::size_t reference = line.starts_with("[") ? line.find("]: ") : std::string_view::npos;
  out.references += reference != std::string_view::npos && reference < 80 ? 1U : 0U;
  out.tags += line.front() == '<' ? 1U : 0U;
}

bool begins_page(std::string_view text) {
  std::string start(text.substr(0, 15));
  std::transform(start.begin(), start.end(), start.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const char* opening : {"<!doctype", "<html", "<head", "<body", "<?xml", "%pdf", "{\\rtf"}) {
    if (start.starts_with(opening)) return true;
  }
  return false;
}

}  // namespace

int sniff_markdown(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = bare_media_type(media_type);
  if (type == "text/markdown" || type == "text/x-markdown") return 100;
  if (!type.empty() && type != "application/octet-stream") return 0;
  const std::string whole = sniffable(head.substr(0, kLookedAt));
  const std::string_view text = whole;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.find('\0') != std::string_view::npos) return 0;
  if (begins_page(text.substr(first))) return 0;
  const bool named =
      has_ending(uri, ".md") || has_ending(uri, ".markdown") || has_ending(uri, ".mkd");
  Evidence found;
  std::size_t at = 0;
  const std::size_t front = read_front_matter(text).end;
  for (at = front; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    count_line(text.substr(at, end - at), found);
    at = end + 1;
  }
  const std::size_t points = found.points() + (front > 0 ? 4U : 0U);
  const std::size_t kinds = found.kinds() + (front > 0 ? 1U : 0U);
  const bool html = found.tags * 2 > found.lines;
  if (html && points < 6) return named ? 30 : 5;
  const bool strong = points >= 6 && kinds >= 2;
  // Headings with links or fences are Markdown's own; a README may begin with HTML all the same.
  if (named) return strong ? 88 : points >= 2 ? 75 : 55;
  return strong && !html ? 60 : static_cast<int>(std::min<std::size_t>(36, 4 * points));
}

}  // namespace weft::markdown
