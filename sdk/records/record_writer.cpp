// SPDX-License-Identifier: Apache-2.0
/// Views, spans, metadata and links of the documents that rows become.
#include "weft/records/record_writer.hpp"

#include <weft/vocabulary.h>
#include <weft/text/language.hpp>

#include <algorithm>
#include <array>

#include "weft/records/iso_date.hpp"

namespace weft {
namespace {

constexpr const char* kMetadataKeys[] = {WEFT_KEY_AUTHOR, WEFT_KEY_DATE_PUBLISHED, WEFT_KEY_URL,
                                         WEFT_KEY_LANGUAGE, WEFT_KEY_PUBLISHER};
constexpr double kSaid = 1.0;
constexpr double kByName = 0.8;

/// White space as cells have it at their ends: of ASCII, of web pages, and the wide one of Chinese.
constexpr std::array<std::string_view, 24> kBlanks = {
    " ",      "\t",     "\r",     "\n",     "\v",     "\f",     "\u00A0", "\u2000",
    "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200A", "\u200B", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};

std::size_t blank_before(std::string_view text, std::size_t end) {
  for (std::size_t last = end + 1; end < last;) {
    last = end;
    for (const std::string_view blank : kBlanks) {
      if (text.substr(0, end).ends_with(blank)) end -= blank.size();
    }
  }
  return end;
}
std::size_t blank_behind(std::string_view text, std::size_t begin) {
  for (std::size_t last = begin + 1; begin != last;) {
    last = begin;
    for (const std::string_view blank : kBlanks) {
      if (text.substr(begin).starts_with(blank)) begin += blank.size();
    }
  }
  return begin;
}

struct Piece {
  std::size_t begin, end;
};

std::vector<Piece> lines_of(std::string_view text) {
  std::vector<Piece> out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::size_t first = begin + blank_behind(text.substr(begin, end - begin), 0);
    const std::size_t last = begin + blank_before(text.substr(begin, end - begin), end - begin);
    if (first < last) out.push_back({first, last});
    begin = end + 1;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = blank_behind(text, 0);
  return std::string(text.substr(begin, std::max(begin, blank_before(text, text.size())) - begin));
}

bool is_date(std::string_view key) {
  return key == WEFT_KEY_DATE_PUBLISHED || key == WEFT_KEY_DATE_MODIFIED ||
         key == WEFT_KEY_DATE_RETRIEVED;
}

/// A value as the vocabulary has it, or empty where it is none.
std::string checked(std::string_view key, const std::string& value) {
  if (is_date(key)) return iso_date(value);
  if (key != WEFT_KEY_LANGUAGE) return value;
  std::string tag = value;
  std::replace(tag.begin(), tag.end(), '_', '-');
  return is_well_formed_tag(tag) ? tag : std::string();
}

std::string first_value(const std::vector<MappedText>& field) {
  for (const MappedText& value : field) {
    std::string text = trimmed(value.text());
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

RecordWriter::RecordWriter(const ColumnMapping& mapping, std::string_view method)
    : mapping_(mapping),
      method_(method),
      title_(name(WEFT_SPAN_TITLE)),
      paragraph_(name(WEFT_SPAN_PARAGRAPH)),
      sentence_(name(WEFT_SPAN_SENTENCE)),
      bead_(name(WEFT_LINK_BEAD)),
      source_role_(name(WEFT_ROLE_SOURCE)),
      target_role_(name(WEFT_ROLE_TARGET)),
      method_key_(name(WEFT_KEY_METHOD)),
      unit_id_(name(WEFT_KEY_UNIT_ID)),
      record_id_(name(WEFT_KEY_RECORD_ID)),
      layout_(name(WEFT_KEY_LAYOUT)),
      language_(name(WEFT_KEY_LANGUAGE)),
      languages_(name(WEFT_KEY_LANGUAGES)),
      repaired_(name(WEFT_KEY_REPAIRED)),
      column_origin_(name("column")),
      header_origin_(name("column-name")) {
  for (const char* key : kMetadataKeys)
    keys_.emplace_back(key, name(key));
  for (const Column& column : mapping.columns) {
    if (!column.key.empty()) keys_.emplace_back(column.key, name(column.key));
  }
}

void RecordWriter::write_source(const SourceText& source, Document& document) const {
  document.set_source(1, "", source.encoding());
  if (source.repaired() > 0)
    document.set(on_source(1), repaired_, static_cast<std::int64_t>(source.repaired()));
}

void RecordWriter::write_metadata(const Record& record, Document& document) const {
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const Column& column = mapping_.columns[i];
    const Provenance from{column.chosen ? header_origin_ : column_origin_, 0,
                          column.chosen ? kByName : kSaid};
    if (column.role == ColumnRole::kId) {
      const std::string id = first_value(record.fields[i]);
      if (!id.empty()) document.set(Owner{}, record_id_, id, from);
    }
    if (column.role != ColumnRole::kMetadata) continue;
    const auto known = std::find_if(keys_.begin(), keys_.end(),
                                    [&](const auto& key) { return key.first == column.key; });
    for (const MappedText& value : record.fields[i]) {
      const std::string text = checked(column.key, trimmed(value.text()));
      if (!text.empty()) document.add(Owner{}, known->second, text, from);
    }
  }
}

/// The view of one row in the making.
struct RecordWriter::Row {
  struct Block {
    weft_id type;
    std::size_t begin, end;
    std::vector<Piece> sentences;
  };
  MappedText text;
  std::vector<Block> blocks;
  std::string title;
  bool chosen = false;  ///< the title's column, by us

  void add_lines(const MappedText& value, weft_id type) {
    for (const Piece& line : lines_of(value.text())) {
      if (!text.empty()) text.join("\n");
      blocks.push_back({type, text.size(), 0, {}});
      text.append(value, line.begin, line.end);
      blocks.back().end = text.size();
    }
  }
  void add_title(const MappedText& value, weft_id type) {
    const std::size_t before = blocks.size();
    add_lines(value, type);
    for (std::size_t i = before; i < blocks.size(); ++i) {
      if (!title.empty()) title += ' ';
      title += text.text().substr(blocks[i].begin, blocks[i].end - blocks[i].begin);
    }
  }
  /// One paragraph, whose sentences are the values as they are.
  void add_sentences(const std::vector<MappedText>& values, weft_id type) {
    std::vector<Piece> sentences;
    for (const MappedText& value : values) {
      const std::size_t first = blank_behind(value.text(), 0);
      const std::size_t last = blank_before(value.text(), value.size());
      if (first >= last) continue;
      if (!text.empty()) text.join("\n");
      const std::size_t begin = text.size();
      text.append(value, first, last);
      sentences.push_back({begin, text.size()});
    }
    if (sentences.empty()) return;
    const Piece whole{sentences.front().begin, sentences.back().end};
    blocks.push_back({type, whole.begin, whole.end, std::move(sentences)});
  }
};

RecordWriter::Row RecordWriter::read_row(const Record& record) const {
  Row row;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    const Column& column = mapping_.columns[i];
    const std::vector<MappedText>& values = record.fields[i];
    if (column.role == ColumnRole::kSentences) row.add_sentences(values, paragraph_);
    for (const MappedText& value : values) {
      if (column.role == ColumnRole::kText) row.add_lines(value, paragraph_);
      if (column.role == ColumnRole::kTitle) row.add_title(value, title_);
    }
    if (column.role == ColumnRole::kTitle && !row.title.empty()) row.chosen = column.chosen;
  }
  return row;
}

std::string RecordWriter::language_of(const Record& record) const {
  std::string lang;
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    if (mapping_.columns[i].key == WEFT_KEY_LANGUAGE)
      lang = checked(WEFT_KEY_LANGUAGE, first_value(record.fields[i]));
  }
  return lang;
}

void RecordWriter::write(const Record& record, const SourceText& source, Document& document) const {
  const Row row = read_row(record);
  if (row.blocks.empty()) return document.drop("a row without text");
  write_source(source, document);
  const std::vector<weft_run> runs = source.to_source(row.text.runs());
  const std::string lang = language_of(record);
  const weft_id view = document.add_view(
      {.name = WEFT_VIEW_TEXT, .text = row.text.text(), .lang = lang, .runs = runs});
  weft_id evidence = 0;
  for (const Row::Block& block : row.blocks) {
    const weft_id span = document.add_span(block.type, view, block.begin, block.end);
    for (const Piece& sentence : block.sentences)
      document.add_span(sentence_, view, sentence.begin, sentence.end, span);
    if (block.type == title_ && evidence == 0) evidence = span;
  }
  if (!row.title.empty())
    document.set(
        Owner{}, title_, row.title,
        {row.chosen ? header_origin_ : column_origin_, evidence, row.chosen ? kByName : kSaid});
  write_metadata(record, document);
}

/// One language of a bilingual table.
struct RecordWriter::Half {
  std::size_t column = 0;
  MappedText text;
  std::vector<Piece> cells;  ///< by row; empty where the cell is
};

void RecordWriter::write_bilingual(const std::vector<Record>& records, const SourceText& source,
                                   Document& document) const {
  std::vector<Half> halves;
  std::size_t id_column = mapping_.columns.size();
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    if (mapping_.columns[i].role == ColumnRole::kView) halves.push_back({i, {}, {}});
    if (mapping_.columns[i].role == ColumnRole::kId) id_column = i;
  }
  std::vector<std::string> ids;
  for (const Record& record : records) {
    ids.push_back(id_column < record.fields.size() ? first_value(record.fields[id_column])
                                                   : std::string());
    for (Half& half : halves) {
      const std::size_t begin = half.text.empty() ? 0 : half.text.size() + 1;
      bool any = false;
      for (const MappedText& value : record.fields[half.column]) {
        const std::size_t first = blank_behind(value.text(), 0);
        const std::size_t last = blank_before(value.text(), value.size());
        if (first >= last) continue;
        if (!half.text.empty()) half.text.join("\n");
        half.text.append(value, first, last);
        any = true;
      }
      half.cells.push_back({begin, any ? half.text.size() : begin});
    }
  }
  const bool empty =
      std::all_of(halves.begin(), halves.end(), [](const Half& half) { return half.text.empty(); });
  if (empty) return document.drop("rows without text");
  write_source(source, document);
  std::vector<std::vector<weft_id>> sentences(records.size());
  for (const Half& half : halves) {
    const std::string& tag = mapping_.columns[half.column].key;
    const std::vector<weft_run> runs = source.to_source(half.text.runs());
    const weft_id view =
        document.add_view({.name = tag, .text = half.text.text(), .lang = tag, .runs = runs});
    for (std::size_t row = 0; row < records.size(); ++row) {
      const Piece& cell = half.cells[row];
      sentences[row].push_back(0);
      if (cell.begin >= cell.end) continue;
      const weft_id block = document.add_span(paragraph_, view, cell.begin, cell.end);
      sentences[row].back() = document.add_span(sentence_, view, cell.begin, cell.end, block);
    }
    document.add(Owner{}, languages_, tag);
  }
  document.set(Owner{}, language_, "mul");
  document.set(Owner{}, layout_, "translation-memory");
  link(sentences, ids, document);
}

