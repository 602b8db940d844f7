// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as a translation memory (TMX 1.4b).
#include <optional>
#include <string>
#include <string_view>

#include "sentence_context.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/exports/made_by.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "write_tmx.hpp"

namespace {

constexpr const char* kId = "export_tmx";

class ExportTmx : public weft::UndoingExporter {
 public:
  explicit ExportTmx(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        context_(options.boolean("context")) {}

  void head(weft::Sink& sink) override {
    const weft::MadeBy made_by = weft::made_by(sink.context());
    sink.write(weft::tmx_head(
        {made_by.version, filter_.source_range() == "*" ? "*all*" : source_language({}),
         weft::basic_date(weft::build_seconds()), made_by.pipeline, made_by.pipeline_hash}));
  }

  void tail(weft::Sink& sink) override { sink.write(weft::tmx_tail()); }

  void write(weft::Document& document, weft::Sink& sink) override {
    const std::vector<weft::Pair> pairs = filter_.read(document);
    weft::UnitIds ids(document.id());
    std::optional<weft::SentenceContext> around;
    if (context_) around.emplace(document, sentence_);
    std::string out;
    for (const weft::Pair& pair : pairs) {
      const weft::TmxUnit unit{ids.next(pair.source.text, pair.target.text),
                               document.id(),
                               source_language(pair.source.language),
                               languages_(pair.target.language),
                               &pair,
                               around ? around->before(pair.source) : std::string(),
                               around ? around->after(pair.source) : std::string()};
      weft::append_unit(out, unit);
      sink.context().count(units_);
    }
    if (out.empty()) {
      document.pass("no pairs to write");
      return;
    }
    sink.write(out);
  }

  void undo() override { filter_.undo(); }

 private:
  /// The header's srclang and the variants' language must be the same, so the range is written.
  [[nodiscard]] std::string source_language(std::string_view of_view) const {
    return languages_(filter_.source_range() == "*" ? of_view
                                                    : std::string_view(filter_.source_range()));
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  bool context_;
  weft_id sentence_ = weft::name(WEFT_SPAN_SENTENCE);
  weft_id units_ = weft::name("units");
};

}  // namespace

WEFT_UNDOING_PLUGIN(ExportTmx, .id = kId, .version = "0.3.0",
                    .doc = "Writes sentence pairs as a translation memory (TMX 1.4b).",
                    .threading = WEFT_SERIAL,
                    .params = weft::PairFilter::params(
                        {{.name = "context",
                          .type = WEFT_TYPE_BOOL,
                          .def = "false",
                          .doc = "Also writes the source sentences before and behind each pair."}}),
                    .needs = {WEFT_LINK_BEAD}, .media_types = {"application/x-tmx+xml"})
