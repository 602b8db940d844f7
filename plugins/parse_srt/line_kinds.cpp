// SPDX-License-Identifier: Apache-2.0
/// Brackets, notes, and the wordings of credits in both languages.
#include "line_kinds.hpp"

#include <algorithm>
#include <string>

namespace weft::srt {
namespace {

constexpr std::size_t kLongestSound = 90;  // bytes

constexpr std::string_view kCredits[] = {
    "subtitles by",  "subtitle by",    "subtitled by",    "subtitles:", "captions by",
    "captioned by",  "captioning by",  "captioning made", "synced by",  "sync by",
    "resync by",     "synced and cor", "synced & cor",    "sync & cor", "sync and cor",
    "opensubtitles", "addic7ed",       "subscene",        "http://",    "https://",
    "字幕由",        "字幕组",         "字幕組",          "字幕制作",   "字幕製作",
    "字幕翻译",      "字幕翻譯",       "字幕下载",        "字幕下載",   "字幕社"};
constexpr std::string_view kCreditsAtEdge[] = {
    "translated by",  "translation by",  "translation:",  "corrected by",
    "corrections by", "transcribed by",  "transcript by", "encoded by",
    "ripped by",      "downloaded from", "www.",          ".com",
    "字幕",           "本片由",          "仅供学习",      "僅供學習"};
/// With a colon behind it.
constexpr std::string_view kLabels[] = {"翻译", "翻譯", "校对",   "校對",   "校订", "校訂",
                                        "听译", "聽譯", "时间轴", "時間軸", "时间", "后期",
                                        "後期", "压制", "壓制",   "监制",   "監製", "总监",
                                        "總監", "字幕", "轴",     "特效",   "译者", "譯者"};

constexpr std::string_view kNotes[] = {"♪", "♫", "♬", "♩"};

struct Brackets {
  std::string_view open, close;
  bool sure;  ///< stands for sounds wherever it stands; round ones only around whole lines
};
constexpr Brackets kBrackets[] = {{"[", "]", true},
                                  {"【", "】", true},
                                  {"［", "］", true},
                                  {"(", ")", false},
                                  {"（", "）", false}};

bool is_credits(std::string_view line, bool at_edge) {
  std::string small(line);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto holds = [&](std::string_view words) { return small.find(words) != std::string::npos; };
  if (std::any_of(std::begin(kCredits), std::end(kCredits), holds)) return true;
  if (at_edge && std::any_of(std::begin(kCreditsAtEdge), std::end(kCreditsAtEdge), holds))
    return true;
  return std::any_of(std::begin(kLabels), std::end(kLabels), [&](std::string_view label) {
    if (!line.starts_with(label)) return false;
    const std::string_view rest = line.substr(label.size());
    return rest.starts_with(":") || rest.starts_with("：") || rest.starts_with(" :");
  });
}

bool is_note(std::string_view text) {
  return std::any_of(std::begin(kNotes), std::end(kNotes),
                     [&](std::string_view note) { return text.starts_with(note); });
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The line without notes and blanks at its ends.
std::string_view without_notes(std::string_view line) {
  for (bool again = true; again;) {
    again = false;
    line = without_blanks(line);
    for (const std::string_view note : kNotes) {
      if (line.starts_with(note)) line.remove_prefix(note.size()), again = true;
      if (line.ends_with(note)) line.remove_suffix(note.size()), again = true;
    }
  }
  return line;
}

/// "(laughs)": not what is long, or ends as a sentence does.
bool is_aside(std::string_view inside) {
  for (const std::string_view stop : {".", "!", "?", "。", "！", "？"}) {
    if (inside.ends_with(stop)) return true;
  }
  return inside.size() > kLongestSound;
}

class Splitter {
 public:
  explicit Splitter(std::string_view line) : line_(line) {}

  std::vector<LinePart> split() {
    std::string_view rest = without_blanks(line_);
    std::vector<LinePart> tail;
    while (take_sound(rest, true, out_)) {
    }
    while (take_sound(rest, false, tail)) {
    }
    if (!rest.empty()) add(LineKind::kSpeech, rest, out_);
    out_.insert(out_.end(), tail.rbegin(), tail.rend());
    return std::move(out_);
  }

 private:
  void add(LineKind kind, std::string_view part, std::vector<LinePart>& parts) {
    const auto begin = static_cast<std::size_t>(part.data() - line_.data());
    parts.push_back({kind, begin, begin + part.size()});
  }

  bool take_sound(std::string_view& rest, bool front, std::vector<LinePart>& parts) {
    for (const Brackets& pair : kBrackets) {
      std::string_view part;
      if (front && rest.starts_with(pair.open)) {
        const std::size_t close = rest.find(pair.close);
        if (close != std::string_view::npos) part = rest.substr(0, close + pair.close.size());
      } else if (!front && rest.ends_with(pair.close)) {
        const std::size_t open = rest.rfind(pair.open);
        if (open != std::string_view::npos) part = rest.substr(open);
      }
      if (part.size() <= pair.open.size() + pair.close.size()) continue;
      const std::string_view inside =
          part.substr(pair.open.size(), part.size() - pair.open.size() - pair.close.size());
      const bool whole = part.size() == rest.size();
      if (!pair.sure && (!whole || is_aside(inside))) continue;
      if (part.size() > 2 * kLongestSound) continue;
      add(LineKind::kSound, part, parts);
      rest = without_blanks(front ? rest.substr(part.size())
                                  : rest.substr(0, rest.size() - part.size()));
      return !rest.empty();
    }
    return false;
  }

  std::string_view line_;
  std::vector<LinePart> out_;
};

}  // namespace

std::vector<LinePart> line_parts(std::string_view line, bool at_edge) {
  if (is_credits(line, at_edge)) return {{LineKind::kCredits, 0, line.size()}};
  const bool hash = line.starts_with("# ") && line.ends_with(" #");
  if (is_note(line) || hash || without_notes(line).size() + 3 <= without_blanks(line).size()) {
    std::string_view words = without_notes(line);
    if (hash) words = without_blanks(line.substr(1, line.size() - 2));
    if (words.empty()) return {{LineKind::kSound, 0, line.size()}};
    const auto begin = static_cast<std::size_t>(words.data() - line.data());
    return {{LineKind::kSong, begin, begin + words.size()}};
  }
  return Splitter(line).split();
}

}  // namespace weft::srt
