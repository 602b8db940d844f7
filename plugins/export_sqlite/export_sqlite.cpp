// SPDX-License-Identifier: Apache-2.0
/// Writes documents, spans, links and pairs into an SQLite database with full-text search.
#include <optional>
#include <string>

#include "document_tables.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"

namespace {

constexpr const char* kId = "export_sqlite";

class ExportSqlite : public weft::UndoingExporter {
 public:
  explicit ExportSqlite(const weft::Options& options)
      : filter_(options), languages_(options.list("lang-map"), kId) {
    const std::string to = options.string("to");
    alone_ = weft::is_output_per_document(to);
    if (to.find("{part}") != std::string::npos)
      throw weft::Error(WEFT_E_CONFIG, "export_sqlite writes one file: take {part} out of its to");
    if (!alone_ && to.find("{lang}") != std::string::npos) {
      throw weft::Error(WEFT_E_CONFIG,
                        "export_sqlite makes one file of all documents, or one of each: put {stem} "
                        "beside {lang}, or take {lang} out");
    }
  }

  void head(weft::Sink& sink) override {
    if (!alone_) open(sink);
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    if (!alone_) tables_->mark();
    // Read before a row is written: what fails here leaves no half of a document.
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (alone_) open(sink);
    tables_->add(document, pairs);
    if (alone_) close();
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
  }

  void undo() override {
    filter_.undo();
    if (!alone_) tables_->undo();
  }

  void tail(weft::Sink&) override { close(); }

 private:
  void open(weft::Sink& sink) {
    tables_.emplace(sink.file(), weft::made_by(sink.context()), languages_);
  }
  void close() {
    if (!tables_) return;
    tables_->finish();
    tables_.reset();
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  bool alone_ = false;
  std::optional<weft::DocumentTables> tables_;
  weft_id pairs_ = weft::name("pairs");
};

}  // namespace

WEFT_UNDOING_PLUGIN(ExportSqlite, .id = kId, .version = "1.0.0",
                    .doc =
                        "Writes documents, spans, links and pairs into an SQLite database with "
                        "full-text search",
                    .threading = WEFT_SERIAL, .params = weft::PairFilter::params(),
                    .media_types = {"application/vnd.sqlite3"})
