// SPDX-License-Identifier: Apache-2.0
/// Aligns sentences of two languages by their length: the small, readable baseline.
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "bead_search.hpp"
#include "weft/align/bead_writer.hpp"
#include "weft/align/two_sides.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr const char* kId = "align_length";

class AlignLength : public weft::Aligner {
 public:
  explicit AlignLength(const weft::Options& options)
      : source_range_(options.string("source")),
        target_range_(options.string("target")),
        variance_(options.real("variance")) {}

  void process(weft::Document& document) override {
    const weft::SidePair sides =
        weft::pick_sides(document, source_range_, target_range_, sentence_);
    if (!sides.missing.empty()) return document.pass(sides.missing);
    const weft::Side& source = sides.source;
    const weft::Side& target = sides.target;

    const auto sections = weft::sections_of(document, source, target, parallel_);
    const weft::LengthModel model{ratio_of(sections, source, target), variance_};
    for (const weft::Section& section : sections) {
      document.context().check_cancelled();
      const auto beads = weft::align_by_length(weft::measure(source, section.source),
                                               weft::measure(target, section.target), model);
      const std::vector<weft_id> from = spans_of(source, section.source);
      const std::vector<weft_id> to = spans_of(target, section.target);
      for (const weft::Bead& bead : beads)
        writer_.write(document, bead, from, to);
    }
  }

 private:
  /// Half-way between the paper's 1 and the pair's own ratio, of the sections that have both
  /// languages: omissions distort what a text says of itself.
  static double ratio_of(const std::vector<weft::Section>& sections, const weft::Side& source,
                         const weft::Side& target) {
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;
    for (const weft::Section& section : sections) {
      if (section.source.empty() || section.target.empty()) continue;
      for (const std::uint32_t i : section.source)
        from.push_back(source.sentences[i].end - source.sentences[i].begin);
      for (const std::uint32_t i : section.target)
        to.push_back(target.sentences[i].end - target.sentences[i].begin);
    }
    return std::sqrt(weft::length_ratio(from, to));
  }

  static std::vector<weft_id> spans_of(const weft::Side& side,
                                       const std::vector<std::uint32_t>& members) {
    std::vector<weft_id> out;
    for (const std::uint32_t i : members)
      out.push_back(side.sentences[i].id);
    return out;
  }

  std::string source_range_;
  std::string target_range_;
  double variance_;
  weft_id sentence_ = weft::name(WEFT_SPAN_SENTENCE);
  weft_id parallel_ = weft::name(WEFT_LINK_PARALLEL);
  weft::BeadWriter writer_{kId};
};

}  // namespace

WEFT_PLUGIN(AlignLength, .id = kId, .version = "0.1.0",
            .doc = "Aligns sentences of two languages by their length (Gale and Church 1993).",
            .params = {{.name = "source",
                        .type = WEFT_TYPE_LANGUAGE,
                        .def = "en",
                        .doc = "Language range of the view that gives the source sentences."},
                       {.name = "target",
                        .type = WEFT_TYPE_LANGUAGE,
                        .def = "zh",
                        .doc = "Language range of the view that gives the target sentences."},
                       {.name = "variance",
                        .type = WEFT_TYPE_REAL,
                        .def = "6.8",
                        .doc = "How much the length of a translation varies, per byte.",
                        .unit = "bytes",
                        .min = "0.1",
                        .max = "1000"}},
            .needs = {WEFT_SPAN_SENTENCE}, .gives = {WEFT_LINK_BEAD})
