// SPDX-License-Identifier: Apache-2.0
/// Where a paragraph ends: pauses, dashes, voices, and the ends of sentences.
#include "running_text.hpp"

#include <weft/records/join_lines.hpp>
#include <weft/text/script.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace weft::srt {
namespace {

constexpr double kPause = 2.0;              // seconds without a word: somebody begins anew
constexpr double kPauseInside = 5.0;        // even in the middle of a sentence
constexpr std::size_t kLongParagraph = 12;  // cues, after which the next sentence begins a new one
constexpr std::size_t kEdgeCues = 3;
constexpr std::size_t kTracks = 2;  // written without blanks (Chinese, Japanese), and all others

/// A part of a line with what is known of it.
struct Part {
  std::size_t cue = 0;
  LineKind kind = LineKind::kSpeech;
  std::size_t track = 0;
  bool dashed = false;
  std::string speaker;
  MappedText text;
};

std::size_t track_of(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  const std::uint64_t wide = counts[Script::kHan] + counts.kana() + counts[Script::kHangul];
  // Names in Latin letters may stand in a Chinese line; a Han character is worth several letters.
  return wide * 4 >= counts.letters() && wide > 0 ? 0 : 1;
}

/// Quotes and brackets that may stand behind a sentence's last mark.
std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : {"\"", "'", "”", "’", "」", "』", ")", "）", "]", " "}) {
      if (text.ends_with(closer)) text.remove_suffix(closer.size()), again = true;
    }
  }
  return text;
}

bool trails_off(std::string_view text) {
  text = without_closers(text);
  return text.ends_with("...") || text.ends_with("…") || text.ends_with("--") ||
         text.ends_with("—") || text.ends_with("-");
}

bool ends_sentence(std::string_view text) {
  if (trails_off(text)) return false;
  text = without_closers(text);
  for (const std::string_view stop : {".", "!", "?", "。", "！", "？", "．", "؟"}) {
    if (text.ends_with(stop)) return true;
  }
  return false;
}

bool begins_lower(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \"'.");
  if (text.starts_with("...") || text.starts_with("…")) return true;
  return first != std::string_view::npos && text[first] >= 'a' && text[first] <= 'z';
}

/// Sorts lines into parts.
std::vector<Part> parts_of(const Subtitles& subtitles) {
  std::vector<Part> parts;
  const std::size_t count = subtitles.cues.size();
  for (std::size_t i = 0; i < count; ++i) {
    // Of a handful of cues most are edges, and that is no evidence.
    const bool edge = count > 4 * kEdgeCues && (i < kEdgeCues || i + kEdgeCues >= count);
    for (const CueLine& line : subtitles.cues[i].lines) {
      for (const LinePart& piece : line_parts(line.text.text(), edge)) {
        Part& part = parts.emplace_back();
        part.cue = i;
        part.kind = piece.kind;
        part.speaker = line.speaker;
        part.dashed = line.dashed;
        part.text.append(line.text, piece.begin, piece.end);
        part.track = track_of(part.text.text());
      }
    }
  }
  return parts;
}

/// What the parts say of the whole subtitle.
struct Habits {
  bool bilingual = false;
  std::size_t first_track = 0;             ///< the language that stands above
  std::array<bool, kTracks> punctuated{};  ///< its sentences end with marks
};

Habits habits_of(const std::vector<Part>& parts) {
  Habits out;
  std::array<std::size_t, kTracks> lines{};
  std::array<std::size_t, kTracks> marked{};
  std::size_t cues = 0;
  std::size_t both = 0;
  std::size_t wide_first = 0;
  for (std::size_t i = 0; i < parts.size();) {
    std::array<bool, kTracks> seen{};
    const std::size_t cue = parts[i].cue;
    std::size_t first = kTracks;
    for (; i < parts.size() && parts[i].cue == cue; ++i) {
      const Part& part = parts[i];
      if (part.kind != LineKind::kSpeech && part.kind != LineKind::kSong) continue;
      if (first == kTracks) first = part.track;
      seen[part.track] = true;
      ++lines[part.track];
      const std::string_view text = part.text.text();
      const bool full = text.find("。") != std::string_view::npos ||
                        text.find("，") != std::string_view::npos ||
                        text.find(". ") != std::string_view::npos || ends_sentence(text);
      marked[part.track] += full ? 1U : 0U;
    }
    cues += first < kTracks ? 1U : 0U;
    both += seen[0] && seen[1] ? 1U : 0U;
    wide_first += seen[0] && seen[1] && first == 0 ? 1U : 0U;
  }
  out.bilingual = both >= 2 && both * 2 >= cues;
  out.first_track = wide_first * 2 >= both ? 0 : 1;
  for (std::size_t track = 0; track < kTracks; ++track)
    out.punctuated[track] = marked[track] * 4 >= lines[track] && marked[track] > 0;
  return out;
}

