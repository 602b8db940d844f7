// SPDX-License-Identifier: Apache-2.0
/// The markup of XCES as OPUS writes it: sentence files, and links between their ids.
#pragma once

#include <string>
#include <string_view>

#include "weft/exports/made_by.hpp"
#include "weft/exports/side_text.hpp"

namespace weft {

/// Start and end of a file of sentences, and of the file of links.
std::string sentences_head(const MadeBy& made_by);
std::string_view sentences_tail();
std::string links_head(const MadeBy& made_by);
std::string_view links_tail();

/// Appends one text of a document as a <cesDoc>.
void append_text(std::string& out, std::string_view document, std::string_view language,
                 const SideText& text);

/// Opens and closes the links of one document; the names are of the files of sentences.
void open_links(std::string& out, std::string_view source_file, std::string_view target_file);
void close_links(std::string& out);

/// One pair: its ids (of sentences, spaces between; one may be empty), and what is known of it.
void append_link(std::string& out, std::string_view id, std::string_view source_ids,
                 std::string_view target_ids, const Pair& pair);

}  // namespace weft
