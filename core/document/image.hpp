// SPDX-License-Identifier: Apache-2.0
/// A document as one block of bytes, for spilling, caching and shipping to another process.
///
/// Layout, little-endian: a header (magic "WEFTDOC1", format version, total size, XXH3-128 of
/// everything behind the header), then the counts, then each array as its raw items, then one pool
/// of strings and runs. Names are stored as text once and items refer to them by position, so that
/// an image means the same in any process. Bytes of a source that is a file are not stored: it
/// keeps its size and hash, and the host maps the file again. Those of a nested source are.
#pragma once

#include <string>
#include <string_view>

#include "core/document/stored_document.hpp"

namespace weft {

inline constexpr std::uint32_t kImageVersion = 2;

/// The image of a document. Equal documents made in the same order have equal images.
std::string write_image(const StoredDocument& document);

/// The document of an image. Bytes of a source that is a file have a null pointer and their size
/// until the host attaches them. Throws Error(WEFT_E_INPUT) for anything that is not a whole,
/// unharmed image of this version: everything is checked as if a plugin had sent it.
StoredDocument read_image(std::string_view image);

}  // namespace weft
