// SPDX-License-Identifier: Apache-2.0
/// What plugins share that derive a view from another and copy its blocks.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "weft/document.hpp"

namespace weft {

/// The attributes of a document's spans by span, to copy them to derived spans. Good for the call
/// in which it was made.
class SpanAttributes {
 public:
  explicit SpanAttributes(const Document& document) {
    for (const weft_attr& attr : document.attributes()) {
      if (attr.owner_kind == WEFT_ON_SPAN) by_span_[attr.owner].push_back(&attr);
    }
  }

  [[nodiscard]] const std::vector<const weft_attr*>& of(weft_id span) const {
    static const std::vector<const weft_attr*> none;
    const auto found = by_span_.find(span);
    return found == by_span_.end() ? none : found->second;
  }

  /// Gives `to` all that `from` has, with origin and confidence. The evidence stays behind: it is a
  /// span of the other view.
  void copy(Document& document, weft_id from, weft_id to) const {
    for (const weft_attr* attr : of(from))
      copy_attribute(document, *attr, on_span(to));
  }

  static void copy_attribute(Document& document, const weft_attr& attr, Owner to) {
    const Provenance provenance{attr.origin, 0, attr.confidence};
    if (attr.value.kind == WEFT_VALUE_STRING) {
      document.add(to, attr.key, to_view(attr.value.as.string), provenance);
    } else if (attr.value.kind == WEFT_VALUE_INTEGER) {
      document.set(to, attr.key, attr.value.as.integer, provenance);
    } else if (attr.value.kind == WEFT_VALUE_REAL) {
      document.set_real(to, attr.key, attr.value.as.real, provenance);
    }
  }

 private:
  std::unordered_map<weft_id, std::vector<const weft_attr*>> by_span_;
};

/// The one view that no other was derived from, or nullptr when there are several or none.
inline const weft_view* only_leaf(const Document& document) {
  const weft_view* found = nullptr;
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    if (!document.is_leaf(document.view(i).id)) continue;
    if (found != nullptr) return nullptr;
    found = &document.view(i);
  }
  return found;
}

}  // namespace weft
