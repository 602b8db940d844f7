// SPDX-License-Identifier: Apache-2.0
/// Writes briefings as Markdown: title, facts, summary, key figures and body.
#include <string>

#include "markdown.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/plugin.hpp"

namespace {

class ExportMarkdown : public weft::Exporter {
 public:
  explicit ExportMarkdown(const weft::Options& options) : body_(options.boolean("body")) {
    if (!weft::is_output_per_document(options.string("to"))) rule_ = "\n---\n\n";
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    sink.write(weft::markdown(reader_.read(document, body_)) + rule_);
  }

 private:
  weft::BriefingReader reader_;
  bool body_;
  std::string rule_;  ///< behind every document of a shared file, so that order needs no memory
};

}  // namespace

WEFT_PLUGIN(ExportMarkdown, .id = "export_markdown", .version = "1.0.0",
            .doc = "Writes title, facts, summary, key figures and body as Markdown",
            .params = {{.name = "to",
                        .type = WEFT_TYPE_OUTPUT,
                        .doc = "the file to write",
                        .required = true},
                       {.name = "body",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "the text itself behind title, facts and summary"}},
            .media_types = {"text/markdown"})
