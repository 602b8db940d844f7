// SPDX-License-Identifier: Apache-2.0
/// Sequences of windows-1252 characters, weighed line by line.
#include "mojibake.hpp"

#include <algorithm>
#include <array>

#include "weft/utf8.hpp"

namespace weft {
namespace {

/// What windows-1252 has at 0x80 .. 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte from 0x80 on that was read as this character; 0 when none was.
unsigned char byte_of(char32_t point) {
  if (point >= 0x80 && point <= 0xFF) return static_cast<unsigned char>(point);
  if (point < 0x0152 || point > 0x2122) return 0;
  const auto* const found = std::find(kWindows.begin(), kWindows.end(), point);
  return found == kWindows.end() ? std::uint8_t{0}
                                 : static_cast<unsigned char>(0x80 + (found - kWindows.begin()));
}

struct Sequence {
  Edit edit;
  bool strong = false;
};

struct Line {
  std::vector<Sequence> sequences;
  std::size_t strong = 0;
  std::size_t others = 0;  ///< characters from 0x80 on that are no UTF-8
};

/// Characters that end a word in ordinary typography: behind a capital they prove nothing.
bool ends_words(unsigned char byte) {
  constexpr std::array<unsigned char, 12> kBytes = {0x84, 0x85, 0x91, 0x92, 0x93, 0x94,
                                                    0x96, 0x97, 0xA0, 0xAB, 0xBB, 0xB4};
  return std::find(kBytes.begin(), kBytes.end(), byte) != kBytes.end();
}

bool is_strong(std::string_view bytes, std::size_t size) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (size == 4) return true;
  if (size == 3) return lead == 0xE2 && second == 0x80;
  return (lead == 0xC2 || lead == 0xC3) && !ends_words(second);
}

/// Maximal runs of such characters, one after the other.
class LatinScanner {
 public:
  explicit LatinScanner(std::string_view text) : text_(text) { lines_.emplace_back(); }

  std::vector<Edit> scan() {
    for (std::size_t next = 0; next < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[next]);
      if (byte < 0x80) {
        end_run();
        if (byte == '\n') next_line();
        ++next;
        continue;
      }
      const std::size_t begin = next;
      const char32_t point = next_code_point(text_, next);
      const unsigned char read = byte_of(point);
      if (read == 0) {
        end_run();
        continue;
      }
      bytes_.push_back(static_cast<char>(read));
      offsets_.push_back(begin);
      end_ = next;
    }
    end_run();
    return chosen();
  }

 private:
  /// Lines without a sequence leave nothing behind.
  void next_line() {
    if (!lines_.back().sequences.empty()) lines_.emplace_back();
    lines_.back() = {};
  }

  void end_run() {
    if (bytes_.empty()) return;
    offsets_.push_back(end_);
    Line& line = lines_.back();
    std::size_t reached = std::string::npos;  // where the sequence before ended
    for (std::size_t i = 0; i < bytes_.size();) {
      const std::size_t size = sequence_size(bytes_, i);
      if (size < 2) {
        ++line.others;
        ++i;
        continue;
      }
      const std::string_view bytes = std::string_view(bytes_).substr(i, size);
      line.sequences.push_back(
          {{offsets_[i], offsets_[i + size], std::string(bytes), Repair::kMojibake},
           is_strong(bytes, size)});
      if (reached == i) {
        line.sequences.back().strong = true;
        (line.sequences.end() - 2)->strong = true;
      }
      i += size;
      reached = i;
    }
    bytes_.clear();
    offsets_.clear();
  }

  std::vector<Edit> chosen() {
    std::size_t all = 0;
    for (Line& line : lines_) {
      line.strong =
          static_cast<std::size_t>(std::count_if(line.sequences.begin(), line.sequences.end(),
                                                 [](const Sequence& s) { return s.strong; }));
      all += line.strong;
    }
    constexpr std::size_t kManyStrong = 3;
    std::vector<Edit> out;
    for (Line& line : lines_) {
      const bool weak_too = line.others == 0 && (line.strong > 0 || all >= kManyStrong);
      for (Sequence& sequence : line.sequences) {
        if (sequence.strong || weak_too) out.push_back(std::move(sequence.edit));
      }
    }
    return out;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::string bytes_;
  std::vector<std::size_t> offsets_;
  std::size_t end_ = 0;
};

std::uint64_t occurrences(std::string_view text, std::string_view part) {
  std::uint64_t out = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++out;
  return out;
}

}  // namespace

std::vector<Edit> repair_latin_mojibake(std::string_view text) {
  return LatinScanner(text).scan();
}

std::vector<Edit> repair_c1_controls(std::string_view text) {
  std::vector<Edit> out;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos;
       at = text.find('\xC2', at + 2)) {
    const auto byte = static_cast<unsigned char>(text[at + 1]);
    // 0x85 is a line break of its own right.
    if (byte > 0x9F || byte == 0x85 || kWindows.at(byte - 0x80U) == 0) continue;
    Edit edit{at, at + 2, {}, Repair::kMojibake};
    append_code_point(edit.text, kWindows.at(byte - 0x80U));
    out.push_back(std::move(edit));
  }
  return out;
}

std::uint64_t count_lost(std::string_view text) {
  return occurrences(text, "\uFFFD") + occurrences(text, "锟斤拷");
}

}  // namespace weft
