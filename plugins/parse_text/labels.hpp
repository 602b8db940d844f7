// SPDX-License-Identifier: Apache-2.0
/// Words that introduce metadata in visible text ("作者:", "Published on", "来源|") and the tables
/// of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner.hpp"

namespace weft::plain {

/// What a label's value is.
enum class Role : std::uint8_t {
  kAuthor,
  kStaff,   ///< editors, photographers, proofreaders: people, but not the author
  kSource,  ///< publication the text was taken from
  kTranslator,
  kPublished,
  kModified,
  kTitle,
  kUrl,          ///< of this text
  kOriginalUrl,  ///< of what this is a translation or a copy of
  kSender,       ///< of an e-mail
  kMail,         ///< header of an e-mail that is no metadata here
  kCounter,      ///< views, comments, section: of no use
};

/// A label at a place.
struct FoundLabel {
  Role role = Role::kAuthor;
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;    ///< behind the delimiter and the blanks after it
  bool bare = false;      ///< no delimiter: only a fitting value makes it a label ("By ...")
};

/// The label that begins at the scanner's place, if any; the scanner then stands behind it.
/// `inside` asks for a label of at least two ideographs or a word, with a colon: the only kind that
/// is believed in the middle of a line. Letters of any case, simplified or traditional, blanks
/// between ideographs.
std::optional<FoundLabel> take_label(Scanner& scanner, bool inside);

}  // namespace weft::plain
