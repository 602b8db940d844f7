// SPDX-License-Identifier: Apache-2.0
/// From the bytes of a book to its blocks and metadata, independent of any host.
#pragma once

#include <weft/zip/archive.hpp>
#include <weft/zip/block_builder.hpp>
#include <weft/zip/blocks.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xhtml_reader.hpp"

namespace weft {

/// Reads a whole book, all its chapters in reading order. Throws weft::Error for what is no book,
/// damaged, encrypted or too big. `warnings` gets a sentence for every chapter that is missing or
/// not well formed.
BlockText read_epub(std::string_view bytes, const ZipLimits& limits,
                    std::vector<std::string>& warnings);

/// Reads one chapter in any encoding into `builder`: as XML, or leniently where it is none, with
/// the reason in `warnings`. The parameters are those of XhtmlReader.
LinkShare read_chapter(std::string bytes, std::string_view path, std::string_view reason,
                       bool title_page, BlockBuilder& builder, std::vector<std::string>& warnings);

}  // namespace weft
