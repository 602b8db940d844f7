// SPDX-License-Identifier: Apache-2.0
/// Finds emphasis that CommonMark's rules miss in Chinese.
#include <weft/offset_map.hpp>
#include <weft/records/join_lines.hpp>
#include <weft/utf8.hpp>

#include <algorithm>

#include "read_markdown.hpp"

namespace weft::markdown {
namespace {

constexpr std::string_view kMarker = "**";
constexpr std::size_t kFarthestPartner = 600;  // bytes between two that belong together

struct Marker {
  std::size_t at;
  bool may_open, may_close, wide;
};

bool is_blank(char32_t point) {
  return point == 0 || point == ' ' || point == '\t' || point == '\n' || point == 0x3000;
}

}  // namespace

std::vector<Range> stray_markers(const MappedText& mapped, std::string_view source,
                                 const std::vector<Range>& code) {
  const std::string_view text = mapped.text();
  std::vector<Marker> markers;
  for (std::size_t at = text.find(kMarker); at != std::string_view::npos;
       at = text.find(kMarker, at)) {
    std::size_t run = at;
    while (run < text.size() && text[run] == '*')
      ++run;
    const std::size_t begin = std::exchange(at, run);
    if (run - begin != 2) continue;
    const bool in_code = std::any_of(code.begin(), code.end(), [&](const Range& range) {
      return range.begin <= begin && begin < range.end;
    });
    const MappedRange origin = trace(mapped.runs(), static_cast<std::uint32_t>(begin),
                                     static_cast<std::uint32_t>(begin) + 1);
    const bool escaped = origin.known && origin.begin > 0 && source[origin.begin - 1] == '\\';
    if (in_code || escaped) continue;
    const char32_t before = last_code_point(text.substr(0, begin));
    std::size_t next = run;
    const char32_t behind = run < text.size() ? next_code_point(text, next) : 0;
    markers.push_back(
        {begin, !is_blank(behind), !is_blank(before), is_wide(before) || is_wide(behind)});
  }
  std::vector<Range> out;
  for (std::size_t i = 0; i + 1 < markers.size(); ++i) {
    const Marker& open = markers[i];
    const Marker& close = markers[i + 1];
    const bool pair = open.may_open && close.may_close && close.at > open.at + 2 &&
                      close.at - open.at < kFarthestPartner && (open.wide || close.wide);
    if (!pair) continue;
    out.push_back({open.at, open.at + 2});
    out.push_back({close.at, close.at + 2});
    ++i;
  }
  return out;
}

}  // namespace weft::markdown
