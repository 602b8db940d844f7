// SPDX-License-Identifier: Apache-2.0
/// ASCII is skipped by a table; only what is listed here is looked at twice.
#include "invisible.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool joins(char32_t point) {
  const auto joining = u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_JOINING_TYPE);
  if (joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING ||
      joining == U_JT_LEFT_JOINING || joining == U_JT_TRANSPARENT)
    return true;
  // South and south-east Asian scripts, where a joiner chooses between forms of a cluster.
  const auto block = point;
  return (block >= 0x0900 && block <= 0x0DFF) || (block >= 0x0E80 && block <= 0x109F) ||
         (block >= 0x1700 && block <= 0x18AF) || (block >= 0x11000 && block <= 0x1193F);
}

bool is_emoji_part(char32_t point) {
  const auto as_icu = static_cast<UChar32>(point);
  return point > 0x7F && (u_hasBinaryProperty(as_icu, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                          u_hasBinaryProperty(as_icu, UCHAR_EMOJI_MODIFIER) != 0 ||
                          point == 0xFE0F || (point >= 0xE0020 && point <= 0xE007F));
}

bool is_right_to_left(char32_t point) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(point));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_noncharacter(char32_t point) {
  return (point & 0xFFFEU) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

/// Never of use in running text, wherever they stand.
bool is_always_invisible(char32_t point) {
  return point == 0xAD || point == 0x200B || point == 0xFEFF ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ||
         (point >= 0xFFF9 && point <= 0xFFFB) || point == 0xE0001;
}

bool is_directional_mark(char32_t point) {
  return point == 0x200E || point == 0x200F || point == 0x061C;
}

std::string_view ligature(char32_t point) {
  constexpr std::array<std::string_view, 7> kLetters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return point >= 0xFB00 && point <= 0xFB06 ? kLetters.at(point - 0xFB00) : std::string_view{};
}

bool is_wide_latin(char32_t point) {
  return (point >= 0xFF10 && point <= 0xFF19) || (point >= 0xFF21 && point <= 0xFF3A) ||
         (point >= 0xFF41 && point <= 0xFF5A);
}

bool is_half_katakana(char32_t point) {
  return point >= 0xFF61 && point <= 0xFF9F;
}

char32_t point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

/// Walks one text; `previous_` is the last character that stays.
class Cleaner {
 public:
  Cleaner(std::string_view text, const CharacterOptions& options)
      : text_(text), options_(options) {}

  std::vector<Edit> clean() {
    while (next_ < text_.size()) {
      begin_ = next_;
      const auto byte = static_cast<unsigned char>(text_[next_]);
      if (byte >= 0x20 && byte < 0x7F) {
        previous_ = byte;
        ++next_;
        continue;
      }
      const char32_t point = next_code_point(text_, next_);
      if (!(point < 0xA0 ? control(point) : other(point))) previous_ = point;
    }
    return std::move(edits_);
  }

 private:
  void put(std::string_view replacement, Repair kind) {
    edits_.push_back({begin_, next_, std::string(replacement), kind});
  }

  /// True when the character was dropped or replaced.
  bool control(char32_t point) {
    if (point == '\t' || point == '\n') return false;
    if (point == '\r' && point_at(text_, next_) == '\n') {
      put("", Repair::kLineBreak);
      return true;
    }
    const bool breaks = (point >= 0x0B && point <= 0x0D) || point == 0x85;
    put(breaks ? "\n" : "", breaks ? Repair::kLineBreak : Repair::kControl);
    if (breaks) previous_ = '\n';
    return true;
  }

  bool other(char32_t point) {
    if (point < 0x0600) {
      if (point != 0xAD) return false;
      put("", Repair::kInvisible);
      return true;
    }
    // Nearly all text: letters of the scripts between, Han, Hangul.
    if ((point >= 0x3000 && point < 0xF900) || point == 0x2019) return false;
    if (point == 0x2028 || point == 0x2029) {
      put("\n", Repair::kLineBreak);
      previous_ = '\n';
      return true;
    }
    if (is_noncharacter(point)) {
      put("", Repair::kControl);
      return true;
    }
    if (is_dropped(point)) {
      put("", Repair::kInvisible);
      return true;
    }
    return respell(point);
  }

  [[nodiscard]] bool is_dropped(char32_t point) const {
    if (is_always_invisible(point)) return true;
    if (point == 0x200C || point == 0x200D) return !joiner_matters(point);
    if (is_directional_mark(point)) return !line_runs_leftward();
    if (point >= 0xE0020 && point <= 0xE007F) return !is_emoji_part(previous_);
    return false;
  }

  [[nodiscard]] bool joiner_matters(char32_t point) const {
    const char32_t following = point_at(text_, next_);
    if (point == 0x200D && is_emoji_part(previous_) && is_emoji_part(following)) return true;
    // Behind the last letter of a word a joiner still gives it its form.
    return joins(previous_) && (joins(following) || point == 0x200D);
  }

  /// Whether the line holds right-to-left letters; asked once a line, so that it stays linear.
  [[nodiscard]] bool line_runs_leftward() const {
    if (begin_ < line_end_) return line_leftward_;
    std::size_t at = text_.rfind('\n', begin_);
    at = at == std::string_view::npos || at < line_end_ ? line_end_ : at;
    line_end_ = std::min(text_.find('\n', begin_), text_.size());
    line_leftward_ = false;
    while (at < line_end_ && !line_leftward_)
      line_leftward_ = is_letter_leftward(next_code_point(text_, at));
    return line_leftward_;
  }
  static bool is_letter_leftward(char32_t point) {
    return point >= 0x0590 && !is_directional_mark(point) && is_right_to_left(point);
  }

  bool respell(char32_t point) {
    if (options_.ligatures && !ligature(point).empty()) {
      put(ligature(point), Repair::kLigature);
      return true;
    }
    if (!options_.normalize_width) return false;
    if (is_wide_latin(point)) {
      put(std::string(1, static_cast<char>(point - 0xFEE0)), Repair::kWidth);
      return true;
    }
    if (!is_half_katakana(point)) return false;
    put(full_katakana(point), Repair::kWidth);
    return true;
  }

  /// One katakana with the sound mark behind it; a mark with nothing to sit on stays a character.
  std::string full_katakana(char32_t point) {
    if (point == 0xFF9E) return "\u309B";
    if (point == 0xFF9F) return "\u309C";
    std::size_t behind = next_;
    const char32_t following = behind < text_.size() ? next_code_point(text_, behind) : 0;
    if (following == 0xFF9E || following == 0xFF9F) {
      const std::string joined = nfkc(text_.substr(begin_, behind - begin_));
      if (count_code_points(joined) == 1) {
        next_ = behind;
        return joined;
      }
    }
    return nfkc(text_.substr(begin_, next_ - begin_));
  }

  std::string_view text_;
  const CharacterOptions& options_;
  std::vector<Edit> edits_;
  std::size_t begin_ = 0;
  std::size_t next_ = 0;
  char32_t previous_ = 0;
  mutable std::size_t line_end_ = 0;
  mutable bool line_leftward_ = false;
};

}  // namespace

std::vector<Edit> clean_characters(std::string_view text, const CharacterOptions& options) {
  return Cleaner(text, options).clean();
}

}  // namespace weft
