// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as a localization file (XLIFF 2.1, 2.0 or 1.2).
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "unit_state.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/exports/made_by.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "write_xliff.hpp"

namespace {

constexpr const char* kId = "export_xliff";

std::unique_ptr<weft::XliffWriter> make_writer(std::string_view version) {
  if (version == "1.2") return std::make_unique<weft::Xliff1Writer>();
  return std::make_unique<weft::Xliff2Writer>();
}

class ExportXliff : public weft::UndoingExporter {
 public:
  explicit ExportXliff(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        writer_(make_writer(options.string("version"))) {
    rules_.review_below = options.real("review-below");
    if (options.has("reviewed-from")) rules_.reviewed_from = options.real("reviewed-from");
    output_.version = options.string("version");
    output_.source_language = language_of_range("source", filter_.source_range());
    output_.target_language = language_of_range("target", filter_.target_range());
    output_.created = weft::extended_date(weft::build_seconds());
  }

  void head(weft::Sink& sink) override {
    output_.made_by = weft::made_by(sink.context());
    sink.write(writer_->head(output_));
  }

  void tail(weft::Sink& sink) override {
    if (!has_files_) sink.write(writer_->empty_file(output_));
    sink.write(weft::XliffWriter::tail());
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    had_files_ = has_files_;
    const std::vector<weft::Pair> pairs = filter_.read(document);
    std::string out;
    for (const weft::XliffFile& file : files_of(document, pairs)) {
      writer_->append(out, output_, file);
      sink.context().count(units_, static_cast<double>(file.units.size()));
    }
    if (out.empty()) return document.pass("no pairs to write");
    has_files_ = true;
    sink.write(out);
  }

  void undo() override {
    filter_.undo();
    has_files_ = had_files_;
  }

 private:
  [[nodiscard]] std::string language_of_range(const char* option, const std::string& range) const {
    if (range != "*") return languages_(range);
    if (output_.version == "1.2") return "und";  // each <file> names its own
    throw weft::Error(WEFT_E_CONFIG, std::string(kId) + ": XLIFF " + output_.version +
                                         " has one language a side; name it in " + option +
                                         ", or write version=\"1.2\"");
  }

  /// XLIFF 2 has one pair of languages, so one file a document; in XLIFF 1.2 a file has its own.
  std::vector<weft::XliffFile> files_of(const weft::Document& document,
                                        const std::vector<weft::Pair>& pairs) {
    std::vector<weft::XliffFile> files;
    weft::UnitIds ids(document.id());
    std::string target = output_.target_language;
    for (const weft::Pair& pair : pairs) {
      if (pair.source.empty()) {
        document.context().count(without_source_);
        continue;
      }
      std::string source = output_.source_language;
      if (output_.version == "1.2") {
        source = languages_(pair.source.language);
        // A sentence without a partner stays with those before it.
        if (!pair.target.empty()) target = languages_(pair.target.language);
      }
      file_for(files, document.id(), source, target)
          .units.push_back(
              {ids.next(pair.source.text, pair.target.text), state_of(pair, rules_), &pair});
    }
    return files;
  }

  static weft::XliffFile& file_for(std::vector<weft::XliffFile>& files, std::string_view document,
                                   const std::string& source, const std::string& target) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const weft::XliffFile& file) {
      return file.source_language == source && file.target_language == target;
    });
    if (found != files.end()) return *found;
    return files.emplace_back(weft::XliffFile{document, source, target, {}});
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  std::unique_ptr<weft::XliffWriter> writer_;
  weft::StateRules rules_;
  weft::XliffOutput output_;
  bool has_files_ = false;
  bool had_files_ = false;  ///< before the last document
  weft_id units_ = weft::name("units");
  weft_id without_source_ = weft::name("targets-without-source");
};

}  // namespace

WEFT_UNDOING_PLUGIN(
    ExportXliff, .id = kId, .version = "0.1.0",
    .doc = "Writes sentence pairs as a localization file (XLIFF 2.1, 2.0 or 1.2).",
    .threading = WEFT_SERIAL,
    .params = weft::PairFilter::params(
        {{.name = "version",
          .type = WEFT_TYPE_CHOICE,
          .def = "2.1",
          .doc = "Version of XLIFF to write.",
          .choices = {"2.1", "2.0", "1.2"}},
         {.name = "review-below",
          .type = WEFT_TYPE_REAL,
          .def = "0.5",
          .doc = "Pairs whose score is lower, and pairs with findings, need review."},
         {.name = "reviewed-from",
          .type = WEFT_TYPE_REAL,
          .doc = "Pairs with this score or more, and no finding, count as reviewed; none: no pair "
                 "does."}}),
    .needs = {WEFT_LINK_BEAD}, .media_types = {"application/xliff+xml"})
