// SPDX-License-Identifier: Apache-2.0
/// Cutting at line ends, and nothing else.
#include "sentence_lines.hpp"

#include <algorithm>
#include <cstddef>

namespace weft::plain {
namespace {

// The ideographic space and the mark that files begin with are several bytes each.
constexpr std::string_view kBlanks[] = {" ", "\t", "\r", "\v", "\f", "\u3000", "\u00A0", "\uFEFF"};

void trim_range(std::string_view text, std::size_t& begin, std::size_t& end) {
  const auto starts = [&](std::string_view blank) {
    return text.substr(begin, end - begin).starts_with(blank);
  };
  const auto ends = [&](std::string_view blank) {
    return text.substr(begin, end - begin).ends_with(blank);
  };
  for (const auto* blank = std::ranges::find_if(kBlanks, starts); blank != std::end(kBlanks);
       blank = std::ranges::find_if(kBlanks, starts))
    begin += blank->size();
  for (const auto* blank = std::ranges::find_if(kBlanks, ends); blank != std::end(kBlanks);
       blank = std::ranges::find_if(kBlanks, ends))
    end -= blank->size();
}

}  // namespace

std::vector<SentenceLine> sentence_lines(std::string_view text) {
  std::vector<SentenceLine> out;
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    std::size_t end = line_end;
    trim_range(text, begin, end);
    if (begin < end) {
      out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), fresh});
    }
    fresh = begin == end;
    at = line_end + 1;
  }
  return out;
}

}  // namespace weft::plain
