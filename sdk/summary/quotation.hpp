// SPDX-License-Identifier: Apache-2.0
/// Follows quotation marks through a block, so that a quotation is not torn from its speaker.
#pragma once

#include <string_view>

namespace weft {

/// The state between the sentences of one block. Curly, corner and angle marks, ASCII double marks
/// in turn, and the doubled back-ticks of tokenised corpora.
class Quotation {
 public:
  [[nodiscard]] bool open() const { return open_; }
  void reset() { *this = Quotation(); }
  /// Something that is no mark: what follows does not continue a doubled mark.
  void pause() { last_ = 0; }
  void see(char32_t mark) {
    const char32_t before = last_;
    last_ = mark;
    if (mark == U'“' || mark == U'「' || mark == U'『' || mark == U'«') open_ = true;
    if (mark == U'”' || mark == U'」' || mark == U'』' || mark == U'»') open_ = false;
    if (mark == U'"') open_ = !open_;
    if (mark == U'`' && before == U'`') open_ = true;
    if (mark == U'\'' && before == U'\'') open_ = false;
  }

 private:
  bool open_ = false;
  char32_t last_ = 0;
};

}  // namespace weft
