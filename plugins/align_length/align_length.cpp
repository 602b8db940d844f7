// SPDX-License-Identifier: Apache-2.0
/// Aligns sentences of two languages by their length: the small, readable baseline.
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bead_search.hpp"
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
    const weft::Side source = weft::pick_side(document, source_range_, sentence_);
    const weft::Side target = weft::pick_side(document, target_range_, sentence_, source.view);
    if (lacks(document, source, source_range_) || lacks(document, target, target_range_)) return;

    const auto sections = weft::sections_of(document, source, target, parallel_);
    const weft::LengthModel model{ratio_of(sections, source, target), variance_};
    for (const weft::Section& section : sections) {
      document.context().check_cancelled();
      const auto beads = weft::align_by_length(weft::measure(source, section.source),
                                               weft::measure(target, section.target), model);
      for (const weft::Bead& bead : beads)
        add_link(document, bead, section, source, target);
    }
  }

 private:
  /// Passes the document on when a side of it is missing.
  static bool lacks(weft::Document& document, const weft::Side& side, const std::string& range) {
    if (side.view == 0) document.pass("no " + range + " view");
    if (side.view != 0 && side.sentences.empty()) {
      document.pass("no sentences in the " + range + " view");
    }
    return side.sentences.empty();
  }

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

  void add_link(weft::Document& document, const weft::Bead& bead, const weft::Section& section,
                const weft::Side& source, const weft::Side& target) const {
    std::vector<weft_end> ends;
    for (std::uint32_t i = 0; i < bead.source_count; ++i)
      ends.push_back({source.sentences[section.source[bead.source_begin + i]].id, source_role_});
    for (std::uint32_t i = 0; i < bead.target_count; ++i)
      ends.push_back({target.sentences[section.target[bead.target_begin + i]].id, target_role_});
    const weft_id link = document.add_link(bead_, ends, bead.score);
    document.set(weft::on_link(link), method_, kId);
    document.context().count(bead.is_null() ? null_beads_ : beads_);
  }

  std::string source_range_;
  std::string target_range_;
  double variance_;
  weft_id sentence_ = weft::name(WEFT_SPAN_SENTENCE);
  weft_id parallel_ = weft::name(WEFT_LINK_PARALLEL);
  weft_id bead_ = weft::name(WEFT_LINK_BEAD);
  weft_id source_role_ = weft::name(WEFT_ROLE_SOURCE);
  weft_id target_role_ = weft::name(WEFT_ROLE_TARGET);
  weft_id method_ = weft::name(WEFT_KEY_METHOD);
  weft_id beads_ = weft::name("beads");
  weft_id null_beads_ = weft::name("null-beads");
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
