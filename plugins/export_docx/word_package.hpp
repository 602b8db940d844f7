// SPDX-License-Identifier: Apache-2.0
/// A Word document (Office Open XML, ECMA-376) around its story.
#pragma once

#include <string>
#include <vector>

#include "weft/exports/made_by.hpp"
#include "word_body.hpp"

namespace weft {

/// What a program shows of a document without opening it; empty members are left out.
struct WordFacts {
  std::string title;
  std::string author;
  std::string keywords;
  std::string language;
};

/// The bytes of the document. Its only date is that of SOURCE_DATE_EPOCH, so equal contents give
/// equal bytes.
std::string word_package(const WordBody& body, const WordFacts& facts, const MadeBy& made_by);

}  // namespace weft
