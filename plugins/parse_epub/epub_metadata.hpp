// SPDX-License-Identifier: Apache-2.0
/// Metadata of a book.
#pragma once

#include <weft/zip/blocks.hpp>

#include "epub_package.hpp"

namespace weft {

/// Adds what the package says to `out.metadata`, and sets the view's language where the text does
/// not contradict it. A block of the title page that repeats the title or an author becomes a title
/// or byline and the evidence.
void add_metadata(const EpubPackage& package, BlockText& out);

}  // namespace weft
