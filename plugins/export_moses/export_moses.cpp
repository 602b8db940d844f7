// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as two plain files of as many lines (Moses).
#include <string>
#include <string_view>
#include <vector>

#include "weft/exports/language_map.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/side_parts.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"

namespace {

constexpr const char* kId = "export_moses";
constexpr const char* kOriginsPart = "origins";

class ExportMoses : public weft::UndoingExporter {
 public:
  explicit ExportMoses(const weft::Options& options)
      : filter_(options),
        parts_(weft::side_parts(filter_, weft::LanguageMap(options.list("lang-map"), kId), kId)),
        origins_(options.boolean("origins")) {}

  /// A corpus without pairs is empty files, not missing ones.
  void head(weft::Sink& sink) override {
    sink.write({}, parts_.source);
    sink.write({}, parts_.target);
    if (origins_) sink.write({}, kOriginsPart);
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (pairs.empty()) return document.pass("no pairs to write");
    std::string source;
    std::string target;
    for (const weft::Pair& pair : pairs) {
      (source += pair.source.text) += '\n';
      (target += pair.target.text) += '\n';
    }
    sink.write(source, parts_.source);
    sink.write(target, parts_.target);
    if (origins_) sink.write(origin_lines(document, pairs), kOriginsPart);
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
  }

  void undo() override { filter_.undo(); }

 private:
  /// A line a pair, fields between tabs: what the plain files have no room for.
  static std::string origin_lines(const weft::Document& document,
                                  const std::vector<weft::Pair>& pairs) {
    weft::UnitIds ids(document.id());
    const std::string name = weft::clean_line(document.id());
    std::string out;
    for (const weft::Pair& pair : pairs) {
      const std::string id = ids.next(pair.source.text, pair.target.text);
      const std::string score = weft::score_text(pair.score);
      for (const std::string_view field :
           {std::string_view(id), std::string_view(score), std::string_view(name),
            std::string_view(pair.source.source_uri), std::string_view(pair.source.ranges),
            std::string_view(pair.target.source_uri)})
        (out += field) += '\t';
      (out += pair.target.ranges) += '\n';
    }
    return out;
  }

  weft::PairFilter filter_;
  weft::SideParts parts_;
  bool origins_;
  weft_id pairs_ = weft::name("pairs");
};

}  // namespace

WEFT_UNDOING_PLUGIN(
    ExportMoses, .id = kId, .version = "0.1.0",
    .doc = "Writes sentence pairs as two plain files of as many lines (Moses).",
    .threading = WEFT_SERIAL,
    .params = weft::PairFilter::params(
        {{.name = "origins",
          .type = WEFT_TYPE_BOOL,
          .def = "false",
          .doc = "A third file, part 'origins': id, score, document, files and bytes of each "
                 "line."}}),
    .needs = {WEFT_LINK_BEAD}, .media_types = {"text/plain"})
