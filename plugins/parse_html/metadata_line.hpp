// SPDX-License-Identifier: Apache-2.0
/// Lines that hold metadata and nothing else: a date, a source, an author, an editor, counts.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

enum class MetadataLine : std::uint8_t { none, byline, date, source, credit };

/// What a line is that consists of fields only: dates, labelled names ("By A. B.", 来源：浅滩网),
/// counts ("5 min read", 阅读：12), parted by blanks, bars or dots; one short part may be without a
/// label where dates or labels surround it. `byline` when an author or an editor is in it, else
/// `date`, `source`, `credit`; `none` when anything else is in it, when it holds counts alone, and
/// for "By ..." alone, which may begin a sentence. Any thread.
MetadataLine read_metadata_line(std::string_view line);

/// The value of the first author's field of a metadata line; empty when it has none.
std::string_view author_in_line(std::string_view line);

/// True when every field of the line is a labelled name of who made or gave the text:
/// 责任编辑：柳岸.
bool is_staff_line(std::string_view line);

}  // namespace weft
