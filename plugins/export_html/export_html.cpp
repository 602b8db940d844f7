// SPDX-License-Identifier: Apache-2.0
/// Writes briefings as one self-contained page: title, facts, summary, key figures and text.
#include <string>

#include "page.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/plugin.hpp"

namespace {

class ExportHtml : public weft::Exporter {
 public:
  explicit ExportHtml(const weft::Options& options)
      : title_(options.string("title")),
        body_(options.boolean("body")),
        alone_(weft::is_output_per_document(options.string("to"))) {}

  void head(weft::Sink& sink) override {
    if (alone_) return;  // the window's title is the document's
    const weft::MadeBy made_by = weft::made_by(sink.context());
    const std::string& named = title_.empty() ? made_by.pipeline : title_;
    sink.write(weft::page_head(named.empty() ? "Briefing" : named, made_by));
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    const weft::Briefing briefing = reader_.read(document, body_);
    const weft::MadeBy made_by = weft::made_by(sink.context());
    if (alone_) sink.write(weft::page_head(briefing.titles.front().text, made_by));
    sink.write(weft::article(briefing, alone_));
  }

  void tail(weft::Sink& sink) override {
    sink.write(weft::page_foot(weft::made_by(sink.context())));
  }

 private:
  weft::BriefingReader reader_;
  std::string title_;
  bool body_;
  bool alone_;
};

}  // namespace

WEFT_PLUGIN(ExportHtml, .id = "export_html", .version = "1.0.0",
            .doc = "Writes briefings as a self-contained page, summaries linked to their evidence",
            .params = {{.name = "to",
                        .type = WEFT_TYPE_OUTPUT,
                        .doc = "the file to write",
                        .required = true},
                       {.name = "body",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "the text itself behind title, facts and summary"},
                       {.name = "title",
                        .type = WEFT_TYPE_STRING,
                        .doc = "of the window of a page of several documents; default: the "
                               "pipeline's name"}},
            .media_types = {"text/html"})
