// SPDX-License-Identifier: Apache-2.0
/// The few words of a digest that are ours, in the language that most of its documents are in.
#pragma once

#include <string_view>

namespace weft {

struct DigestWords {
  std::string_view tag;                                      ///< of the language they are in
  std::string_view documents, voices, figures, dates;        ///< headings
  std::string_view what, figure, verdict, source, sentence;  ///< heads of the table's columns
  std::string_view agree, differ;                            ///< of the values in a group of rows
  std::string_view copy, also;                               ///< "nearly the same as", "also in"
  std::string_view opening, closing;                         ///< brackets
};

/// Chinese, simplified or traditional, for its tags, else English. Lives as long as the program.
const DigestWords& digest_words(std::string_view tag);

}  // namespace weft
