// SPDX-License-Identifier: Apache-2.0
/// What tests of exporters of bitext share: documents made of beads, and text that breaks careless
/// writers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"

namespace weft::test {

/// One bead: the sentences of its sides and what stages said of it.
struct Bead {
  std::vector<std::string> english;
  std::vector<std::string> chinese;
  double score = 0.5;
  std::string finding = {};
  std::string reject = {};
  std::string state = {};
};

/// A document with a view for each language, "en" (en-GB) and "zh" (zh-Hans), and one bead by
/// align_length for each row. The English text is the source file, so that side has source bytes.
StoredDocument bilingual(std::string_view id, const std::vector<Bead>& beads);

/// A document of a heading and two paragraphs with metadata: a pair 1:1, one 2:1 without score, one
/// with a finding that is rejected, a heading without a partner, and a Chinese sentence in no bead.
StoredDocument blocks_of_pairs();

/// One line that is hard to write: markup of XML, quotes, a tab, what XML forbids, what breaks
/// lines, what turns the reading direction, a character beyond the BMP.
std::string hostile_line();
/// The same line as it must be read back from any format (clean_for_xml, fold_space).
std::string hostile_line_cleaned();
/// Checks that these are the bytes of a golden file; with WEFT_ACCEPT=1 they become them.
void check_golden(const std::string& made, const std::string& path);

/// How often a text stands in another.
std::size_t count_of(std::string_view text, std::string_view part);

}  // namespace weft::test
