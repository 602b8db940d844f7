// SPDX-License-Identifier: Apache-2.0
/// An exporter that fails on documents whose id has "bad" in it.
#include "weft/plugin.hpp"

namespace {

class Refuse : public weft::Exporter {
 public:
  explicit Refuse(const weft::Options&) {}

  void write(weft::Document& document, weft::Sink& sink) override {
    if (document.id().find("bad") != document.id().npos)
      throw weft::Error(WEFT_E_INPUT, "no document of this kind");
    sink.write(document.id());
  }
};

}  // namespace

WEFT_PLUGIN(
    Refuse, .id = "export_refuse", .version = "1.0.0", .doc = "Refuses some documents.",
    .threading = WEFT_SERIAL,
    .params = {
        {.name = "to", .type = WEFT_TYPE_OUTPUT, .doc = "the file to write", .required = true}})
