// SPDX-License-Identifier: Apache-2.0
/// What a line of a subtitle is: speech, a sound, a song, or the subtitler's own credits.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace weft::srt {

enum class LineKind { kSpeech, kSound, kSong, kCredits };

struct LinePart {
  LineKind kind = LineKind::kSpeech;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The parts of a line in order: "[door slams] Who is it?" has two. `at_edge`: one of the first or
/// last cues, where credits need less evidence.
std::vector<LinePart> line_parts(std::string_view line, bool at_edge);

}  // namespace weft::srt
