// SPDX-License-Identifier: Apache-2.0
/// From the bytes of a document to its blocks and metadata, independent of any host.
#pragma once

#include <weft/zip/archive.hpp>
#include <weft/zip/blocks.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Reads a whole document, an archive or one flat XML file. Throws weft::Error for what is no
/// document, damaged, encrypted or too big. `warnings` gets a sentence for every part left out.
BlockText read_odt(std::string_view bytes, const ZipLimits& limits,
                   std::vector<std::string>& warnings);

}  // namespace weft
