// SPDX-License-Identifier: Apache-2.0
/// Judges the beads of a document: reasons to reject a pair, and findings to look at.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bead_pair.hpp"
#include "figure_check.hpp"
#include "name_check.hpp"
#include "negation_check.hpp"
#include "quote_check.hpp"
#include "reject_rules.hpp"
#include "seen_pairs.hpp"
#include "weft/plugin.hpp"

namespace {

class TransformPairs : public weft::Transform {
 public:
  explicit TransformPairs(const weft::Options& options)
      : numbers_(options.boolean("numbers")),
        names_check_(options.boolean("names")),
        quotes_(options.boolean("quotes")),
        negation_(options.boolean("negation")),
        duplicates_(options.boolean("duplicates")) {
    figure_options_.missing = options.boolean("missing-numbers");
    rules_.empty = options.boolean("empty");
    rules_.identical = options.boolean("identical");
    rules_.words = options.boolean("no-words");
    rules_.mojibake = options.boolean("mojibake");
    rules_.boilerplate = options.boolean("boilerplate");
    rules_.language = options.boolean("wrong-language");
    rules_.length_ratio = options.real("length-ratio");
    rules_.language_confidence = options.real("language-confidence");
  }

  void process(weft::Document& document) override {
    const std::vector<weft::BeadPair> beads = weft::read_beads(document, bead_names_);
    if (beads.empty()) {
      document.pass("no beads");
      return;
    }
    document.context().count(beads_, static_cast<double>(beads.size()));
    judge(document, beads);
    // Beads of several language pairs may take turns: a neighbour is one of the same two views.
    std::map<std::pair<weft_id, weft_id>, std::vector<const weft::BeadPair*>> by_views;
    for (const weft::BeadPair& bead : beads) {
      if (bead.whole()) by_views[{bead.source.view, bead.target.view}].push_back(&bead);
    }
    for (const auto& group : by_views)
      check(document, group.second);
  }

 private:
  void judge(weft::Document& document, const std::vector<weft::BeadPair>& beads) const {
    const double ratio = weft::length_ratio_of(beads);
    weft::SeenPairs seen;
    for (const weft::BeadPair& bead : beads) {
      document.context().check_cancelled();
      std::string_view reason = weft::reject_reason(bead, ratio, rules_);
      if (duplicates_ && bead.whole()) {
        const std::string_view repeated = seen.see(bead);
        if (reason.empty()) reason = repeated;
      }
      if (reason.empty()) continue;
      document.set(weft::on_link(bead.link), reject_, reason);
      document.context().count(weft::name("rejected-" + std::string(reason)));
    }
  }

  void check(weft::Document& document, const std::vector<const weft::BeadPair*>& beads) const {
    std::vector<weft::OpenFigures> figures;
    if (numbers_) {
      for (const weft::BeadPair* bead : beads)
        figures.push_back(weft::open_figures(weft::read_bead_figures(*bead)));
    }
    std::size_t shifted = 0;
    for (std::size_t i = 0; i < beads.size(); ++i) {
      document.context().check_cancelled();
      std::vector<weft::Finding> findings;
      if (numbers_) {
        const weft::Neighbours neighbours{i == 0 ? nullptr : &figures[i - 1],
                                          i + 1 == beads.size() ? nullptr : &figures[i + 1]};
        weft::check_figures(*beads[i], figures[i], neighbours, figure_options_, findings, shifted);
      }
      if (names_check_) {
        weft::check_names(*beads[i], i == 0 ? nullptr : beads[i - 1],
                          i + 1 == beads.size() ? nullptr : beads[i + 1], findings);
      }
      if (quotes_) weft::check_quotes(*beads[i], findings);
      if (negation_) weft::check_negation(*beads[i], findings);
      write(document, *beads[i], findings);
    }
    if (shifted > 0) document.context().count(shifted_, static_cast<double>(shifted));
  }
  void write(weft::Document& document, const weft::BeadPair& bead,
             const std::vector<weft::Finding>& findings) const {
    for (const weft::Finding& finding : findings) {
      const std::string text = std::string(finding.kind) + ": " + finding.text;
      weft::Provenance from;
      for (const weft::Place& place : finding.places) {
        if (place.view == 0) continue;
        const weft_id span =
            document.add_span(span_, place.view, place.begin, place.end, place.sentence);
        document.set(weft::on_span(span), finding_, text);
        if (from.evidence == 0) from.evidence = span;
      }
      document.add(weft::on_link(bead.link), finding_, text, from);
      document.context().count(weft::name("findings-" + std::string(finding.kind)));
    }
  }

  bool numbers_;
  bool names_check_;
  bool quotes_;
  bool negation_;
  bool duplicates_;
  weft::FigureCheckOptions figure_options_;
  weft::RejectOptions rules_;
  weft::BeadNames bead_names_;
  weft_id span_ = weft::name(WEFT_SPAN_FINDING);
  weft_id finding_ = weft::name(WEFT_KEY_FINDING);
  weft_id reject_ = weft::name(WEFT_KEY_REJECT);
  weft_id beads_ = weft::name("beads");
  weft_id shifted_ = weft::name("figures-shifted");
};

}  // namespace

#define PAIRS_SWITCH(NAME, DEFAULT, DOC) \
  { .name = NAME, .type = WEFT_TYPE_BOOL, .def = DEFAULT, .doc = DOC }

WEFT_PLUGIN(
    TransformPairs, .id = "transform_pairs", .version = "0.1.0",
    .doc = "Judges aligned pairs: rules that reject, and findings in figures, names and quotes.",
    .params =
        {PAIRS_SWITCH("numbers", "true", "Finds numbers, dates and amounts that differ."),
         PAIRS_SWITCH("missing-numbers", "false",
                      "Also finds figures that the other side has nothing for."),
         PAIRS_SWITCH("names", "true", "Finds names in Latin script that the other side lacks."),
         PAIRS_SWITCH("quotes", "false", "Finds quotations that only one side marks."),
         PAIRS_SWITCH("negation", "false", "Finds negations that only one side has."),
         PAIRS_SWITCH("empty", "true", "Rejects beads with an empty side."),
         PAIRS_SWITCH("identical", "true", "Rejects pairs of one text twice."),
         PAIRS_SWITCH("no-words", "true", "Rejects pairs with a side of numbers or symbols alone."),
         PAIRS_SWITCH("mojibake", "true", "Rejects pairs with characters lost in decoding."),
         PAIRS_SWITCH("boilerplate", "true", "Rejects pairs of site notices."),
         PAIRS_SWITCH("wrong-language", "true", "Rejects pairs with a side in another language."),
         PAIRS_SWITCH("duplicates", "true", "Rejects pairs that the document had before."),
         {.name = "length-ratio",
          .type = WEFT_TYPE_REAL,
          .def = "4",
          .doc = "Rejects pairs so many times longer on one side than the document's usual ratio; "
                 "0 never.",
          .min = "0",
          .max = "100"},
         {.name = "language-confidence",
          .type = WEFT_TYPE_REAL,
          .def = "0.8",
          .doc = "How sure another language must be.",
          .min = "0",
          .max = "1"}},
    .needs = {WEFT_LINK_BEAD, WEFT_SPAN_SENTENCE}, .gives = {WEFT_SPAN_FINDING})
