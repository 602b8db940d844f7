// SPDX-License-Identifier: Apache-2.0
/// Writes briefings as Word documents.
#include <memory>
#include <string>

#include "weft/exports/output_scope.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "word_package.hpp"

namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values)
    out += (out.empty() ? "" : "; ") + value;
  return out;
}

class ExportDocx : public weft::UndoingExporter {
 public:
  explicit ExportDocx(const weft::Options& options)
      : runs_(weft::LanguageMap(options.list("lang-map"), "export_docx")),
        title_(options.string("title")),
        body_(options.boolean("body")),
        alone_(weft::is_output_per_document(options.string("to"))) {
    // One file at a time: where a document's end is known is not said to an exporter.
    if (!alone_ && options.string("to").find("{lang}") != std::string::npos) {
      throw weft::Error(WEFT_E_CONFIG,
                        "export_docx makes one file of all documents, or one of each: put {stem} "
                        "beside {lang}, or take {lang} out");
    }
  }

  void head(weft::Sink&) override {
    if (!alone_) shared_ = std::make_unique<weft::WordBody>(runs_, false);
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    if (!alone_) shared_->mark();
    const weft::Briefing briefing = reader_.read(document, body_);
    if (!alone_) {
      shared_->add(briefing);
      return;
    }
    weft::WordBody body(runs_, true);
    body.add(briefing);
    sink.write(weft::word_package(body, facts_of(briefing), weft::made_by(sink.context())));
  }

  void undo() override {
    if (!alone_) shared_->undo();
  }

  void tail(weft::Sink& sink) override {
    if (alone_) return;
    const weft::MadeBy made_by = weft::made_by(sink.context());
    weft::WordFacts facts;
    facts.title = title_.empty() ? made_by.pipeline : title_;
    if (facts.title.empty()) facts.title = "Briefing";
    sink.write(weft::word_package(*shared_, facts, made_by));
    shared_.reset();
  }

 private:
  [[nodiscard]] weft::WordFacts facts_of(const weft::Briefing& briefing) const {
    std::vector<std::string> keywords;
    for (const weft::KeyPhrase& phrase : briefing.phrases)
      keywords.push_back(phrase.text);
    return {briefing.titles.front().text, joined(briefing.values(WEFT_KEY_AUTHOR)),
            joined(keywords), runs_.language(briefing.language)};
  }

  weft::BriefingReader reader_;
  weft::WordRuns runs_;
  std::string title_;
  bool body_;
  bool alone_;
  std::unique_ptr<weft::WordBody> shared_;  ///< from head to tail
};

}  // namespace

WEFT_UNDOING_PLUGIN(
    ExportDocx, .id = "export_docx", .version = "1.0.0",
    .doc = "Writes briefings as Word documents, summaries linked to their evidence",
    .threading = WEFT_SERIAL,
    .params =
        {{.name = "to", .type = WEFT_TYPE_OUTPUT, .doc = "the file to write", .required = true},
         {.name = "body",
          .type = WEFT_TYPE_BOOL,
          .def = "true",
          .doc = "the text itself behind title, facts and summary"},
         {.name = "title",
          .type = WEFT_TYPE_STRING,
          .doc = "of a file of several documents; default: the pipeline's name"},
         weft::LanguageMap::param()},
    .media_types = {"application/vnd.openxmlformats-officedocument."
                    "wordprocessingml.document"})
