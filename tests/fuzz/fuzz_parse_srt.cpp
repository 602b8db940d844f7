// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way of subtitles from arbitrary bytes to running text, and checks what it promises.
#include <weft/records/source_text.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cues.hpp"
#include "running_text.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::srt::RunningText& running, std::size_t cues, std::string_view source) {
  const std::string_view text = running.text.text();
  require(weft::find_invalid_utf8(text) == std::string_view::npos);
  std::size_t end = 0;
  for (const weft::srt::TextBlock& block : running.blocks) {
    require(block.begin >= end && block.begin < block.end && block.end <= text.size());
    end = block.end;
    for (const weft::srt::CueRange& cue : block.cues) {
      require(cue.cue < cues && block.begin <= cue.begin && cue.begin < cue.end);
      require(cue.end <= block.end && weft::on_border(text, cue.begin));
      require(weft::on_border(text, cue.end));
    }
  }
  for (const weft_run& run : running.text.runs()) {
    require(run.there + std::uint64_t{run.count} * run.there_unit <= source.size());
    if (run.here_unit == 1 && run.there_unit == 1)
      require(text.substr(run.here, run.count) == source.substr(run.there, run.count));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::srt::sniff_srt("", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  const weft::SourceText source(bytes);
  const weft::srt::Subtitles subtitles = weft::srt::read_cues(source.text());
  for (const weft::srt::Cue& cue : subtitles.cues)
    require(cue.start >= 0 && cue.end >= cue.start && !cue.lines.empty());
  check(weft::srt::join_cues(subtitles), subtitles.cues.size(), source.text());
  return 0;
}
