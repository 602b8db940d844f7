// SPDX-License-Identifier: Apache-2.0
/// Lines of times are the landmarks; what lies between two of them is a cue.
#include "cues.hpp"

#include <weft/records/source_text.hpp>

#include <algorithm>
#include <cmath>

namespace weft::srt {
namespace {

struct Line {
  std::size_t begin, end;
};

std::vector<Line> split(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({begin, end});
    begin = end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_number(std::string_view line) {
  return !line.empty() && line.size() < 8 &&
         line.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1:02:03,456" or "02:03.456", taken off the front; below 0 when there is none.
double take_time(std::string_view& rest) {
  double seconds = 0;
  int parts = 0;
  bool fraction = false;
  while (true) {
    std::size_t digits = 0;
    double value = 0;
    for (; digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9'; ++digits)
      value = value * 10 + (rest[digits] - '0');
    if (digits == 0 || digits > 6) return -1;
    rest.remove_prefix(digits);
    if (fraction) return seconds + value / std::pow(10.0, static_cast<double>(digits));
    seconds = seconds * 60 + value;
    ++parts;
    const char next = rest.empty() ? ' ' : rest.front();
    // Some write "00:01:02:500": the fourth part is the fraction.
    fraction = next == ',' || next == '.' || (next == ':' && parts == 3);
    if (next != ':' && !fraction) break;
    rest.remove_prefix(1);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return parts >= 2 ? seconds : -1;
}

class CueReader {
 public:
  explicit CueReader(std::string_view text) : text_(text), lines_(split(text)) {}

  Subtitles read() {
    std::size_t at = 0;
    while (at < lines_.size() && line(at).empty())
      ++at;
    out_.webvtt = at < lines_.size() && line(at).starts_with("WEBVTT");
    find_cues();
    for (std::size_t i = 0; i < found_.size(); ++i)
      read_cue(i);
    return std::move(out_);
  }

 private:
  struct Found {
    std::size_t at;     // index of its line of times
    std::size_t above;  // index of its first line: its number or name, or `at`
    double start, end;
  };

  [[nodiscard]] std::string_view line(std::size_t i) const {
    return trimmed(text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin));
  }

  void find_cues() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Found found{i, i, 0, 0};
      if (!read_times(line(i), found.start, found.end)) continue;
      const std::size_t floor = found_.empty() ? 0 : found_.back().at + 1;
      if (i > floor && names_cue(i - 1)) found.above = i - 1;
      if (found_.empty()) numbered_ = found.above < i && is_number(line(i - 1));
      found_.push_back(found);
    }
  }

  /// Where the first cue has a number all have one, whatever it is; otherwise a number that stands
  /// right below a line of text is text. WebVTT has names too.
  [[nodiscard]] bool names_cue(std::size_t i) const {
    if (line(i).empty()) return false;
    const bool apart = i == 0 || line(i - 1).empty();
    if (is_number(line(i))) return apart || numbered_;
    return out_.webvtt && apart;
  }

  void read_cue(std::size_t index) {
    const Found& found = found_[index];
    const std::size_t stop = index + 1 < found_.size() ? found_[index + 1].above : lines_.size();
    Cue cue{found.start, std::max(found.start, found.end), found.at + 1, {}};
    out_.mended += found.end < found.start ? 1U : 0U;
    bool note = false;
    std::string speaker;
    for (std::size_t i = found.at + 1; i < stop; ++i) {
      const std::string_view content = line(i);
      const bool after_blank = i > found.at + 1 && line(i - 1).empty();
      if (out_.webvtt && after_blank && is_note(content)) note = true;
      if (content.empty()) note = false;
      if (note || content.empty()) continue;
      for (CueLine& made : read_line(text_, lines_[i].begin, lines_[i].end)) {
        // A voice goes on over the lines of its cue.
        if (made.speaker.empty() && !made.dashed) made.speaker = speaker;
        speaker = made.speaker;
        cue.lines.push_back(std::move(made));
      }
    }
    if (!cue.lines.empty()) out_.cues.push_back(std::move(cue));
  }

  static bool is_note(std::string_view content) {
    return content == "NOTE" || content.starts_with("NOTE ") || content == "STYLE" ||
           content == "REGION";
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<Found> found_;
  bool numbered_ = false;
  Subtitles out_;
};

}  // namespace

bool read_times(std::string_view line, double& start, double& end) {
  const std::size_t arrow = line.find("-->");
  if (arrow == std::string_view::npos || arrow > 24) return false;
  std::string_view before = trimmed(line.substr(0, arrow));
  std::string_view behind = trimmed(line.substr(arrow + 3));
  start = take_time(before);
  end = take_time(behind);
  return start >= 0 && end >= 0 && trimmed(before).empty() &&
         (behind.empty() || behind.front() == ' ' || behind.front() == '\t');
}

Subtitles read_cues(std::string_view text) {
  return CueReader(text).read();
}

int sniff_srt(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = bare_media_type(media_type);
  for (const char* mine : {"text/vtt", "application/x-subrip", "text/srt", "application/srt"}) {
    if (type == mine) return 100;
  }
  if (!type.empty() && type != "application/octet-stream") return 0;
  const std::string text = sniffable(head.substr(0, 16384));
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  if (text.compare(first, 6, "WEBVTT") == 0) return 95;
  std::size_t times = 0;
  std::size_t before = 0;  // lines above the first times
  for (const Line& line : split(text)) {
    double start = 0;
    double end = 0;
    if (read_times(trimmed(std::string_view(text).substr(line.begin, line.end - line.begin)), start,
                   end))
      ++times;
    before += times == 0 && line.begin < line.end ? 1U : 0U;
  }
  if (times == 0) return 0;
  // Times far down are quoted in some other text.
  if (before <= 2) return times > 1 ? 95 : 85;
  const bool named = has_ending(uri, ".srt") || has_ending(uri, ".vtt");
  return named ? 75 : times > 3 && before <= 20 ? 60 : 20;
}

}  // namespace weft::srt
