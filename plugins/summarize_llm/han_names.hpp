// SPDX-License-Identifier: Apache-2.0
/// Names of people written in Han characters, where what stands around them leaves little else.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace weft {

/// Bytes [begin, end) of a text.
struct HanName {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool foreign = false;  ///< spelled by sound: others may choose other characters
};

/// Names in a valid UTF-8 text of Chinese, in either form, by place: a surname with one or two
/// characters, or characters that foreign names are spelled with, between the beginning of a clause
/// or an office (馆长) and a verb of saying, a particle or the clause's end; or a surname and
/// what follows in front of 先生 or 女士. Words that ICU's dictionary knows are none. Names
/// elsewhere are not looked for: without grammar they cannot be told from words. Any thread.
std::vector<HanName> han_names(std::string_view text);

}  // namespace weft
