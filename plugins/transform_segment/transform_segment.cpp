// SPDX-License-Identifier: Apache-2.0
/// Adds sentence spans to the blocks of every leaf view.
#include <algorithm>
#include <string_view>
#include <vector>

#include "block_pieces.hpp"
#include "weft/plugin.hpp"
#include "weft/text/sentences.hpp"

namespace {

class TransformSegment : public weft::Transform {
 public:
  explicit TransformSegment(const weft::Options&) {}

  void process(weft::Document& document) override {
    std::size_t found = 0;
    for (std::size_t i = 0; i < document.view_count(); ++i) {
      const weft_view& view = document.view(i);
      if (!document.is_leaf(view.id) || !document.spans(sentence_, view.id).empty()) continue;
      found += segment(document, view.id);
    }
    if (found == 0) document.pass("no text without sentences");
    document.context().count(sentences_, static_cast<double>(found));
  }

 private:
  std::size_t segment(weft::Document& document, weft_id view) const {
    std::size_t found = 0;
    for (const weft::Piece& piece : weft::block_pieces(document, view, types_)) {
      document.context().check_cancelled();
      const std::string_view text =
          weft::to_view(document.view(view - 1).text).substr(piece.begin, piece.end - piece.begin);
      std::vector<weft::TextRange> ranges = weft::split_sentences(text);
      if (types_.is_code(piece.block.type) && !ranges.empty())
        ranges = {{ranges.front().begin, ranges.back().end}};
      for (const weft::TextRange& range : ranges) {
        document.add_span(sentence_, view, piece.begin + range.begin, piece.begin + range.end,
                          piece.block.id);
      }
      found += ranges.size();
    }
    return found;
  }

  weft::BlockTypes types_;
  weft_id sentence_ = weft::name(WEFT_SPAN_SENTENCE);
  weft_id sentences_ = weft::name("sentences");
};

}  // namespace

WEFT_PLUGIN(TransformSegment, .id = "transform_segment", .version = "0.1.0",
            .doc = "Splits the blocks of every leaf view into sentences.",
            .gives = {WEFT_SPAN_SENTENCE})
