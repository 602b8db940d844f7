// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as a translation memory (TMX 1.4b).
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "bead_texts.hpp"
#include "unit_ids.hpp"
#include "weft/plugin.hpp"
#include "weft/text/language.hpp"
#include "write_tmx.hpp"

namespace {

class ExportTmx : public weft::Exporter {
 public:
  explicit ExportTmx(const weft::Options& options)
      : source_range_(options.string("source")),
        target_range_(options.string("target")),
        min_score_(options.real("min-score")),
        null_beads_(options.boolean("null-beads")),
        language_map_(options.list("lang-map")) {
    for (std::size_t i = 0; i + 1 < language_map_.size(); i += 2) {
      const std::string& tag = language_map_[i + 1];
      if (weft::is_well_formed_tag(tag)) continue;
      throw weft::Error(WEFT_E_CONFIG, "export_tmx: lang-map gives '" + tag +
                                           "', which is no language tag (BCP 47); write zh-CN");
    }
  }

  void head(weft::Sink& sink) override {
    weft::TmxHeader header;
    header.tool_version = weft::to_view(weft::detail::tables.host->version);
    header.source_language = source_range_ == "*" ? "*all*" : mapped(source_range_);
    // The only clock: a run must give the same bytes whenever it is repeated.
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch != nullptr) header.creation_date = weft::tmx_date(epoch);
    sink.write(weft::tmx_head(header));
  }

  void tail(weft::Sink& sink) override { sink.write(weft::tmx_tail()); }

  void write(weft::Document& document, weft::Sink& sink) override {
    const weft::BeadReader beads(document, source_range_, target_range_);
    weft::UnitIds ids(document.id());
    std::string out;
    for (const weft_link& link : document.links()) {
      if (link.type != bead_) continue;
      const auto pair = beads.read(link, keys_);
      if (!pair || !wanted(*pair, sink.context())) continue;
      const std::string source =
          source_range_ == "*" ? mapped(pair->source.language) : mapped(source_range_);
      const std::string target = mapped(pair->target.language);
      weft::append_unit(out, {ids.next(pair->source.text, pair->target.text), document.id(), source,
                              target, &*pair});
      sink.context().count(units_);
    }
    if (beads.replaced() > 0)
      sink.context().count(replaced_, static_cast<double>(beads.replaced()));
    if (out.empty()) {
      document.pass("no pairs to write");
      return;
    }
    sink.write(out);
  }

 private:
  [[nodiscard]] bool wanted(const weft::PairTexts& pair, weft::Context context) const {
    if (pair.source.empty() && pair.target.empty()) return false;
    if (pair.source.empty() || pair.target.empty()) {
      if (!null_beads_) context.count(one_sided_);
      return null_beads_;
    }
    // A bead without a score passes only where no score is asked for.
    const bool good = min_score_ <= 0 || pair.score >= min_score_;
    if (!good) context.count(below_score_);
    return good;
  }
  [[nodiscard]] std::string mapped(std::string_view language) const {
    for (std::size_t i = 0; i + 1 < language_map_.size(); i += 2) {
      if (language_map_[i] == language) return language_map_[i + 1];
    }
    return std::string(language);
  }

  std::string source_range_;
  std::string target_range_;
  double min_score_;
  bool null_beads_;
  std::vector<std::string> language_map_;
  weft_id bead_ = weft::name(WEFT_LINK_BEAD);
  weft::BeadKeys keys_;
  weft_id units_ = weft::name("units");
  weft_id one_sided_ = weft::name("beads-without-partner");
  weft_id below_score_ = weft::name("beads-below-min-score");
  weft_id replaced_ = weft::name("characters-replaced");
};

}  // namespace

WEFT_PLUGIN(
    ExportTmx, .id = "export_tmx", .version = "0.1.0",
    .doc = "Writes sentence pairs as a translation memory (TMX 1.4b).",
    .params = {{.name = "to",
                .type = WEFT_TYPE_OUTPUT,
                .doc = "The file, below the output directory.",
                .required = true},
               {.name = "source",
                .type = WEFT_TYPE_LANGUAGE,
                .def = "en",
                .doc = "Language range of the source side; it is also the language written "
                       "for it."},
               {.name = "target",
                .type = WEFT_TYPE_LANGUAGE,
                .def = "zh",
                .doc = "Language range of the target side; the view's own tag is written."},
               {.name = "min-score",
                .type = WEFT_TYPE_REAL,
                .def = "0",
                .doc = "Leaves out pairs whose score is lower."},
               {.name = "null-beads",
                .type = WEFT_TYPE_BOOL,
                .def = "false",
                .doc = "Also writes sentences without a partner, as units of one language."},
               {.name = "lang-map",
                .type = WEFT_TYPE_MAP,
                .doc = "Language tags to write in place of others, as in zh-Hans=zh-CN."}},
    .needs = {WEFT_LINK_BEAD}, .media_types = {"application/x-tmx+xml"})
