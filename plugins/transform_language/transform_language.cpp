// SPDX-License-Identifier: Apache-2.0
/// Says which language every block, every view and the document is in.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "block_languages.hpp"
#include "foreign_runs.hpp"
#include "weft/plugin.hpp"

namespace {

class TransformLanguage : public weft::Transform {
 public:
  explicit TransformLanguage(const weft::Options& options)
      : least_share_(options.real("share")), runs_(options.boolean("runs")) {
    for (const char* type : {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_LIST_ITEM,
                             WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL})
      roles_[weft::name(type)] = weft::BlockRole::kBody;
    for (const char* type :
         {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_CAPTION, WEFT_SPAN_BIO, WEFT_SPAN_FOOTNOTE})
      roles_[weft::name(type)] = weft::BlockRole::kBeside;
    for (const char* type : {WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_SOURCE,
                             WEFT_SPAN_TRANSLATOR, WEFT_SPAN_CREDIT, WEFT_SPAN_BOILERPLATE})
      roles_[weft::name(type)] = weft::BlockRole::kIgnored;
  }

  void process(weft::Document& document) override {
    std::vector<weft::LanguageShare> all;
    for (std::size_t i = 0; i < document.view_count(); ++i) {
      const weft_view& view = document.view(i);
      if (!document.is_leaf(view.id)) continue;
      const std::vector<weft::LanguageShare> found = look_at_view(document, view);
      if (found.empty()) continue;
      const std::string tag = found.size() > 1 ? "mul" : found.front().tag;
      // A parser that knows the region as well knows more.
      if (!weft::matches_range(weft::to_view(view.lang), tag))
        document.set_view_language(view.id, tag);
      all.insert(all.end(), found.begin(), found.end());
    }
    if (all.empty()) {
      document.pass("no text to tell a language by");
      return;
    }
    describe(document, all);
  }

 private:
  std::vector<weft::LanguageShare> look_at_view(weft::Document& document, const weft_view& view) {
    std::vector<weft_span> spans;
    std::vector<weft::BlockLanguage> blocks;
    for (const weft_span& span : document.spans()) {
      const auto role = roles_.find(span.type);
      if (span.view != view.id || role == roles_.end()) continue;
      document.context().check_cancelled();
      spans.push_back(span);
      blocks.push_back(weft::look_at_block(document.text(span), role->second));
    }
    if (blocks.empty()) {
      blocks.push_back(weft::look_at_block(weft::to_view(view.text), weft::BlockRole::kBody));
    }
    std::vector<weft::LanguageShare> found =
        weft::settle_languages(blocks, least_share_, weft::to_view(view.lang));
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const weft::LanguageGuess& guess = blocks[i].guess;
      if (guess.tag == "und") continue;
      document.set(weft::on_span(spans[i].id), lang_, guess.tag,
                   {.origin = origin_, .confidence = guess.confidence});
      if (runs_) add_foreign_runs(document, spans[i], guess.tag);
    }
    return found;
  }

  /// Once: a second run of the stage finds its own spans.
  void add_foreign_runs(weft::Document& document, const weft_span& block,
                        const std::string& tag) const {
    for (const weft_span& span : document.spans()) {
      if (span.type == foreign_ && span.parent == block.id) return;
    }
    for (const weft::ForeignRun& run : weft::find_foreign_runs(document.text(block), tag)) {
      const weft_id span = document.add_span(foreign_, block.view, block.begin + run.begin,
                                             block.begin + run.end, block.id);
      document.set(weft::on_span(span), lang_, run.guess.tag,
                   {.origin = origin_, .confidence = run.guess.confidence});
    }
  }

  /// The document's language: one, or "mul" with each of them beside it.
  void describe(weft::Document& document, const std::vector<weft::LanguageShare>& all) const {
    std::vector<std::string> tags;
    for (const weft::LanguageShare& one : all) {
      if (std::find(tags.begin(), tags.end(), one.tag) == tags.end()) tags.push_back(one.tag);
    }
    const weft::Provenance from{.origin = origin_};
    document.clear({}, languages_);
    document.set({}, language_, tags.size() > 1 ? "mul" : tags.front(), from);
    if (tags.size() == 1) return;
    std::sort(tags.begin(), tags.end());
    for (const std::string& tag : tags)
      document.add({}, languages_, tag, from);
  }

  double least_share_;
  bool runs_;
  std::map<weft_id, weft::BlockRole> roles_;
  weft_id foreign_ = weft::name(WEFT_SPAN_FOREIGN);
  weft_id lang_ = weft::name(WEFT_KEY_LANG);
  weft_id language_ = weft::name(WEFT_KEY_LANGUAGE);
  weft_id languages_ = weft::name(WEFT_KEY_LANGUAGES);
  weft_id origin_ = weft::name("content");
};

}  // namespace

WEFT_PLUGIN(
    TransformLanguage, .id = "transform_language", .version = "0.1.0",
    .doc = "Finds the language of every block, view and document, Hans and Hant apart.",
    .params = {{.name = "share",
                .type = WEFT_TYPE_REAL,
                .def = "0.15",
                .doc = "Share of the body's words from which on a language counts as one of "
                       "the document's.",
                .min = "0",
                .max = "1"},
               {.name = "runs",
                .type = WEFT_TYPE_BOOL,
                .def = "false",
                .doc = "Mark longer runs in another script and language inside a block as spans "
                       "of type foreign."}},
    .gives = {WEFT_KEY_LANG, WEFT_KEY_LANGUAGE})
