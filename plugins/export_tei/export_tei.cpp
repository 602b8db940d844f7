// SPDX-License-Identifier: Apache-2.0
/// Writes both texts of aligned documents, and links between their sentences (TEI P5).
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tei_header.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/exports/side_text.hpp"
#include "weft/exports/unit_ids.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"
#include "write_tei.hpp"

namespace {

constexpr const char* kId = "export_tei";

class ExportTei : public weft::UndoingExporter {
 public:
  explicit ExportTei(const weft::Options& options)
      : filter_(options),
        languages_(options.list("lang-map"), kId),
        is_corpus_(!weft::is_output_per_document(options.string("to"))) {}

  void head(weft::Sink& sink) override {
    made_by_ = weft::made_by(sink.context());
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (is_corpus_) {
      out += "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
      weft::TeiHeader::append_corpus(out, made_by_);
    }
    sink.write(out);
  }

  void tail(weft::Sink& sink) override {
    if (!is_corpus_) return;
    std::string out;
    // A corpus has one document at least.
    if (!has_documents_) weft::append_empty_document(out);
    sink.write(out + "</teiCorpus>\n");
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    had_documents_ = has_documents_;
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (pairs.empty()) return document.pass("no pairs to write");
    const weft::SideTexts source(document, pairs, &weft::Pair::source, 's');
    const weft::SideTexts target(document, pairs, &weft::Pair::target, 't');
    std::string out;
    weft::open_document(out, is_corpus_);
    header_.append_document(out, document, languages_of(source, target),
                            is_corpus_ ? nullptr : &made_by_);
    append_links(out, document, pairs, source, target);
    weft::open_texts(out);
    for (const weft::SideTexts* side : {&source, &target}) {
      for (const weft::SideText& text : side->texts())
        weft::append_text(out, languages_(text.language), text);
    }
    weft::close_document(out);
    has_documents_ = true;
    sink.write(out);
    const auto replaced = static_cast<double>(source.replaced() + target.replaced());
    if (replaced > 0) sink.context().count(replaced_, replaced);
  }

  void undo() override {
    filter_.undo();
    has_documents_ = had_documents_;
  }

 private:
  [[nodiscard]] std::vector<std::string> languages_of(const weft::SideTexts& source,
                                                      const weft::SideTexts& target) const {
    std::vector<std::string> out;
    for (const weft::SideTexts* side : {&source, &target}) {
      for (const weft::SideText& text : side->texts()) {
        std::string language = languages_(text.language);
        if (std::find(out.begin(), out.end(), language) == out.end())
          out.push_back(std::move(language));
      }
    }
    return out;
  }

  /// A link has two ends in TEI: a sentence without a partner is one that no link names.
  void append_links(std::string& out, const weft::Document& document,
                    const std::vector<weft::Pair>& pairs, const weft::SideTexts& source,
                    const weft::SideTexts& target) const {
    weft::UnitIds ids(document.id());
    weft::TeiLinks links;
    std::size_t count = 0;
    for (const weft::Pair& pair : pairs) {
      if (pair.is_null()) {
        document.context().count(without_link_);
        continue;
      }
      ++count;
      // An XML name begins with a letter.
      links.add("l" + ids.next(pair.source.text, pair.target.text),
                source.ids(pair.source, "#") + ' ' + target.ids(pair.target, "#"), pair);
    }
    links.append_to(out);
    document.context().count(pairs_, static_cast<double>(count));
  }

  weft::PairFilter filter_;
  weft::LanguageMap languages_;
  weft::TeiHeader header_;
  weft::MadeBy made_by_;
  bool is_corpus_;  ///< <teiCorpus> is the root, else <TEI>
  bool has_documents_ = false;
  bool had_documents_ = false;  ///< before the last document
  weft_id pairs_ = weft::name("pairs");
  weft_id without_link_ = weft::name("pairs-without-link");
  weft_id replaced_ = weft::name("characters-replaced-in-texts");
};

}  // namespace

WEFT_UNDOING_PLUGIN(ExportTei, .id = kId, .version = "0.1.0",
                    .doc = "Writes both texts and links between their sentences (TEI P5).",
                    .threading = WEFT_SERIAL, .params = weft::PairFilter::params(),
                    .needs = {WEFT_LINK_BEAD}, .media_types = {"application/tei+xml"})
