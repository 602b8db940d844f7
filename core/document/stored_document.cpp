// SPDX-License-Identifier: Apache-2.0
/// A document in memory.
#include "core/document/stored_document.hpp"

#include <algorithm>
#include <cstring>

#include "core/document/view_of.hpp"

namespace weft {
namespace {

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, weft_id id) {
  // Without removals an item stands at its id - 1; otherwise somewhere before.
  if (id != 0 && id <= items.size() && items[id - 1].id == id) return &items[id - 1];
  const auto found =
      std::lower_bound(items.begin(), items.end(), id,
                       [](const Item& item, weft_id wanted) { return item.id < wanted; });
  return found != items.end() && found->id == id ? &*found : nullptr;
}

/// How many ids of each kind stood before the adopted ones.
struct Shift {
  weft_id source, view, span, link;

  [[nodiscard]] weft_id operator()(std::uint32_t kind, weft_id id) const {
    switch (kind) {
      case WEFT_ON_SOURCE:
        return id + source;
      case WEFT_ON_VIEW:
        return id + view;
      case WEFT_ON_SPAN:
        return id + span;
      case WEFT_ON_LINK:
        return id + link;
      default:
        return 0;
    }
  }
};

void adopt_texts(StoredDocument& to, const StoredDocument& from, std::string_view prefix,
                 Shift shift) {
  for (weft_source source : from.sources) {
    source.id += shift.source;
    source.uri = to.arena.copy(source.uri);
    source.media_type = to.arena.copy(source.media_type);
    source.encoding = to.arena.copy(source.encoding);
    source.hash = to.arena.copy(source.hash);
    to.sources.push_back(source);
  }
  for (weft_view view : from.views) {
    view.id += shift.view;
    view.name = to.arena.copy(std::string(prefix) + std::string(view_of(view.name)));
    view.lang = to.arena.copy(view.lang);
    view.media_type = to.arena.copy(view.media_type);
    view.text = to.arena.copy(view.text);
    view.runs = to.arena.copy(std::span(view.runs, view.n_runs));
    if (view.source != 0) view.source += shift.source;
    if (view.parent != 0) view.parent += shift.view;
    to.views.push_back(view);
  }
}

void adopt_items(StoredDocument& to, const StoredDocument& from, Shift shift) {
  for (weft_span span : from.spans) {
    span.id += shift.span;
    span.view += shift.view;
    if (span.parent != 0) span.parent += shift.span;
    to.spans.push_back(span);
  }
  const auto first_end = static_cast<std::uint32_t>(to.ends.size());
  for (weft_link link : from.links) {
    link.id += shift.link;
    link.first_end += first_end;
    to.links.push_back(link);
  }
  for (weft_end end : from.ends) {
    end.span += shift.span;
    to.ends.push_back(end);
  }
  for (weft_attr attr : from.attrs) {
    if (attr.owner_kind == WEFT_ON_DOCUMENT) {
      if (from.views.empty()) continue;
      attr.owner_kind = WEFT_ON_VIEW;
      attr.owner = 1;
    }
    attr.owner = shift(attr.owner_kind, attr.owner);
    if (attr.evidence != 0) attr.evidence += shift.span;
    if (attr.value.kind == WEFT_VALUE_STRING)
      attr.value.as.string = to.arena.copy(attr.value.as.string);
    to.attrs.push_back(attr);
  }
}

}  // namespace

weft_str Arena::copy(std::string_view text) {
  if (text.empty()) return {nullptr, 0};
  auto* bytes = static_cast<char*>(memory_->allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

weft_str Arena::copy(weft_str text) {
  return copy(view_of(text));
}

const weft_run* Arena::copy(std::span<const weft_run> runs) {
  if (runs.empty()) return nullptr;
  void* bytes = memory_->allocate(runs.size_bytes(), alignof(weft_run));
  std::memcpy(bytes, runs.data(), runs.size_bytes());
  return static_cast<const weft_run*>(bytes);
}

weft_id StoredDocument::add_source(std::string_view uri, std::string_view media_type,
                                   std::string_view hash, std::string_view bytes,
                                   std::shared_ptr<const void> owner) {
  weft_source source{};
  source.size = sizeof source;
  source.id = static_cast<weft_id>(sources.size() + 1);
  source.uri = arena.copy(uri);
  source.media_type = arena.copy(media_type);
  source.hash = arena.copy(hash);
  source.bytes = {bytes.data(), bytes.size()};
  sources.push_back(source);
  if (owner) held.push_back(std::move(owner));
  return source.id;
}

void StoredDocument::nest_source(std::string_view uri, std::string_view media_type,
                                 std::string_view hash, std::string_view bytes,
                                 std::shared_ptr<const void> owner) {
  sources.clear();
  held.clear();
  add_source(uri, media_type, hash, bytes, std::move(owner));
  nested.assign(1, 1);
}

bool StoredDocument::is_nested(weft_id source) const {
  return std::binary_search(nested.begin(), nested.end(), source);
}

const weft_span* StoredDocument::find_span(weft_id span_id) const {
  return find_by_id(spans, span_id);
}
const weft_link* StoredDocument::find_link(weft_id link_id) const {
  return find_by_id(links, link_id);
}

bool StoredDocument::has_owner(std::uint32_t kind, weft_id owner) const {
  switch (kind) {
    case WEFT_ON_DOCUMENT:
      return owner == 0;
    case WEFT_ON_SOURCE:
      return owner != 0 && owner <= sources.size();
    case WEFT_ON_VIEW:
      return owner != 0 && owner <= views.size();
    case WEFT_ON_SPAN:
      return find_span(owner) != nullptr;
    case WEFT_ON_LINK:
      return find_link(owner) != nullptr;
    default:
      return false;
  }
}

weft_snapshot StoredDocument::snapshot() const {
  weft_snapshot out{};
  out.size = sizeof out;
  out.source_stride = sizeof(weft_source);
  out.view_stride = sizeof(weft_view);
  out.id = {id.data(), id.size()};
  out.sources = sources.data();
  out.views = views.data();
  out.spans = spans.data();
  out.links = links.data();
  out.ends = ends.data();
  out.attrs = attrs.data();
  out.n_sources = sources.size();
  out.n_views = views.size();
  out.n_spans = spans.size();
  out.n_links = links.size();
  out.n_ends = ends.size();
  out.n_attrs = attrs.size();
  return out;
}

void StoredDocument::adopt(const StoredDocument& other, std::string_view prefix) {
  const Shift shift{static_cast<weft_id>(sources.size()), static_cast<weft_id>(views.size()),
                    next_span - 1, next_link - 1};
  adopt_texts(*this, other, prefix, shift);
  adopt_items(*this, other, shift);
  next_span += other.next_span - 1;
  next_link += other.next_link - 1;
  held.insert(held.end(), other.held.begin(), other.held.end());
  for (const weft_id source : other.nested)
    nested.push_back(source + shift.source);
}

std::size_t StoredDocument::memory() const {
  std::size_t bytes = sizeof *this + id.size() + spans.size() * sizeof(weft_span) +
                      links.size() * sizeof(weft_link) + ends.size() * sizeof(weft_end) +
                      attrs.size() * sizeof(weft_attr);
  for (const weft_view& view : views)
    bytes += view.text.size + view.n_runs * sizeof(weft_run);
  for (const weft_id source : nested)
    bytes += sources[source - 1].bytes.size;
  return bytes;
}

}  // namespace weft