class Joiner {
 public:
  Joiner(const Subtitles& subtitles, std::vector<Part> parts)
      : subtitles_(subtitles), parts_(std::move(parts)), habits_(habits_of(parts_)) {
    out_.bilingual = habits_.bilingual;
  }

  RunningText join() {
    for (const Part& part : parts_) {
      if (part.kind == LineKind::kSound || part.kind == LineKind::kCredits) {
        // Between two sentences it stands where it is; inside one it waits for its end.
        if (finished(0) && finished(1)) flush();
        asides_.push_back(&part);
        if (!is_open()) flush();
        continue;
      }
      if (begins_paragraph(part)) flush();
      open_[habits_.bilingual ? part.track : 0].push_back(&part);
      last_ = &part;
    }
    flush();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_open() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const auto& track) { return !track.empty(); });
  }

  /// In a track without marks every cue is a sentence.
  [[nodiscard]] bool finished(std::size_t track) const {
    if (open_[track].empty()) return true;
    const Part& part = *open_[track].back();
    return !habits_.punctuated[part.track] || ends_sentence(part.text.text());
  }

  [[nodiscard]] bool begins_paragraph(const Part& next) const {
    if (!is_open()) return false;
    const Part& last = *last_;
    if (next.kind != last.kind) return true;
    const bool same_cue = next.cue == last.cue;
    if (same_cue && habits_.bilingual && next.track != last.track) return false;
    // A voice's first line has its dash; the translation below has its own.
    if (next.dashed && !(habits_.bilingual && same_cue)) return true;
    if (next.speaker != last.speaker) return true;
    if (same_cue) return false;
    const double gap = subtitles_.cues[next.cue].start - subtitles_.cues[last.cue].end;
    const bool ended = finished(0) && finished(1);
    if (!ended) return gap > kPauseInside || (gap > kPause && !goes_on(next));
    if (habits_.bilingual || !habits_.punctuated[last.track]) return true;
    return gap > kPause || open_[0].size() >= kLongParagraph;
  }

  [[nodiscard]] static bool goes_on(const Part& next) {
    return next.track == 0 || begins_lower(next.text.text());
  }

  void flush() {
    const std::size_t first = habits_.bilingual ? habits_.first_track : 0;
    for (std::size_t n = 0; n < kTracks; ++n) {
      std::vector<const Part*>& track = open_[(first + n) % kTracks];
      if (!track.empty()) write(track);
      track.clear();
    }
    for (const Part* aside : asides_)
      write({aside});
    asides_.clear();
  }

  void write(const std::vector<const Part*>& track) {
    MappedText& text = out_.text;
    if (!text.empty()) text.join("\n");
    TextBlock block{track.front()->kind, text.size(), 0, {}};
    const Part* before = nullptr;
    for (const Part* part : track) {
      if (before != nullptr) text.join(line_joint(before->text.text(), part->text.text()));
      const std::size_t begin = text.size();
      text.append(part->text);
      const bool same = before != nullptr && before->cue == part->cue;
      if (same)
        block.cues.back().end = text.size();
      else
        block.cues.push_back({begin, text.size(), part->cue, part->speaker});
      before = part;
    }
    block.end = text.size();
    out_.blocks.push_back(std::move(block));
  }

  const Subtitles& subtitles_;
  std::vector<Part> parts_;
  Habits habits_;
  std::array<std::vector<const Part*>, kTracks> open_;
  std::vector<const Part*> asides_;
  const Part* last_ = nullptr;
  RunningText out_;
};

}  // namespace

RunningText join_cues(const Subtitles& subtitles) {
  return Joiner(subtitles, parts_of(subtitles)).join();
}

}  // namespace weft::srt
