// SPDX-License-Identifier: Apache-2.0
/// Applying checked edits to what a document held before.
#include "core/document/apply_edits.hpp"

#include <algorithm>
#include <tuple>

#include "weft/error.hpp"

namespace weft {
namespace {

using Key = std::tuple<std::uint32_t, weft_id, weft_id>;

Key key_of(const weft_attr& attr) {
  return {attr.owner_kind, attr.owner, attr.key};
}

bool contains(const std::vector<weft_id>& sorted, weft_id id) {
  return std::binary_search(sorted.begin(), sorted.end(), id);
}

std::vector<weft_id> sorted_ids(const std::vector<weft_ref>& refs, std::uint32_t kind) {
  std::vector<weft_id> ids;
  for (const weft_ref& ref : refs) {
    if (ref.kind == kind) ids.push_back(ref.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void reparent(StoredDocument& document, const std::vector<weft_id>& gone) {
  for (weft_span& span : document.spans) {
    while (span.parent != 0 && contains(gone, span.parent)) {
      span.parent = document.find_span(span.parent)->parent;
    }
  }
}

/// Drops links by id and the ends nobody uses any more.
void remove_links(StoredDocument& document, const std::vector<weft_id>& gone) {
  std::vector<weft_link> links;
  std::vector<weft_end> ends;
  for (weft_link link : document.links) {
    if (contains(gone, link.id)) continue;
    const auto first = document.ends.begin() + link.first_end;
    link.first_end = static_cast<std::uint32_t>(ends.size());
    ends.insert(ends.end(), first, first + link.n_ends);
    links.push_back(link);
  }
  document.links = std::move(links);
  document.ends = std::move(ends);
}

}  // namespace

void apply_span_changes(StoredDocument& document, const std::vector<weft_span>& changes) {
  if (changes.empty()) return;
  std::vector<weft_span> spans = document.spans;
  const auto find = [&](weft_id id) {
    return std::lower_bound(spans.begin(), spans.end(), id,
                            [](const weft_span& span, weft_id wanted) { return span.id < wanted; });
  };
  for (const weft_span& change : changes)
    *find(change.id) = change;
  for (const weft_span& span : spans) {
    if (span.parent == 0) continue;
    const weft_span& parent = *find(span.parent);
    if (parent.view != span.view || parent.begin > span.begin || parent.end < span.end) {
      throw Error(WEFT_E_INTERNAL, "the plugin made an invalid edit: after it, span " +
                                       std::to_string(span.id) + " is not inside its parent");
    }
  }
  document.spans = std::move(spans);
}

void apply_attributes(StoredDocument& document, const std::vector<weft_attr>& added) {
  std::vector<Key> replaced;
  for (const weft_attr& attr : added) {
    if (attr.op == WEFT_ATTR_SET) replaced.push_back(key_of(attr));
  }
  if (!replaced.empty() && !document.attrs.empty()) {
    std::sort(replaced.begin(), replaced.end());
    std::erase_if(document.attrs, [&](const weft_attr& attr) {
      return std::binary_search(replaced.begin(), replaced.end(), key_of(attr));
    });
  }
  document.attrs.reserve(document.attrs.size() + added.size());
  for (weft_attr attr : added) {
    if (attr.value.kind == WEFT_VALUE_NONE) continue;
    attr.op = 0;
    document.attrs.push_back(attr);
  }
}

void apply_removals(StoredDocument& document, const std::vector<weft_ref>& removed) {
  if (removed.empty()) return;
  const std::vector<weft_id> spans = sorted_ids(removed, WEFT_ON_SPAN);
  std::vector<weft_id> links = sorted_ids(removed, WEFT_ON_LINK);
  reparent(document, spans);
  for (const weft_link& link : document.links) {
    for (std::uint32_t i = 0; i < link.n_ends; ++i) {
      if (contains(spans, document.ends[link.first_end + i].span)) links.push_back(link.id);
    }
  }
  std::sort(links.begin(), links.end());
  if (!links.empty()) remove_links(document, links);
  std::erase_if(document.spans, [&](const weft_span& span) { return contains(spans, span.id); });
  std::erase_if(document.attrs, [&](const weft_attr& attr) {
    return (attr.owner_kind == WEFT_ON_SPAN && contains(spans, attr.owner)) ||
           (attr.owner_kind == WEFT_ON_LINK && contains(links, attr.owner));
  });
  for (weft_attr& attr : document.attrs) {
    if (contains(spans, attr.evidence)) attr.evidence = 0;
  }
}

}  // namespace weft
