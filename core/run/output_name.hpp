// SPDX-License-Identifier: Apache-2.0
/// From the `to` of an exporter to the path of one output.
#pragma once

#include <string>
#include <string_view>

#include "core/document/stored_document.hpp"

namespace weft {

/// True when every document has an output of its own: {stem} or {id} is in the pattern.
bool is_per_document(std::string_view pattern);
/// True when the path depends on the document in any way ({lang} too).
bool depends_on_document(std::string_view pattern);

/// Fills {stem} (id without its last ending), {id} and {lang} (language of the document, "und" if
/// unknown) for a document, or leaves them when it is null; {part} stays. What a file name may not
/// hold is replaced, so that no document can name a place outside the output folder.
std::string fill_document(std::string_view pattern, const StoredDocument* document);
/// Fills {part}.
std::string fill_part(std::string_view pattern, std::string_view part);

}  // namespace weft
