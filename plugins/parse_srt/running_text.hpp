// SPDX-License-Identifier: Apache-2.0
/// Joins cues into running text: paragraphs, each knowing which part of it was shown when.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include "cues.hpp"
#include "line_kinds.hpp"

namespace weft::srt {

struct CueRange {
  std::size_t begin, end;  ///< of the text
  std::size_t cue;         ///< index in Subtitles::cues
  std::string speaker;
};

struct TextBlock {
  LineKind kind = LineKind::kSpeech;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<CueRange> cues;
};

struct RunningText {
  MappedText text;
  std::vector<TextBlock> blocks;
  bool bilingual = false;
};

/// In a subtitle of two languages (a line of each in most cues) each paragraph is followed by its
/// translation: the same cues in the other language.
RunningText join_cues(const Subtitles& subtitles);

}  // namespace weft::srt
