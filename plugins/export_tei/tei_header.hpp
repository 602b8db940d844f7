// SPDX-License-Identifier: Apache-2.0
/// The header of TEI: what a text is, where it comes from, what made the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weft/document.hpp"
#include "weft/exports/made_by.hpp"

namespace weft {

/// Reads metadata into headers. Interns names: make it a member. Any thread.
class TeiHeader {
 public:
  TeiHeader();

  /// Appends the header of a file that holds many documents.
  static void append_corpus(std::string& out, const MadeBy& made_by);
  /// Appends the header of one document; with what made the file unless `made_by` is null.
  /// `languages` are tags as they are to be written.
  void append_document(std::string& out, const Document& document,
                       const std::vector<std::string>& languages, const MadeBy* made_by) const;

 private:
  /// A value of metadata as an element of <bibl>.
  struct Field {
    weft_id key = 0;
    std::string_view open;  ///< the start tag without its brackets
    std::string_view name;
  };
  void append_source(std::string& out, const Document& document) const;

  weft_id title_;
  std::vector<Field> fields_;
};

}  // namespace weft
