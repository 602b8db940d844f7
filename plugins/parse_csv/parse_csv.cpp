// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_csv: rows of delimited text become documents, or a bilingual table one
/// document.

#include <weft/plugin.hpp>
#include <weft/records/record_writer.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "csv_reader.hpp"
#include "table_shape.hpp"

namespace weft {
namespace {

using csv::Cell;
using csv::CsvReader;
using csv::Row;

constexpr std::size_t kSampledRows = 100;
constexpr std::size_t kSampledBytes = std::size_t{1} << 20U;

char delimiter_of(const std::string& choice) {
  if (choice == "tab") return '\t';
  if (choice == "semicolon") return ';';
  if (choice == "pipe") return '|';
  return choice == "comma" ? ',' : '\0';
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class CsvParser final : public ManyParser {
 public:
  explicit CsvParser(const Options& options)
      : delimiter_option_(delimiter_of(options.string("delimiter"))),
        header_option_(options.string("header")),
        configured_(read_mapping(options)),
        writer_(configured_, "parse_csv"),
        ragged_("ragged-rows"),
        unclosed_("unclosed-quotes") {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return csv::sniff_csv(uri, media_type, head);
  }

  void open(const Source& source, Context context) override {
    source_ = SourceText(source.bytes);
    uri_ = source.uri;
    ragged_.begin_source();
    unclosed_.begin_source();
    std::string_view text = source_.text();
    const csv::Declared declared = csv::declared_delimiter(text);
    skipped_ = declared.size;
    text.remove_prefix(skipped_);
    delimiter_ = delimiter_option_ != 0 ? delimiter_option_
                 : declared.size > 0    ? declared.delimiter
                                        : csv::find_delimiter(text).delimiter;
    choose_mapping(text, context);
    reader_.emplace(text, delimiter_, skipped_ > 0 ? 2U : 1U);
    Row row;
    if (header_) reader_->next(row);
  }

  bool next(Document& document) override {
    std::vector<Record> records;
    const std::size_t most = bilingual_ ? mapping_.rows : 1;
    Row row;
    while (records.size() < most && reader_->next(row)) {
      report(row, document.context());
      records.push_back(read(row));
      if (records.size() % 1024 == 0) document.context().check_cancelled();
    }
    if (records.empty()) return false;
    if (bilingual_)
      writer_.write_bilingual(records, source_, document);
    else
      writer_.write(records.front(), source_, document);
    return true;
  }

  void close() override {
    reader_.reset();
    source_ = SourceText();
  }

 private:
  using Table = std::vector<std::vector<std::string>>;

  [[nodiscard]] Table sample(std::string_view text) const {
    Table rows;
    CsvReader reader(text, delimiter_);
    Row row;
    std::size_t bytes = 0;
    while (rows.size() < kSampledRows && bytes < kSampledBytes && reader.next(row)) {
      std::vector<std::string>& cells = rows.emplace_back();
      for (const Cell& cell : row.cells) {
        cells.push_back(trimmed(csv::cell_text(text, cell).text()));
        bytes += cells.back().size();
      }
    }
    return rows;
  }

  void choose_mapping(std::string_view text, Context context) {
    Table rows = sample(text);
    header_ = header_option_ == "yes" || (header_option_ == "auto" && csv::has_header(rows));
    std::vector<std::string> names;
    std::size_t width = 0;
    for (const auto& row : rows)
      width = std::max(width, row.size());
    if (header_ && !rows.empty()) {
      names = rows.front();
      rows.erase(rows.begin());
    } else {
      for (std::size_t i = 1; i <= width; ++i)
        names.push_back(std::to_string(i));
    }
    mapping_ = configured_;
    if (mapping_.is_open() && !rows.empty()) {
      choose_columns(mapping_, samples(names, rows));
      context.log(WEFT_LOG_INFO, uri_ + ": " + describe(mapping_));
    }
    bilingual_ = mapping_.has(ColumnRole::kView);
    width_ = names.size();
    places_.clear();
    for (const Column& column : mapping_.columns)
      places_.push_back(place_of(column, names));
    writer_.use(mapping_);
  }

  static std::vector<ColumnSample> samples(const std::vector<std::string>& names,
                                           const Table& rows) {
    std::vector<ColumnSample> out;
    for (std::size_t i = 0; i < names.size(); ++i) {
      ColumnSample sample{names[i], 0, 0, 0};
      for (const auto& row : rows) {
        if (i >= row.size() || row[i].empty()) continue;
        ++sample.rows;
        sample.bytes += row[i].size();
        sample.words += has_letters(row[i]) ? 1U : 0U;
      }
      out.push_back(sample);
    }
    return out;
  }

  [[nodiscard]] std::size_t place_of(const Column& column,
                                     const std::vector<std::string>& names) const {
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
      return folded_name(name) == folded_name(column.name);
    });
    if (found == names.end()) no_such_column(uri_, column, names);
    return static_cast<std::size_t>(found - names.begin());
  }

  void report(const Row& row, const Context& context) {
    if (row.unclosed_line > 0)
      unclosed_.say(context, uri_ + ":" + std::to_string(row.unclosed_line) +
                                 ": a quote is never closed; it is taken for a character");
    if (row.cells.size() != width_ || row.joined > 0)
      ragged_.say(context, uri_ + ":" + std::to_string(row.line) + ": " +
                               std::to_string(row.cells.size() + row.joined) +
                               " cells, the table has " + std::to_string(width_));
  }

  [[nodiscard]] Record read(const Row& row) const {
    Record record;
    record.line = row.line;
    for (const std::size_t place : places_) {
      std::vector<MappedText>& field = record.fields.emplace_back();
      if (place >= row.cells.size()) continue;
      Cell cell = row.cells[place];
      // More cells than columns: delimiters that nobody quoted. They belong to the last column.
      if (place + 1 == width_ && row.cells.size() > width_) {
        cell.end = row.cells.back().end;
        cell.doubled = false;
      }
      cell.begin += skipped_;
      cell.end += skipped_;
      field.push_back(csv::cell_text(source_.text(), cell));
    }
    return record;
  }

  char delimiter_option_;
  std::string header_option_;
  ColumnMapping configured_;
  RecordWriter writer_;
  FewWarnings ragged_, unclosed_;

  // Of the open source.
  SourceText source_;
  std::string uri_;
  ColumnMapping mapping_;
  std::vector<std::size_t> places_;  // of the mapping's columns
  std::optional<CsvReader> reader_;
  std::size_t skipped_ = 0, width_ = 0;
  char delimiter_ = ',';
  bool header_ = false, bilingual_ = false;
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(
    weft::CsvParser, .id = "parse_csv", .version = "0.1.0",
    .doc =
        "Reads CSV and other delimited tables: a document a row by column mapping, or "
        "a bilingual table as aligned sentences.",
    .flags = WEFT_MANY,
    .params = weft::mapping_params(
        {{.name = "delimiter",
          .type = WEFT_TYPE_CHOICE,
          .def = "auto",
          .doc = "What parts the cells; auto takes the one under which the rows agree.",
          .choices = {"auto", "comma", "semicolon", "tab", "pipe"}},
         {.name = "header",
          .type = WEFT_TYPE_CHOICE,
          .def = "auto",
          .doc = "Whether the first row names the columns; without a header they are called "
                 "1, 2, ...",
          .choices = {"auto", "yes", "no"}}}),
    .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_TITLE, WEFT_SPAN_SENTENCE, WEFT_LINK_BEAD},
    .media_types = {"text/csv", "text/tab-separated-values"})
