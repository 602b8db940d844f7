// SPDX-License-Identifier: Apache-2.0
/// From the mapped columns of a row to a document: the same for every format of rows.
#pragma once

#include <weft/mapped_text.hpp>
#include <weft/plugin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "weft/records/columns.hpp"
#include "weft/records/source_text.hpp"

namespace weft {

/// One row as its format's reader found it.
struct Record {
  std::size_t line = 0;  ///< of the source, from 1
  /// By the columns of the mapping: the values of each (a list of strings has several), whose runs
  /// point into the text of the source.
  std::vector<std::vector<MappedText>> fields;
};

/// Writes rows into documents. Made in a stage's constructor, because it interns names.
class RecordWriter {
 public:
  /// `method` is the plugin's id, named as the maker of links.
  RecordWriter(const ColumnMapping& mapping, std::string_view method);

  /// Says which columns are read, after those that were open have been chosen.
  void use(const ColumnMapping& mapping) { mapping_ = mapping; }

  /// One document of one row: its title, the paragraphs of its text and what is in sentences
  /// already in one view. A row of nothing is dropped.
  void write(const Record& record, const SourceText& source, Document& document) const;

  /// One document of many rows: a view a language, a paragraph with one sentence a cell, a bead
  /// between the cells of a row.
  void write_bilingual(const std::vector<Record>& records, const SourceText& source,
                       Document& document) const;

 private:
  struct Half;
  struct Row;
  [[nodiscard]] Row read_row(const Record& record) const;
  [[nodiscard]] std::string language_of(const Record& record) const;
  void write_metadata(const Record& record, Document& document) const;
  void write_source(const SourceText& source, Document& document) const;
  void link(const std::vector<std::vector<weft_id>>& sentences, const std::vector<std::string>& ids,
            Document& document) const;

  ColumnMapping mapping_;
  std::string method_;
  std::vector<std::pair<std::string, weft_id>> keys_;
  weft_id title_, paragraph_, sentence_, bead_, source_role_, target_role_, method_key_, unit_id_,
      record_id_, layout_, language_, languages_, repaired_, column_origin_, header_origin_;
};

/// Warnings of which the log gets the first few of a source; `metric` counts them all.
class FewWarnings {
 public:
  explicit FewWarnings(const char* metric) : metric_(name(metric)) {}
  void begin_source() { said_ = 0; }
  void say(const Context& context, const std::string& message);

 private:
  weft_id metric_;
  std::size_t said_ = 0;
};

}  // namespace weft
