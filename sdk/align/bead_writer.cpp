// SPDX-License-Identifier: Apache-2.0
/// Ends, link, attribute, count.
#include "weft/align/bead_writer.hpp"

#include <vector>

namespace weft {

BeadWriter::BeadWriter(std::string_view method) : method_(method) {}

void BeadWriter::write(Document& document, const Bead& bead, std::span<const weft_id> source_spans,
                       std::span<const weft_id> target_spans) const {
  std::vector<weft_end> ends;
  for (const weft_id span : source_spans.subspan(bead.source_begin, bead.source_count))
    ends.push_back({span, source_});
  for (const weft_id span : target_spans.subspan(bead.target_begin, bead.target_count))
    ends.push_back({span, target_});
  const weft_id link = document.add_link(bead_, ends, bead.score);
  document.set(on_link(link), method_key_, method_);
  document.context().count(bead.is_null() ? null_beads_ : beads_);
}

}  // namespace weft
