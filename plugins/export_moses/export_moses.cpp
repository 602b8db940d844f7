// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as two plain files of as many lines (Moses).
#include <string>
#include <string_view>
#include <vector>

#include "weft/exports/language_map.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr const char* kId = "export_moses";
constexpr const char* kIdsPart = "ids";

class ExportMoses : public weft::Exporter {
 public:
  explicit ExportMoses(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        source_part_(part_of("source", filter_.source_range())),
        target_part_(part_of("target", filter_.target_range())),
        ids_(options.boolean("ids")) {
    if (source_part_ == target_part_)
      throw weft::Error(WEFT_E_CONFIG, std::string(kId) + ": both files would be called '" +
                                           source_part_ +
                                           "'; let source, target and lang-map name two languages");
  }

  /// A corpus without pairs is empty files, not missing ones.
  void head(weft::Sink& sink) override {
    sink.write({}, source_part_);
    sink.write({}, target_part_);
    if (ids_) sink.write({}, kIdsPart);
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
    sink.write(source, source_part_);
    sink.write(target, target_part_);
    if (ids_) sink.write(id_lines(document, pairs), kIdsPart);
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
  }

 private:
  /// Files are told apart by language, so a side must have one name for all its texts.
  [[nodiscard]] std::string part_of(const char* option, const std::string& range) const {
    if (range != "*") return languages_(range);
    throw weft::Error(WEFT_E_CONFIG, std::string(kId) + ": a file has one language; name it in " +
                                         option + " instead of '*'");
  }

  /// A line a pair, fields between tabs: what the plain files have no room for.
  static std::string id_lines(const weft::Document& document,
                              const std::vector<weft::Pair>& pairs) {
    weft::UnitIds ids(document.id());
    const std::string name = weft::one_line(document.id());
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
  weft::LanguageMap languages_;
  std::string source_part_;
  std::string target_part_;
  bool ids_;
  weft_id pairs_ = weft::name("pairs");
};

}  // namespace

WEFT_PLUGIN(ExportMoses, .id = kId, .version = "0.1.0",
            .doc = "Writes sentence pairs as two plain files of as many lines (Moses).",
            .threading = WEFT_SERIAL,
            .params = weft::PairFilter::params(
                {{.name = "ids",
                  .type = WEFT_TYPE_BOOL,
                  .def = "false",
                  .doc = "A third file, part 'ids': id, score, document, files and bytes of each "
                         "line."}}),
            .needs = {WEFT_LINK_BEAD}, .media_types = {"text/plain"})