/// A bead is of two languages: with three, the first is the source of two beads.
void RecordWriter::link(const std::vector<std::vector<weft_id>>& sentences,
                        const std::vector<std::string>& ids, Document& document) const {
  for (std::size_t row = 0; row < sentences.size(); ++row) {
    const std::vector<weft_id>& cells = sentences[row];
    const bool translated =
        std::any_of(cells.begin() + 1, cells.end(), [](weft_id id) { return id != 0; });
    for (std::size_t target = 1; target < cells.size(); ++target) {
      std::vector<weft_end> ends;
      // A null bead only where no language has a translation, and one a row.
      if (cells[0] != 0 && (cells[target] != 0 || (!translated && target == 1)))
        ends.push_back({cells[0], source_role_});
      if (cells[target] != 0) ends.push_back({cells[target], target_role_});
      if (ends.empty()) continue;
      const weft_id bead = document.add_link(bead_, ends);
      document.set(on_link(bead), method_key_, method_);
      if (!ids[row].empty()) document.set(on_link(bead), unit_id_, ids[row]);
    }
  }
}

void FewWarnings::say(const Context& context, const std::string& message) {
  constexpr std::size_t kFew = 5;
  context.count(metric_);
  if (said_ > kFew) return;
  ++said_;
  context.warn(said_ > kFew ? "more of these in this source are counted, not shown" : message);
}

}  // namespace weft
