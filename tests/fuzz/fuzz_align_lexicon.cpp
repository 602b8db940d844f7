// SPDX-License-Identifier: Apache-2.0
/// Any two texts, cut at line breaks: every sentence is in one bead, and scores are probabilities.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "align_text.hpp"
#include "weft/utf8.hpp"

namespace {

weft::TextSide side_of(std::string_view text) {
  weft::TextSide out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out.sentences.push_back(text.substr(0, end));
    out.begins_block.push_back(out.sentences.back().empty() ? 1 : 0);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (weft::find_invalid_utf8(text) != std::string_view::npos) return 0;
  const std::size_t middle = text.find('\f');
  if (middle == std::string_view::npos) return 0;
  const weft::TextSide source = side_of(text.substr(0, middle));
  const weft::TextSide target = side_of(text.substr(middle + 1));
  weft::AlignSettings settings;
  settings.source_language = "en";
  settings.target_language = "zh";
  weft::TextAligner aligner(settings);
  const weft::AlignedText aligned = aligner.align(source, target, {});
  std::size_t row = 0;
  std::size_t column = 0;
  for (const weft::Bead& bead : aligned.beads) {
    if (bead.source_begin != row || bead.target_begin != column) std::abort();
    if (!(bead.score >= 0 && bead.score <= 1)) std::abort();
    row += bead.source_count;
    column += bead.target_count;
  }
  if (row != source.sentences.size() || column != target.sentences.size()) std::abort();
  return 0;
}
