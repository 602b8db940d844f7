// SPDX-License-Identifier: Apache-2.0
/// Makes two views, one a language, of a text that holds its own translation.
#include <cmath>

#include "language_views.hpp"
#include "read_layout.hpp"
#include "weft/derive.hpp"
#include "weft/plugin.hpp"

namespace {

/// Two digits: more would say more than is known.
double rounded(double confidence) {
  return std::round(confidence * 100) / 100;
}

class TransformBilingual : public weft::Transform {
 public:
  explicit TransformBilingual(const weft::Options& options)
      : least_share_(options.real("share")),
        mark_glosses_(options.boolean("glosses")),
        views_(names_),
        glosses_(names_) {}

  void process(weft::Document& document) override {
    const weft_view* base = weft::only_leaf(document);
    if (base == nullptr) {
      document.pass("no text view to take apart");
      return;
    }
    const weft::Reading reading = weft::read_layout(document, base->id, names_, least_share_);
    const bool mark = mark_glosses_ && !glosses_.has_marks(document);
    if (reading.layout == weft::Layout::kNone) {
      const std::size_t found = mark ? glosses_.mark_view(document, *base) : 0;
      if (found > 0)
        document.context().count(glossed_, static_cast<double>(found));
      else
        document.pass(reading.languages.found() ? "two languages that do not translate each other"
                                                : "not in two languages");
      return;
    }
    const std::size_t found = views_.write(document, *base, reading, mark ? &glosses_ : nullptr);
    if (found > 0) document.context().count(glossed_, static_cast<double>(found));
    document.set({}, layout_, weft::layout_name(reading.layout),
                 {.origin = origin_, .confidence = rounded(reading.confidence)});
    document.context().count(pairs_, static_cast<double>(reading.pairs.size()));
    for (const weft::Piece& piece : reading.pieces)
      if (piece.side == weft::kNoSide) document.context().count(left_);
  }

 private:
  double least_share_;
  bool mark_glosses_;
  weft::BlockNames names_;
  weft::LanguageViews views_;
  weft::GlossMarks glosses_;
  weft_id layout_ = weft::name(WEFT_KEY_LAYOUT);
  weft_id origin_ = weft::name("content");
  weft_id pairs_ = weft::name("pairs");
  weft_id glossed_ = weft::name("glosses");
  weft_id left_ = weft::name("blocks-in-other-languages");
};

}  // namespace

WEFT_PLUGIN(TransformBilingual, .id = "transform_bilingual", .version = "0.1.0",
            .doc = "Makes two views of a text that holds its own translation, in any layout.",
            .params = {{.name = "share",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.6",
                        .doc = "Share of the body that must stand beside its translation.",
                        .min = "0",
                        .max = "1"},
                       {.name = "glosses",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "Mark terms with their translation in brackets behind them."}},
            .gives = {WEFT_LINK_PARALLEL, WEFT_LINK_GLOSS})
