// SPDX-License-Identifier: Apache-2.0
/// Does to the pairs of a document what people decided on a review page.
#include <atomic>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "apply_decisions.hpp"
#include "decisions.hpp"
#include "weft/plugin.hpp"

namespace {

class TransformReview : public weft::Transform {
 public:
  explicit TransformReview(const weft::Options& options)
      : mark_(options.string("rejected") == "mark"),
        decisions_(weft::read_decisions(options.string("decisions"))) {
    if (options.has("later"))
      decisions_ = weft::read_decisions(options.string("later"), std::move(decisions_));
    for (const auto& document : decisions_.by_document)
      met_[document.first] = false;
  }

  void process(weft::Document& document) override {
    const auto own = decisions_.by_document.find(document.id());
    if (own == decisions_.by_document.end()) {
      document.pass("no decisions");
      return;
    }
    met_.find(document.id())->second = true;
    const weft::Applied applied = weft::apply_decisions(document, decisions_, own->second, mark_);
    const weft::Context context = document.context();
    context.count(accepted_, static_cast<double>(applied.accepted));
    context.count(rejected_, static_cast<double>(applied.rejected));
    context.count(reshaped_, static_cast<double>(applied.reshaped));
    count_and_warn(context, overruling_, applied.overruling,
                   "decides anew on pairs that an earlier decision was of; the later one holds");
    count_and_warn(context, no_neighbours_, applied.no_neighbours,
                   "merges pairs that do not stand side by side in the document; it is left out");
    if (applied.unmatched == 0) return;
    context.count(unmatched_, static_cast<double>(applied.unmatched));
    context.warn(
        std::to_string(applied.unmatched) + " of " + std::to_string(own->second.size()) +
        " decisions are of pairs that are not there any longer; the first of them all is " +
        own->second.front().place);
  }

  void end(weft::Context context) override {
    for (const auto& document : met_) {
      if (!document.second)
        context.warn(decisions_.by_document.at(document.first).front().place + ": no document '" +
                     document.first + "' came by; its " +
                     std::to_string(decisions_.by_document.at(document.first).size()) +
                     " decisions were not used");
    }
  }

 private:
  static void count_and_warn(weft::Context context, weft_id counter,
                             const std::vector<const weft::Decision*>& decisions,
                             const char* what) {
    if (decisions.empty()) return;
    context.count(counter, static_cast<double>(decisions.size()));
    for (const weft::Decision* decision : decisions)
      context.warn(decision->place + ": " + what);
  }

  bool mark_;
  weft::Decisions decisions_;
  std::map<std::string, std::atomic<bool>, std::less<>> met_;  // by document; no key is added later
  weft_id accepted_ = weft::name("pairs-accepted");
  weft_id rejected_ = weft::name("pairs-rejected");
  weft_id reshaped_ = weft::name("pairs-merged-or-split");
  weft_id overruling_ = weft::name("decisions-overruling");
  weft_id no_neighbours_ = weft::name("decisions-without-neighbours");
  weft_id unmatched_ = weft::name("decisions-unmatched");
};

}  // namespace

WEFT_PLUGIN(TransformReview, .id = "transform_review", .version = "0.1.0",
            .doc = "Rejects, accepts, merges and splits pairs as people decided on a review page.",
            .threading = WEFT_REENTRANT,
            .params = {{.name = "decisions",
                        .type = WEFT_TYPE_INPUT,
                        .doc = "The JSON lines that the page of export_review hands over.",
                        .required = true},
                       {.name = "later",
                        .type = WEFT_TYPE_INPUT,
                        .doc = "Decisions made after those, perhaps on a page made with them; of "
                               "two on the same pairs the later holds."},
                       {.name = "rejected",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "remove",
                        .doc = "What becomes of rejected pairs; mark: they get the attribute "
                               "reject.",
                        .choices = {"remove", "mark"}}},
            .needs = {WEFT_LINK_BEAD}, .gives = {WEFT_KEY_REVIEW})
