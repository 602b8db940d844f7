// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as a table: Bitextor's columns between tabs, or CSV.
#include <string>
#include <string_view>
#include <vector>

#include "weft/exports/language_map.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "write_table.hpp"

namespace {

constexpr const char* kId = "export_tsv";

weft::TableFormat format_of(const weft::Options& options) {
  const bool csv = options.string("format") == "csv";
  const bool guard = options.has("guard") ? options.boolean("guard") : csv;
  return {csv, guard};
}

class ExportTsv : public weft::UndoingExporter {
 public:
  explicit ExportTsv(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        table_(format_of(options)),
        header_(options.boolean("header")),
        details_(options.boolean("details")),
        mark_(options.boolean("byte-order-mark")) {}

  void head(weft::Sink& sink) override {
    if (mark_) sink.write("\xEF\xBB\xBF");
    if (!header_) return;
    for (const char* column : {"src_url", "trg_url", "src_text", "trg_text", "aligner_score"})
      table_.text(column);
    if (details_) {
      for (const char* column : {"src_lang", "trg_lang", "src_bytes", "trg_bytes", "document", "id",
                                 "method", "findings", "reject"})
        table_.text(column);
    }
    table_.end_row();
    sink.write(table_.take());
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (pairs.empty()) return document.pass("no pairs to write");
    const std::string name = weft::clean_line(document.id());
    weft::UnitIds ids(document.id());
    for (const weft::Pair& pair : pairs) {
      add_pair(pair, name);
      if (details_) add_details(pair, name, ids.next(pair.source.text, pair.target.text));
      table_.end_row();
    }
    sink.write(table_.take());
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
    const auto guarded = static_cast<double>(table_.take_guarded());
    if (guarded > 0) sink.context().count(guarded_, guarded);
  }

  void undo() override { filter_.undo(); }

 private:
  void add_pair(const weft::Pair& pair, const std::string& document) {
    table_.text(pair.source.source_uri.empty() ? document : pair.source.source_uri);
    table_.text(pair.target.source_uri.empty() ? document : pair.target.source_uri);
    table_.text(pair.source.text);
    table_.text(pair.target.text);
    table_.number(weft::score_text(pair.score));
  }

  void add_details(const weft::Pair& pair, const std::string& document, const std::string& id) {
    table_.text(pair.source.empty() ? std::string() : languages_(pair.source.language));
    table_.text(pair.target.empty() ? std::string() : languages_(pair.target.language));
    table_.text(pair.source.ranges);
    table_.text(pair.target.ranges);
    table_.text(document);
    table_.text(id);
    table_.text(weft::clean_line(pair.method));
    table_.text(pair.findings_line());
    table_.text(pair.reject);
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  weft::TableWriter table_;
  bool header_;
  bool details_;
  bool mark_;
  weft_id pairs_ = weft::name("pairs");
  weft_id guarded_ = weft::name("formulas-guarded");
};

}  // namespace

WEFT_UNDOING_PLUGIN(
    ExportTsv, .id = kId, .version = "0.1.0",
    .doc = "Writes sentence pairs as a table: Bitextor's columns between tabs, or CSV.",
    .threading = WEFT_SERIAL,
    .params = weft::PairFilter::params(
        {{.name = "format",
          .type = WEFT_TYPE_CHOICE,
          .def = "tsv",
          .doc = "Tabs between fields and no quotes, or CSV by RFC 4180.",
          .choices = {"tsv", "csv"}},
         {.name = "header",
          .type = WEFT_TYPE_BOOL,
          .def = "true",
          .doc = "A first row with the names of the columns."},
         {.name = "details",
          .type = WEFT_TYPE_BOOL,
          .def = "false",
          .doc = "Nine more columns: languages, bytes, document, id, method, findings, reject."},
         {.name = "guard",
          .type = WEFT_TYPE_BOOL,
          .doc = "An apostrophe before fields that a spreadsheet would take for a formula; not "
                 "given: in CSV."},
         {.name = "byte-order-mark",
          .type = WEFT_TYPE_BOOL,
          .def = "false",
          .doc = "Begins with a byte order mark, without which Excel does not see UTF-8."}}),
    .needs = {WEFT_LINK_BEAD}, .media_types = {"text/tab-separated-values", "text/csv"})
