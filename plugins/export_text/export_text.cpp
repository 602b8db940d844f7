// SPDX-License-Identifier: Apache-2.0
/// Writes documents for people at a terminal: title, facts, summary, key figures and body.
#include <string>

#include "layout.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/plugin.hpp"

namespace {

class ExportText : public weft::Exporter {
 public:
  explicit ExportText(const weft::Options& options)
      : wrapper_(static_cast<std::size_t>(options.integer("width"))),
        body_(options.boolean("body")) {
    const std::string to = options.string("to");
    if (to.ends_with(".md") || to.ends_with(".markdown")) {
      throw weft::Error(WEFT_E_CONFIG, "export_text writes plain text, and '" + to +
                                           "' names Markdown; take plugin=\"markdown\", or a name "
                                           "that ends in .txt");
    }
    if (!weft::is_output_per_document(to)) rule_ = "\n\n" + std::string(40, '*') + "\n\n\n";
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    sink.write(weft::plain_text(reader_.read(document, body_), wrapper_) + rule_);
  }

 private:
  weft::BriefingReader reader_;
  weft::Wrapper wrapper_;
  bool body_;
  std::string rule_;  ///< behind every document of a shared file, so that order needs no memory
};

}  // namespace

WEFT_PLUGIN(ExportText, .id = "export_text", .version = "2.0.0",
            .doc = "Writes title, facts, summary and body as plain text for a terminal",
            .params = {{.name = "to",
                        .type = WEFT_TYPE_OUTPUT,
                        .doc = "the file to write",
                        .required = true},
                       {.name = "body",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "the text itself behind title, facts and summary"},
                       {.name = "width",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "80",
                        .doc = "columns at which lines are wrapped; 0: not at all",
                        .unit = "columns",
                        .min = "0",
                        .max = "1000"}},
            .media_types = {"text/plain"})
