// SPDX-License-Identifier: Apache-2.0
/// Cuts sentences at pauses.
#include "clauses.hpp"

#include "weft/summary/scan_text.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

bool is_wide_pause(char32_t mark) {
  return mark == U'，' || mark == U'；' || mark == U'：' || mark == U'。' || mark == U'！' ||
         mark == U'？' || mark == U'—' || mark == U'…';
}
bool is_narrow_pause(char32_t mark) {
  return mark == U',' || mark == U';' || mark == U':' || mark == U'.' || mark == U'!' ||
         mark == U'?';
}
bool opens(char32_t mark) {
  return mark == U'(' || mark == U'（' || mark == U'《' || mark == U'〈' || mark == U'[';
}
bool closes(char32_t mark) {
  return mark == U')' || mark == U'）' || mark == U'》' || mark == U'〉' || mark == U']';
}

/// Narrow pauses part where a blank or a character of an unspaced script is next: "No.5" and
/// "16,000" stay whole.
bool parts_here(std::string_view text, std::size_t behind) {
  if (behind >= text.size()) return true;
  std::size_t at = behind;
  const CharacterKind kind = kind_of(next_code_point(text, at));
  return kind == CharacterKind::kSpace || kind == CharacterKind::kAlone ||
         kind == CharacterKind::kMark;
}

bool is_kept(char32_t point) {
  const CharacterKind kind = kind_of(point);
  return (kind != CharacterKind::kSpace && kind != CharacterKind::kMark) || opens(point) ||
         closes(point) || point == U'%' || point == U'“' || point == U'”' || point == U'「' ||
         point == U'」' || point == U'"' || point == U'$' || point == U'%' || point == U'℃' ||
         point == U'°' || point == U'€' || point == U'£' || point == U'¥' || point == U'％';
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Clause> run() {
    int depth = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t point = next_code_point(text_, at);
      if (opens(point)) ++depth;
      if (closes(point) && depth > 0) --depth;
      const bool pause = is_wide_pause(point) || (is_narrow_pause(point) && parts_here(text_, at));
      if (pause && depth == 0) {
        finish();
      } else if (is_kept(point)) {
        if (!open_) begin_ = begin;
        open_ = true;
        end_ = at;
      }
    }
    finish();
    return std::move(out_);
  }

 private:
  void finish() {
    if (open_)
      out_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)});
    open_ = false;
  }

  std::string_view text_;
  std::vector<Clause> out_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool open_ = false;
};

}  // namespace

std::vector<Clause> clauses_of(std::string_view sentence) {
  return Cutter(sentence).run();
}

}  // namespace weft
