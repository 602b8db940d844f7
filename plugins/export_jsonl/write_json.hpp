// SPDX-License-Identifier: Apache-2.0
/// Documents and sentence pairs as lines of JSON.
#pragma once

#include <string>

#include "document_index.hpp"

namespace weft {

/// One line (with its line feed) of schema "weft-document/1": weft-document.schema.json. The same
/// document gives the same bytes.
std::string document_line(const Document& document, const ExportNames& names);

/// One line of schema "weft-pair/1" for each alignment bead, in the order of the links.
std::string pair_lines(const Document& document, const ExportNames& names);

}  // namespace weft
