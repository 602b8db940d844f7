// SPDX-License-Identifier: Apache-2.0
/// Which columns of a table become what: said by the user, or chosen by their names.
#pragma once

#include <weft/plugin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// kSentences: text that is split into sentences already, a value a sentence.
enum class ColumnRole { kText, kSentences, kTitle, kMetadata, kId, kView };

/// One column that is read.
struct Column {
  ColumnRole role = ColumnRole::kText;
  std::string name;     ///< as the table has it
  std::string key;      ///< metadata key of kMetadata, language of kView
  bool chosen = false;  ///< by us and not by the user
};

/// The columns to read, in the order in which their text is written.
struct ColumnMapping {
  std::vector<Column> columns;
  std::size_t rows = 1;  ///< rows a document, of bilingual tables

  [[nodiscard]] bool has(ColumnRole role) const;
  /// True when there is nothing for a view: text, title or languages are still to be chosen.
  [[nodiscard]] bool is_open() const;
};

/// The parameters text, sentences, title, metadata, key, views and rows, with `more` behind them.
std::vector<Param> mapping_params(const std::vector<Param>& more);

/// Their values. Throws weft::Error (WEFT_E_CONFIG) when they contradict each other.
ColumnMapping read_mapping(const Options& options);

/// What is known of a column before anything is read from it.
struct ColumnSample {
  std::string name;
  std::size_t rows = 0;   ///< sampled rows where it is not empty
  std::size_t bytes = 0;  ///< of all of these together
  std::size_t words = 0;  ///< rows of these with letters in them
};

/// True when a cell could be text: numbers, signs and blanks of any width are none. Any thread.
bool has_letters(std::string_view text);

/// Fills in the roles the user said nothing of: languages where two columns or more are named after
/// them; else text by name, or else the column with the longest text; title, author, date, url,
/// language and id by name. Throws weft::Error (WEFT_E_INPUT) when no column holds text.
void choose_columns(ColumnMapping& mapping, const std::vector<ColumnSample>& samples);

/// "text from body, title from headline": for the log.
std::string describe(const ColumnMapping& mapping);

/// True when some role knows a column of this name: the first row of a table is then its header.
bool is_known_column(std::string_view name);

/// Column names match whatever their case and the blanks, '_' and '-' in them.
std::string folded_name(std::string_view name);

/// Throws weft::Error (WEFT_E_INPUT) naming the columns there are.
[[noreturn]] void no_such_column(std::string_view uri, const Column& column,
                                 const std::vector<std::string>& names);

}  // namespace weft
