// SPDX-License-Identifier: Apache-2.0
/// Writes documents for people to read: title, facts, summary and body as plain text or Markdown.
#include <string>

#include "layout.hpp"
#include "weft/plugin.hpp"

namespace {

class ExportText : public weft::Exporter {
 public:
  explicit ExportText(const weft::Options& options)
      : wrapper_(static_cast<std::size_t>(options.integer("width"))) {
    const std::string to = options.string("to");
    const std::string format = options.string("format");
    const bool named = to.ends_with(".md") || to.ends_with(".markdown");
    markdown_ = format == "markdown" || (format == "auto" && named);
    const bool shared =
        to.find("{stem}") == std::string::npos && to.find("{id}") == std::string::npos;
    if (shared) rule_ = markdown_ ? "\n---\n\n" : "\n\n" + std::string(40, '*') + "\n\n\n";
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    const weft::Reading reading = reader_.read(document);
    sink.write((markdown_ ? weft::markdown(reading) : weft::plain_text(reading, wrapper_)) + rule_);
  }

 private:
  weft::Reader reader_;
  weft::Wrapper wrapper_;
  bool markdown_ = false;
  std::string rule_;  ///< behind every document of a shared file, so that order needs no memory
};

}  // namespace

WEFT_PLUGIN(ExportText, .id = "export_text", .version = "1.0.0",
            .doc = "Writes title, facts, summary and body as plain text or Markdown",
            .params = {{.name = "to",
                        .type = WEFT_TYPE_OUTPUT,
                        .doc = "the file to write",
                        .required = true},
                       {.name = "format",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "auto",
                        .doc = "auto: Markdown where `to` ends in .md or .markdown, else text",
                        .choices = {"auto", "text", "markdown"}},
                       {.name = "width",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "80",
                        .doc = "columns at which plain text is wrapped; 0: not at all",
                        .unit = "columns",
                        .min = "0",
                        .max = "1000"}},
            .media_types = {"text/plain", "text/markdown"})
