// SPDX-License-Identifier: Apache-2.0
/// Reads the cues of SubRip and WebVTT text: times and lines, markup taken out.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weft::srt {

/// One line of a cue as it is read aloud, its runs pointing into the subtitle's text.
struct CueLine {
  MappedText text;
  std::string speaker;  ///< of <v Name>, or empty
  bool dashed = false;  ///< a dash in front says that somebody else speaks
};

struct Cue {
  double start = 0;  ///< seconds
  double end = 0;
  std::size_t line = 0;  ///< of its times, from 1
  std::vector<CueLine> lines;
};

struct Subtitles {
  std::vector<Cue> cues;
  bool webvtt = false;
  std::size_t mended = 0;  ///< cues whose end lay before their start
};

/// Reads valid UTF-8. Every line of times begins a cue, whatever its number and with or without a
/// blank line above; blank lines inside a cue are let pass. Linear.
Subtitles read_cues(std::string_view text);

/// "00:01:02,500 --> 00:01:04.000 align:start", hours left out or not. False when it is none.
bool read_times(std::string_view line, double& start, double& end);

/// Lines without markup: tags (i, c.colour, font with attributes), {\an8}; entities decoded; `\N`
/// and br make two lines. Blanks at the ends are left out; a line of nothing is none.
std::vector<CueLine> read_line(std::string_view text, std::size_t begin, std::size_t end);

/// 0 .. 100 as sdk/README.md has it.
int sniff_srt(std::string_view uri, std::string_view media_type, std::string_view head);

}  // namespace weft::srt
