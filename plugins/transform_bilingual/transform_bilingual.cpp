// SPDX-License-Identifier: Apache-2.0
/// Makes two views, one a language, of a text that alternates with its translation.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "bilingual_units.hpp"
#include "weft/derive.hpp"
#include "weft/plugin.hpp"

namespace {

/// A view in the making: text of one language, and where it came from.
struct SideText {
  std::string text;
  weft::OffsetMapBuilder runs;
  weft_id view = 0;
};

class TransformBilingual : public weft::Transform {
 public:
  explicit TransformBilingual(const weft::Options& options) : least_(options.real("share")) {}

  void process(weft::Document& document) override {
    const weft_view* base = weft::only_leaf(document);
    if (base == nullptr) {
      document.pass("no text view to take apart");
      return;
    }
    const weft::MixedText mixed = weft::read_mixed_text(document, base->id, types_, lang_);
    if (mixed.languages.empty()) {
      document.pass("not in two languages");
      return;
    }
    const weft::Interleaving found = weft::find_interleaving(mixed.units);
    constexpr std::size_t kFewestPairs = 2;
    if (found.paired_share < least_ || found.pairs.size() < kFewestPairs) {
      document.pass("two languages that do not alternate");
      return;
    }
    const std::vector<weft_id> copies = make_views(document, *base, mixed, found.first_side);
    link_pairs(document, mixed, found, copies);
    document.set({}, layout_, "interleaved", {.origin = origin_});
    document.context().count(pairs_, static_cast<double>(found.pairs.size()));
  }

 private:
  /// The blocks of the base view in text order, and the attributes of every span.
  struct Index {
    std::vector<weft_span> blocks;
    weft::SpanAttributes attributes;
  };

  [[nodiscard]] Index index_of(const weft::Document& document, weft_id view) const {
    Index out{{}, weft::SpanAttributes(document)};
    for (const weft_span& span : document.spans()) {
      if (span.view == view && types_.stream_of(span.type) != nullptr) out.blocks.push_back(span);
    }
    weft::Document::sort_in_text_order(out.blocks);
    return out;
  }

  /// The new block of each part.
  std::vector<weft_id> make_views(weft::Document& document, const weft_view& base,
                                  const weft::MixedText& mixed, std::uint32_t first) const {
    std::array<SideText, 2> sides;
    std::vector<std::uint32_t> begins;
    for (const weft::Part& part : mixed.parts)
      begins.push_back(append(sides.at(part.side), base, part));
    for (const std::uint32_t side : {first, 1 - first}) {
      SideText& made = sides.at(side);
      made.view = document.add_view({.name = mixed.languages[side],
                                     .text = made.text,
                                     .lang = mixed.languages[side],
                                     .parent = base.id,
                                     .runs = made.runs.runs()});
    }
    const Index index = index_of(document, base.id);
    std::vector<weft_id> copies;
    for (std::size_t i = 0; i < mixed.parts.size(); ++i) {
      const weft::Part& part = mixed.parts[i];
      copies.push_back(copy_block(document, index, part, sides.at(part.side).view, begins[i]));
    }
    return copies;
  }

  /// Adds the part's text to its side, a blank line before it; returns where it begins there.
  static std::uint32_t append(SideText& side, const weft_view& base, const weft::Part& part) {
    if (!side.text.empty()) side.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(side.text.size());
    const std::uint32_t size = part.end - part.begin;
    side.text += weft::to_view(base.text).substr(part.begin, size);
    side.runs.copy(begin, part.begin, size);
    return begin;
  }

  /// Copies the part's block and the blocks inside it, with their attributes.
  weft_id copy_block(weft::Document& document, const Index& index, const weft::Part& part,
                     weft_id view, std::uint32_t begin) const {
    const weft_id copy =
        document.add_span(part.block.type, view, begin, begin + (part.end - part.begin));
    index.attributes.copy(document, part.block.id, copy);
    auto inner =
        std::partition_point(index.blocks.begin(), index.blocks.end(),
                             [&](const weft_span& block) { return block.begin < part.begin; });
    for (; inner != index.blocks.end() && inner->begin < part.end; ++inner) {
      if (inner->id == part.block.id || inner->end > part.end) continue;
      const weft_id nested =
          document.add_span(inner->type, view, begin + (inner->begin - part.begin),
                            begin + (inner->end - part.begin), copy);
      index.attributes.copy(document, inner->id, nested);
    }
    return copy;
  }

  void link_pairs(weft::Document& document, const weft::MixedText& mixed,
                  const weft::Interleaving& found, const std::vector<weft_id>& copies) const {
    for (const weft::Pair& pair : found.pairs) {
      std::vector<weft_end> ends;
      for (const std::size_t i : pair.first)
        ends.push_back({copies[mixed.unit_part[i]], source_role_});
      for (const std::size_t i : pair.second)
        ends.push_back({copies[mixed.unit_part[i]], target_role_});
      const weft_id link = document.add_link(parallel_, ends, std::exp(-std::max(0.0, pair.cost)));
      document.set(weft::on_link(link), method_, kId);
    }
  }

 public:
  static constexpr const char* kId = "transform_bilingual";

 private:
  double least_;
  weft::UnitTypes types_;
  weft_id lang_ = weft::name(WEFT_KEY_LANG);
  weft_id layout_ = weft::name(WEFT_KEY_LAYOUT);
  weft_id method_ = weft::name(WEFT_KEY_METHOD);
  weft_id parallel_ = weft::name(WEFT_LINK_PARALLEL);
  weft_id source_role_ = weft::name(WEFT_ROLE_SOURCE);
  weft_id target_role_ = weft::name(WEFT_ROLE_TARGET);
  weft_id origin_ = weft::name("content");
  weft_id pairs_ = weft::name("pairs");
};

}  // namespace

WEFT_PLUGIN(TransformBilingual, .id = "transform_bilingual", .version = "0.1.0",
            .doc = "Makes two views of a text that alternates with its translation.",
            .params = {{.name = "share",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.6",
                        .doc = "Share of the body that must stand beside its translation.",
                        .min = "0",
                        .max = "1"}},
            .gives = {WEFT_LINK_PARALLEL})
