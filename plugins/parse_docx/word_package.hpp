// SPDX-License-Identifier: Apache-2.0
/// Where the parts of a document lie in its archive.
#pragma once

#include <weft/zip/archive.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// One relationship of a part to another part.
struct Relationship {
  std::string id;
  std::string type;    ///< the last step of its uri: "styles", "footnotes"
  std::string target;  ///< a member's path; resolved
};

/// The relationships of a part ("" = the package); none where the file is absent. Links to the
/// outside are left out.
std::vector<Relationship> read_relationships(ZipArchive& archive, std::string_view part);

/// The member that holds the body. Throws Error(INPUT or UNSUPPORTED) when there is none.
std::string find_main_part(ZipArchive& archive);

/// The target of the first relationship of that type if it is a member, else `usual` if that is,
/// else empty.
std::string find_part(const ZipArchive& archive, const std::vector<Relationship>& all,
                      std::string_view type, std::string_view usual);

}  // namespace weft
