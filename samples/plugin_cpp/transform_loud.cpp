// SPDX-License-Identifier: Apache-2.0
/// A whole plugin in C++: says which paragraphs end loudly. Copy this folder to start your own.
#include <weft/plugin.hpp>

class Loud final : public weft::Transform {
 public:
  explicit Loud(const weft::Options& options) : mark_(options.string("mark")) {}

  void process(weft::Document& document) override {
    for (const weft_span& span : document.spans(paragraph_)) {
      if (document.text(span).ends_with(mark_)) document.set(weft::on_span(span.id), loud_, "yes");
    }
  }

 private:
  std::string mark_;
  weft_id paragraph_ = weft::name(WEFT_SPAN_PARAGRAPH);
  weft_id loud_ = weft::name("sample:loud");  // names of third parties have a prefix
};

WEFT_PLUGIN(Loud, .id = "transform_loud", .version = "1.0.0",
            .doc = "Marks paragraphs that end loudly.",
            .params = {{.name = "mark", .def = "!", .doc = "What a loud paragraph ends with."}},
            .needs = {WEFT_SPAN_PARAGRAPH}, .gives = {"sample:loud"})
