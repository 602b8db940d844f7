// SPDX-License-Identifier: Apache-2.0
/// Writes what an aligner found into the document: a link a bead, the same for every aligner.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "weft/align/bead.hpp"
#include "weft/document.hpp"

namespace weft {

/// Adds links of type `bead`. Read-only after it is made: any thread, each with a document of its
/// own.
class BeadWriter {
 public:
  /// `method` is the aligner's id, copied. Interns names: to be made in the constructor of a stage.
  explicit BeadWriter(std::string_view method);

  /// Adds the link of one bead: its sentences as ends of role `source` and `target`, its score, the
  /// attribute `method`; counts it in the metric `beads`, or `null-beads` where a side is empty.
  /// The spans are those of both sides' sentences, by the numbers that the bead counts with, and
  /// reach as far as it does; they are borrowed for the call. As with all of a document's writes,
  /// the host checks them when the stage returns.
  void write(Document& document, const Bead& bead, std::span<const weft_id> source_spans,
             std::span<const weft_id> target_spans) const;

 private:
  std::string method_;
  weft_id bead_ = name(WEFT_LINK_BEAD);
  weft_id source_ = name(WEFT_ROLE_SOURCE);
  weft_id target_ = name(WEFT_ROLE_TARGET);
  weft_id method_key_ = name(WEFT_KEY_METHOD);
  weft_id beads_ = name("beads");
  weft_id null_beads_ = name("null-beads");
};

}  // namespace weft
