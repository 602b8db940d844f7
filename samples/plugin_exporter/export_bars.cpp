// SPDX-License-Identifier: Apache-2.0
/// A whole exporter of sentence pairs: "source ||| target" a line, which word aligners read.
#include <weft/exports/pair_filter.hpp>
#include <weft/plugin.hpp>
#include <weft/undo.hpp>

class Bars final : public weft::UndoingExporter {
 public:
  explicit Bars(const weft::Options& options) : filter_(options) {}
  void write(weft::Document& document, weft::Sink& sink) override {
    for (const weft::Pair& pair : filter_.read(document))
      sink.write(pair.source.text + " ||| " + pair.target.text + "\n");
  }
  void undo() override { filter_.undo(); }

 private:
  weft::PairFilter filter_;
};

WEFT_UNDOING_PLUGIN(Bars, .id = "export_bars", .version = "1.0.0",
                    .doc = "Writes sentence pairs as source ||| target.", .threading = WEFT_SERIAL,
                    .params = weft::PairFilter::params(), .needs = {WEFT_LINK_BEAD})
