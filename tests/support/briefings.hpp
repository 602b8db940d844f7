// SPDX-License-Identifier: Apache-2.0
/// What tests of exporters of briefings share: documents with all that a briefing shows.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/document/stored_document.hpp"

namespace weft::test {

/// A page about a pier in English and Chinese: titles, metadata, aligned paragraphs in views of
/// their own, summary, key phrases and figures with their places, heading, list in a list, quote,
/// code, a table of two rows, and what a briefing leaves out.
StoredDocument pier_page();

/// hostile_line() as title, author, key phrase, paragraph, list item and both cells of a table of
/// two rows. The paragraph is one sentence, and the summary.
StoredDocument hostile_page();
/// How often hostile_line_cleaned() stands in what is written of it, metadata of the file not
/// counted: the seven above and the summary.
inline constexpr std::size_t kHostileTimes = 8;

}  // namespace weft::test
