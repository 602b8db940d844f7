// SPDX-License-Identifier: Apache-2.0
/// Reads the YAML or TOML block that many tools put above a Markdown text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weft::markdown {

struct FrontMatterValue {
  std::string key;  ///< small letters
  std::string value;
};

struct FrontMatter {
  std::size_t end =
      0;  ///< bytes of the text it takes, with its last line end; 0 when there is none
  std::vector<FrontMatterValue> values;
};

/// "---" ... "---" (or "...") and "+++" ... "+++" on the first line, with a key in between: a rule
/// with text below it is no front matter. Of YAML are read plain, quoted and block values, lists in
/// both forms, and the field "name" of objects; anchors and deeper objects are left out.
FrontMatter read_front_matter(std::string_view text);

}  // namespace weft::markdown
