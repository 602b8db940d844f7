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
      : least_share_(options.real("share")), views_(names_) {}

  void process(weft::Document& document) override {
    const weft_view* base = weft::only_leaf(document);
    if (base == nullptr) {
      document.pass("no text view to take apart");
      return;
    }
    const weft::Reading reading = weft::read_layout(document, base->id, names_, least_share_);
    if (reading.layout == weft::Layout::kNone) {
      document.pass(reading.languages.found() ? "two languages that do not translate each other"
                                              : "not in two languages");
      return;
    }
    views_.write(document, *base, reading);
    document.set({}, layout_, weft::layout_name(reading.layout),
                 {.origin = origin_, .confidence = rounded(reading.confidence)});
    document.context().count(pairs_, static_cast<double>(reading.pairs.size()));
    for (const weft::Piece& piece : reading.pieces)
      if (piece.side == weft::kNoSide) document.context().count(left_);
  }

 private:
  double least_share_;
  weft::BlockNames names_;
  weft::LanguageViews views_;
  weft_id layout_ = weft::name(WEFT_KEY_LAYOUT);
  weft_id origin_ = weft::name("content");
  weft_id pairs_ = weft::name("pairs");
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
                        .max = "1"}},
            .gives = {WEFT_LINK_PARALLEL})
