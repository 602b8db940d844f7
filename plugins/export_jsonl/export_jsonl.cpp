// SPDX-License-Identifier: Apache-2.0
/// Writes documents, or their sentence pairs, as one JSON object a line.
#include "weft/plugin.hpp"
#include "write_json.hpp"

namespace {

class ExportJsonl : public weft::Exporter {
 public:
  explicit ExportJsonl(const weft::Options& options)
      : pairs_(options.string("content") == "pairs") {}

  void write(weft::Document& document, weft::Sink& sink) override {
    if (!pairs_) return sink.write(weft::document_line(document, names_));
    const std::string lines = weft::pair_lines(document, names_);
    if (lines.empty()) return document.pass("no aligned sentences");
    sink.write(lines);
  }

 private:
  weft::ExportNames names_;
  bool pairs_;
};

}  // namespace

WEFT_PLUGIN(ExportJsonl, .id = "export_jsonl", .version = "1.0.0",
            .doc = "Writes one JSON object a line: whole documents, or aligned sentence pairs",
            .threading = WEFT_REENTRANT,
            .params = {{.name = "to",
                        .type = WEFT_TYPE_OUTPUT,
                        .doc = "the file to write",
                        .required = true},
                       {.name = "content",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "documents",
                        .doc = "a line for each document, or for each pair of aligned sentences",
                        .choices = {"documents", "pairs"}}},
            .media_types = {"application/jsonl"})
