// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as links into two files of sentences (XCES, as OPUS has it).
#include <string>
#include <string_view>
#include <vector>

#include "weft/exports/language_map.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/side_parts.hpp"
#include "weft/exports/side_text.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "write_xces.hpp"

namespace {

constexpr const char* kId = "export_xces";
constexpr const char* kLinksPart = "align";
constexpr std::string_view kPart = "{part}";

class ExportXces : public weft::UndoingExporter {
 public:
  explicit ExportXces(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        parts_(weft::side_parts(filter_, languages_, kId)),
        file_name_(file_name_of(options.string("to"))) {}

  void head(weft::Sink& sink) override {
    const weft::MadeBy made_by = weft::made_by(sink.context());
    sink.write(weft::links_head(made_by), kLinksPart);
    sink.write(weft::sentences_head(made_by), parts_.source);
    sink.write(weft::sentences_head(made_by), parts_.target);
  }

  void tail(weft::Sink& sink) override {
    sink.write(weft::links_tail(), kLinksPart);
    sink.write(weft::sentences_tail(), parts_.source);
    sink.write(weft::sentences_tail(), parts_.target);
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (pairs.empty()) return document.pass("no pairs to write");
    const weft::SideTexts source(document, pairs, &weft::Pair::source, 's');
    const weft::SideTexts target(document, pairs, &weft::Pair::target, 't');
    weft::UnitIds ids(document.id());
    std::string links;
    weft::open_links(links, file_of(parts_.source), file_of(parts_.target));
    for (const weft::Pair& pair : pairs) {
      // An XML name begins with a letter.
      weft::append_link(links, "l" + ids.next(pair.source.text, pair.target.text),
                        source.ids(pair.source), target.ids(pair.target), pair);
    }
    weft::close_links(links);
    sink.write(links, kLinksPart);
    sink.write(texts_of(document, source), parts_.source);
    sink.write(texts_of(document, target), parts_.target);
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
    const auto replaced = static_cast<double>(source.replaced() + target.replaced());
    if (replaced > 0) sink.context().count(replaced_, replaced);
  }

  void undo() override { filter_.undo(); }

 private:
  /// The links name the other two files, as they are called beside theirs; of the placeholders only
  /// the part is known here.
  static std::string file_name_of(const std::string& to) {
    const std::size_t slash = to.rfind('/');
    std::string name = slash == std::string::npos ? to : to.substr(slash + 1);
    const std::size_t part = name.find(kPart);
    std::string rest = name;
    if (part != std::string::npos) rest.erase(part, kPart.size());
    if (part == std::string::npos || rest.find('{') != std::string::npos)
      throw weft::Error(WEFT_E_CONFIG,
                        std::string(kId) + ": the file name '" + name +
                            "' in to must have {part} once and no other placeholder, since the "
                            "links name the other files; write to=\"{stem}/{part}.xml\", say");
    return name;
  }

  [[nodiscard]] std::string file_of(const std::string& part) const {
    std::string name = file_name_;
    return name.replace(name.find(kPart), kPart.size(), part);
  }

  [[nodiscard]] std::string texts_of(const weft::Document& document,
                                     const weft::SideTexts& side) const {
    std::string out;
    for (const weft::SideText& text : side.texts())
      weft::append_text(out, document.id(), languages_(text.language), text);
    return out;
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  weft::SideParts parts_;
  std::string file_name_;
  weft_id pairs_ = weft::name("pairs");
  weft_id replaced_ = weft::name("characters-replaced-in-texts");
};

}  // namespace

WEFT_UNDOING_PLUGIN(
    ExportXces, .id = kId, .version = "0.1.0",
    .doc = "Writes sentence pairs as links into two files of sentences (XCES, OPUS).",
    .threading = WEFT_SERIAL, .params = weft::PairFilter::params(), .needs = {WEFT_LINK_BEAD},
    .media_types = {"application/xml"})
