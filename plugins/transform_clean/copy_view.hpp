// SPDX-License-Identifier: Apache-2.0
/// A repaired view beside its parent: the same spans, attributes and links over the new text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "rewrite.hpp"
#include "weft/derive.hpp"
#include "weft/plugin.hpp"

namespace weft {

/// Writes derived views into documents.
class ViewCopier {
 public:
  /// Span of the parent to its copy.
  using Ids = std::unordered_map<weft_id, weft_id>;

  /// `converted` is the language of Chinese text behind the repair; empty leaves languages alone.
  explicit ViewCopier(std::string converted);

  /// Adds the view of the repaired text with copies of all spans that still hold text.
  void derive(Document& document, const weft_view& parent, const Rewrite& rewrite,
              Ids& copies) const;

  /// Links follow their spans to the copies: later stages work on leaves.
  void move_links(Document& document, const Ids& copies) const;

  /// A span with text of its own: no container, no part of a block.
  [[nodiscard]] bool is_block(weft_id type) const { return others_.count(type) == 0; }

 private:
  [[nodiscard]] bool is_converted(std::string_view lang) const;
  void copy_attributes(Document& document, const SpanAttributes& attributes, weft_id from,
                       weft_id to) const;

  std::string converted_;
  std::set<weft_id> others_;
  weft_id lang_ = name(WEFT_KEY_LANG);
};

}  // namespace weft
