// SPDX-License-Identifier: Apache-2.0
/// A switch over code points.
#include "marks.hpp"

#include "weft/utf8.hpp"

namespace weft {

std::uint32_t read_mark(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t point = next_code_point(text, at);
  switch (point) {
    case U'?':
    case U'？':
      return 1;
    case U'!':
    case U'！':
      return 2;
    case U'"':
    case U'“':
    case U'„':
    case U'«':
    case U'「':
    case U'『':
      return 3;
    case U'”':
    case U'»':
    case U'」':
    case U'』':
      return 4;
    case U'(':
    case U'（':
      return 5;
    case U')':
    case U'）':
      return 6;
    case U':':
    case U'：':
      return 7;
    case U';':
    case U'；':
      return 8;
    case U'…':
      return 9;
    case U'—':
      return 10;
    case U'%':
    case U'％':
      return 11;
    case U'$':
    case U'＄':
      return 12;
    case U'€':
      return 13;
    case U'£':
      return 14;
    case U'.':
      if (text.substr(begin, 3) != "...") return 0;
      at = begin + 3;
      return 9;
    case U'-':
      if (text.substr(begin, 2) != "--") return 0;
      at = begin + 2;
      return 10;
    default:
      return 0;
  }
}

}  // namespace weft
