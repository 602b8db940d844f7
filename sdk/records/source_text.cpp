// SPDX-License-Identifier: Apache-2.0
/// Reading UTF-8 in place, and what sniffers share.
#include "weft/records/source_text.hpp"

#include <weft/offset_map.hpp>
#include <weft/utf8.hpp>

#include <algorithm>

#include "weft/ascii.hpp"

namespace weft {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

}  // namespace

SourceText::SourceText(std::string_view bytes) {
  mark_ = bytes.starts_with(kMark) ? kMark.size() : 0;
  plain_ = bytes.substr(mark_);
  const bool clean = find_invalid_utf8(plain_) == std::string_view::npos &&
                     plain_.find('\0') == std::string_view::npos &&
                     plain_.find('\x1B') == std::string_view::npos;  // ISO-2022 is seven-bit too
  if (clean) {
    decoded_.encoding = "UTF-8";
    return;
  }
  decoded_ = decode(bytes);
  copied_ = true;
}

std::vector<weft_run> SourceText::to_source(std::vector<weft_run> runs) const {
  if (copied_) return compose(runs, decoded_.runs);
  for (weft_run& run : runs)
    run.there += mark_;
  return runs;
}

std::string sniffable(std::string_view head) {
  if (head.starts_with(kMark)) head.remove_prefix(kMark.size());
  const std::string_view start = head.substr(0, 64);
  const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
  const bool marked = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (!marked && zeros * 3 < start.size()) return std::string(head);
  std::string out;
  // What is no ASCII keeps one byte of its two, which is all that counting structure needs.
  std::copy_if(head.begin() + (marked ? 2 : 0), head.end(), std::back_inserter(out),
               [](char c) { return c != '\0'; });
  return out;
}

std::string bare_media_type(std::string_view media_type) {
  std::string type(media_type.substr(0, media_type.find(';')));
  while (!type.empty() && type.back() == ' ')
    type.pop_back();
  return ascii_lowered(type);
}

bool has_ending(std::string_view uri, std::string_view ending) {
  return uri.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(),
                    uri.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == ascii_lower(b); });
}

}  // namespace weft
