// SPDX-License-Identifier: Apache-2.0
/// Dictionaries of the dict server in FreeDict's layout, as Debian's dict-freedict-* have them.
#pragma once

#include <string>
#include <string_view>

#include "read_dictionary.hpp"

namespace weft {

/// True for "x.index", "x.dict" and "x.dict.dz".
bool is_dictd_name(const std::string& path);
/// The two files of a dictionary by the name of one.
struct DictdFiles {
  std::string index;
  std::string articles;
};
/// Throws Error(WEFT_E_CONFIG) naming the file that is not there.
DictdFiles find_dictd_files(const std::string& path);

/// Reads each article once: the headword's line, then lines of translations parted by commas.
/// Notes, synonyms and examples, which are indented, are left out. Languages are told by the name
/// ("freedict-deu-eng"), where they can be.
void read_dictd(std::string_view index, std::string_view articles, const std::string& path,
                Dictionary& out);

}  // namespace weft
