// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_srt: subtitles become running text whose parts know when they were shown.

#include <weft/plugin.hpp>
#include <weft/records/source_text.hpp>

#include <string>
#include <vector>

#include "cues.hpp"
#include "running_text.hpp"

namespace weft {
namespace {

constexpr const char* kSpeaker = "speaker";
constexpr const char* kSound = "sound";
constexpr const char* kCreditsParam = "credits";

class SubtitleParser final : public Parser {
 public:
  explicit SubtitleParser(const Options& /*options*/) {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return srt::sniff_srt(uri, media_type, head);
  }

  void parse(const Source& source, Document& document) override {
    const SourceText text(source.bytes);
    const srt::Subtitles subtitles = srt::read_cues(text.text());
    if (subtitles.cues.empty() && text.text().find("-->") == std::string_view::npos &&
        !subtitles.webvtt)
      throw Error(WEFT_E_INPUT, std::string(source.uri) +
                                    ": no cue in it; a line like 00:00:01,000 --> 00:00:02,000 "
                                    "begins one");
    if (subtitles.mended > 0)
      document.context().warn(std::string(source.uri) + ": " + std::to_string(subtitles.mended) +
                              " cues end before they start; their end is taken to be their start");
    document.set_source(1, subtitles.webvtt ? "text/vtt" : "application/x-subrip", text.encoding());
    if (text.repaired() > 0)
      document.set(on_source(1), repaired_, static_cast<std::int64_t>(text.repaired()));
    const srt::RunningText running = srt::join_cues(subtitles);
    const std::vector<weft_run> runs = text.to_source(running.text.runs());
    const weft_id view =
        document.add_view({.name = WEFT_VIEW_TEXT, .text = running.text.text(), .runs = runs});
    for (const srt::TextBlock& block : running.blocks)
      write(block, subtitles, view, document);
  }

 private:
  void write(const srt::TextBlock& block, const srt::Subtitles& subtitles, weft_id view,
             Document& document) const {
    const bool drop = block.kind == srt::LineKind::kSound || block.kind == srt::LineKind::kCredits;
    const weft_id type = drop                                 ? boilerplate_
                         : block.kind == srt::LineKind::kSong ? quote_
                                                              : paragraph_;
    const weft_id span = document.add_span(type, view, block.begin, block.end);
    if (drop)
      document.set(on_span(span), reason_,
                   block.kind == srt::LineKind::kSound ? kSound : kCreditsParam);
    for (const srt::CueRange& range : block.cues) {
      const weft_id cue = document.add_span(cue_, view, range.begin, range.end, span);
      document.set_real(on_span(cue), start_, subtitles.cues[range.cue].start);
      document.set_real(on_span(cue), end_, subtitles.cues[range.cue].end);
      if (!range.speaker.empty()) document.set(on_span(cue), speaker_, range.speaker);
    }
  }

  weft_id paragraph_ = name(WEFT_SPAN_PARAGRAPH);
  weft_id quote_ = name(WEFT_SPAN_QUOTE);
  weft_id boilerplate_ = name(WEFT_SPAN_BOILERPLATE);
  weft_id cue_ = name(WEFT_SPAN_CUE);
  weft_id reason_ = name(WEFT_KEY_REASON);
  weft_id start_ = name(WEFT_KEY_START);
  weft_id end_ = name(WEFT_KEY_END);
  weft_id speaker_ = name(kSpeaker);
  weft_id repaired_ = name(WEFT_KEY_REPAIRED);
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::SubtitleParser, .id = "parse_srt", .version = "0.1.0",
            .doc =
                "Reads subtitles (SubRip, WebVTT): running text in paragraphs, with the time of "
                "every part.",
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_CUE},
            .media_types = {"application/x-subrip", "text/vtt"})
