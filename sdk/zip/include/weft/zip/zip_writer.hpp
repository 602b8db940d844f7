// SPDX-License-Identifier: Apache-2.0
/// Makes a zip archive in memory, the same bytes every time.
#pragma once

#include <string>
#include <vector>

namespace weft {

/// One file of an archive to be.
struct ZipMember {
  std::string path;     ///< UTF-8, "/" between folders, none in front
  std::string content;  ///< any bytes
  bool stored = false;  ///< not compressed, as EPUB and ODF want it of their "mimetype"
};

/// An archive of these members in this order, deflated. Every member is dated 1 January 1980, so
/// equal members give equal archives (of one version of zlib). Paths are taken as they are and must
/// differ. Holds members and archive in memory at once. Throws Error(WEFT_E_INTERNAL) with libzip's
/// reason. Any thread.
std::string zip_archive(const std::vector<ZipMember>& members);

}  // namespace weft
