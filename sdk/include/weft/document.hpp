// SPDX-License-Identifier: Apache-2.0
/// A document as a C++ plugin sees it: what it held when the call began, and the writes of this
/// call.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/abi.h"
#include "weft/host.hpp"
#include "weft/offset_map.hpp"
#include "weft/vocabulary.h"

namespace weft {

inline constexpr double kNoScore = std::numeric_limits<double>::quiet_NaN();

/// What an attribute hangs on: Owner{} is the document.
struct Owner {
  std::uint32_t kind = WEFT_ON_DOCUMENT;
  weft_id id = 0;
};
inline Owner on_span(weft_id id) {
  return {WEFT_ON_SPAN, id};
}
inline Owner on_link(weft_id id) {
  return {WEFT_ON_LINK, id};
}
inline Owner on_view(weft_id id) {
  return {WEFT_ON_VIEW, id};
}
inline Owner on_source(weft_id id) {
  return {WEFT_ON_SOURCE, id};
}

/// Where a value was found, and how sure that is (0..1, NaN = not said).
struct Provenance {
  weft_id origin = 0;    ///< name(): "json-ld", "byline"
  weft_id evidence = 0;  ///< the span it was read from
  double confidence = kNoScore;
};

/// A source as a parser sees it; valid until parsing returns.
struct Source {
  std::string_view uri, media_type, bytes;
};

/// A range of source bytes; source == 0 when nothing of it has an origin.
struct SourceRange {
  weft_id source = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// A new view for Document::add_view. `runs` point into `parent`, or into `source` when parent is
/// 0.
struct NewView {
  std::string_view name;
  std::string_view text;
  std::string_view lang = {};
  std::string_view media_type = {};
  weft_id source = 1;
  weft_id parent = 0;
  std::span<const weft_run> runs = {};
};

/// Reading is of the document as it was when the call began. Writes are kept here, sent to the host
/// when the call ends, and take effect only if it ends well; ids given out by add_... are good for
/// further writes of the same call. Everything read is valid until the call returns. Not for
/// sharing between threads.
class Document {
 public:
  Document(weft_ctx* ctx, weft_doc* raw) : ctx_(ctx), writable_(raw), raw_(raw) { refresh(); }
  Document(weft_ctx* ctx, const weft_doc* raw) : ctx_(ctx), raw_(raw) { refresh(); }

  // ---- reading ----

  /// Stable id: the relative path, "#n" behind it for records.
  [[nodiscard]] std::string_view id() const { return to_view(snapshot_.id); }
  [[nodiscard]] Context context() const { return Context(ctx_); }

  [[nodiscard]] std::size_t source_count() const { return snapshot_.n_sources; }
  /// i in 0 .. source_count() - 1; its id is i + 1.
  [[nodiscard]] const weft_source& source(std::size_t i) const {
    return *at<weft_source>(snapshot_.sources, snapshot_.source_stride, i);
  }
  [[nodiscard]] std::size_t view_count() const { return snapshot_.n_views; }
  /// i in 0 .. view_count() - 1; its id is i + 1.
  [[nodiscard]] const weft_view& view(std::size_t i) const {
    return *at<weft_view>(snapshot_.views, snapshot_.view_stride, i);
  }
  /// The view of that name, or nullptr.
  [[nodiscard]] const weft_view* find_view(std::string_view view_name) const {
    for (std::size_t i = 0; i < view_count(); ++i) {
      if (to_view(view(i).name) == view_name) return &view(i);
    }
    return nullptr;
  }
  /// True when no other view was derived from this one: the text that later stages work on.
  [[nodiscard]] bool is_leaf(weft_id view_id) const {
    for (std::size_t i = 0; i < view_count(); ++i) {
      if (view(i).parent == view_id) return false;
    }
    return true;
  }

  /// All spans, by ascending id.
  [[nodiscard]] std::span<const weft_span> spans() const {
    return {snapshot_.spans, snapshot_.n_spans};
  }
  /// Spans of a type, of all views or of one (0 = all), in text order: by view, begin, then longest
  /// first.
  [[nodiscard]] std::vector<weft_span> spans(weft_id type, weft_id view_id = 0) const {
    std::vector<weft_span> out;
    for (const weft_span& span : spans()) {
      if (span.type == type && (view_id == 0 || span.view == view_id)) out.push_back(span);
    }
    sort_in_text_order(out);
    return out;
  }
  static void sort_in_text_order(std::vector<weft_span>& spans) {
    const auto before = [](const weft_span& a, const weft_span& b) {
      if (a.view != b.view) return a.view < b.view;
      if (a.begin != b.begin) return a.begin < b.begin;
      return a.end != b.end ? a.end > b.end : a.id < b.id;
    };
    if (!std::is_sorted(spans.begin(), spans.end(), before)) {
      std::sort(spans.begin(), spans.end(), before);
    }
  }
  /// The committed span of that id, or nullptr.
  [[nodiscard]] const weft_span* find_span(weft_id span_id) const {
    const auto all = spans();
    const auto found = std::lower_bound(all.begin(), all.end(), span_id,
                                        [](const weft_span& s, weft_id id) { return s.id < id; });
    return found != all.end() && found->id == span_id ? &*found : nullptr;
  }
  [[nodiscard]] std::string_view text(const weft_span& span) const {
    return to_view(view(span.view - 1).text).substr(span.begin, span.end - span.begin);
  }

  [[nodiscard]] std::span<const weft_link> links() const {
    return {snapshot_.links, snapshot_.n_links};
  }
  [[nodiscard]] std::span<const weft_end> ends(const weft_link& link) const {
    return {snapshot_.ends + link.first_end, link.n_ends};
  }

  [[nodiscard]] std::span<const weft_attr> attributes() const {
    return {snapshot_.attrs, snapshot_.n_attrs};
  }
  /// The first attribute of that owner and key, or nullptr.
  [[nodiscard]] const weft_attr* find(Owner owner, weft_id key) const {
    for (const weft_attr& attr : attributes()) {
      if (attr.owner_kind == owner.kind && attr.owner == owner.id && attr.key == key) return &attr;
    }
    return nullptr;
  }
  /// Its string, or empty.
  [[nodiscard]] std::string_view string(Owner owner, weft_id key) const {
    const weft_attr* attr = find(owner, key);
    return attr != nullptr && attr->value.kind == WEFT_VALUE_STRING ? to_view(attr->value.as.string)
                                                                    : std::string_view{};
  }

  /// The source bytes a range of a view was made from, through all its parents.
  [[nodiscard]] SourceRange trace(weft_id view_id, std::uint32_t begin, std::uint32_t end) const {
    MappedRange range{begin, end, true};
    const weft_view* current = &view(view_id - 1);
    while (true) {
      range = weft::trace({current->runs, current->n_runs}, static_cast<std::uint32_t>(range.begin),
                          static_cast<std::uint32_t>(range.end));
      if (!range.known) return {};
      if (current->parent == 0) return {current->source, range.begin, range.end};
      current = &view(current->parent - 1);
    }
  }
  [[nodiscard]] SourceRange trace(const weft_span& span) const {
    return trace(span.view, span.begin, span.end);
  }

  // ---- writing ----

  /// The text, names and runs are copied at once by the host.
  weft_id add_view(const NewView& made) {
    weft_view raw{};
    raw.size = sizeof raw;
    raw.name = to_abi(made.name);
    raw.lang = to_abi(made.lang);
    raw.media_type = to_abi(made.media_type);
    raw.text = to_abi(made.text);
    raw.source = made.parent == 0 ? made.source : 0;
    raw.parent = made.parent;
    raw.runs = made.runs.data();
    raw.n_runs = made.runs.size();
    send_view(raw);
    return WEFT_NEW + new_views_++;
  }
  void set_view_language(weft_id view_id, std::string_view lang) {
    weft_view raw = view(view_id - 1);
    raw.size = sizeof raw;
    raw.lang = to_abi(lang);
    send_view(raw);
  }
  /// What the source turned out to be; empty leaves a member as it was.
  void set_source(weft_id source_id, std::string_view media_type, std::string_view encoding) {
    weft_source raw{};
    raw.size = sizeof raw;
    raw.id = source_id;
    raw.media_type = to_abi(media_type);
    raw.encoding = to_abi(encoding);
    const weft_source* list = &raw;
    weft_edit edit{};
    edit.sources = &list;
    edit.n_sources = 1;
    send(edit);
  }
  weft_id add_span(weft_id type, weft_id view_id, std::size_t begin, std::size_t end,
                   weft_id parent = 0) {
    spans_.push_back({0, type, view_id, parent, static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(end)});
    return WEFT_NEW + new_spans_++;
  }
  /// Replaces type, parent and range of an existing span.
  void change_span(const weft_span& span) { spans_.push_back(span); }
  weft_id add_link(weft_id type, std::span<const weft_end> link_ends, double score = kNoScore) {
    links_.push_back({0, type, static_cast<std::uint32_t>(ends_.size()),
                      static_cast<std::uint32_t>(link_ends.size()), score});
    ends_.insert(ends_.end(), link_ends.begin(), link_ends.end());
    return WEFT_NEW + new_links_++;
  }
  void remove_span(weft_id span_id) { removed_.push_back({WEFT_ON_SPAN, span_id}); }
  void remove_link(weft_id link_id) { removed_.push_back({WEFT_ON_LINK, link_id}); }

  /// set replaces all earlier values of the key on that owner; add keeps them. Strings are copied
  /// here.
  void set(Owner owner, weft_id key, std::string_view value, Provenance from = {}) {
    put_string(owner, key, value, WEFT_ATTR_SET, from);
  }
  void set(Owner owner, weft_id key, std::int64_t value, Provenance from = {}) {
    put(owner, key, make(value), WEFT_ATTR_SET, from);
  }
  void set_real(Owner owner, weft_id key, double value, Provenance from = {}) {
    weft_value raw{};
    raw.kind = WEFT_VALUE_REAL;
    raw.as.real = value;
    put(owner, key, raw, WEFT_ATTR_SET, from);
  }
  void add(Owner owner, weft_id key, std::string_view value, Provenance from = {}) {
    put_string(owner, key, value, WEFT_ATTR_ADD, from);
  }
  void clear(Owner owner, weft_id key) { put(owner, key, weft_value{}, WEFT_ATTR_SET, {}); }

  /// Says that this stage has nothing to do here and why; the document goes on unchanged.
  void pass(std::string_view reason) { outcome(WEFT_PASSED, reason); }
  /// Filters the document out of the run, with a reason that the report counts.
  void drop(std::string_view reason) { outcome(WEFT_DROPPED, reason); }

  /// For a parser of containers: the document is what `content` holds, and another parser of the
  /// pipeline reads it once this call has ended well. `media_type` is what the container declared,
  /// as in "text/html; charset=gbk", or empty. From then on the content is source 1, with what
  /// this call set on source 1 and on the document; no view may be added. Everything is copied.
  void delegate(const Source& content) {
    if (detail::tables.nested == nullptr)
      throw Error(WEFT_E_CONFIG, "this host does not offer " WEFT_NESTED_V1 "; use a newer weft");
    weft_source raw{};
    raw.size = sizeof raw;
    raw.uri = to_abi(content.uri);
    raw.media_type = to_abi(content.media_type);
    raw.bytes = to_abi(content.bytes);
    check(detail::tables.nested->content(ctx_, writable_, &raw));
  }

  // ---- for the layer below ----

  [[nodiscard]] weft_doc* raw() const { return writable_; }
  [[nodiscard]] const weft_doc* raw_const() const { return raw_; }
  [[nodiscard]] weft_status outcome() const { return outcome_; }

  /// Copies another document into this one at once; its view V becomes prefix + V. For regroup.
  void adopt(const Document& other, std::string_view prefix) {
    check(detail::tables.doc->adopt(ctx_, writable_, other.raw_const(), to_abi(prefix)));
    refresh();
  }
  /// Sends the writes to the host, which checks them. Called by the layer when process returns.
  void flush() {
    weft_edit edit{};
    edit.spans = spans_.data();
    edit.n_spans = spans_.size();
    edit.links = links_.data();
    edit.n_links = links_.size();
    edit.ends = ends_.data();
    edit.n_ends = ends_.size();
    edit.attrs = attrs_.data();
    edit.n_attrs = attrs_.size();
    edit.removed = removed_.data();
    edit.n_removed = removed_.size();
    for (std::size_t i = 0; i < attrs_.size(); ++i) {
      if (attrs_[i].value.kind == WEFT_VALUE_STRING)
        attrs_[i].value.as.string = to_abi(strings_[i]);
    }
    if (!spans_.empty() || !links_.empty() || !attrs_.empty() || !removed_.empty()) send(edit);
    spans_.clear();
    links_.clear();
    ends_.clear();
    attrs_.clear();
    strings_.clear();
    removed_.clear();
  }

 private:
  template <class Item>
  static const Item* at(const Item* first, std::size_t stride, std::size_t i) {
    return reinterpret_cast<const Item*>(reinterpret_cast<const char*>(first) + i * stride);
  }
  static weft_value make(std::int64_t value) {
    weft_value raw{};
    raw.kind = WEFT_VALUE_INTEGER;
    raw.as.integer = value;
    return raw;
  }
  void refresh() {
    snapshot_.size = sizeof snapshot_;
    check(detail::tables.doc->snapshot(ctx_, raw_, &snapshot_));
  }
  void check(weft_status status) const {
    // The host has already said what was wrong; an empty message keeps its words.
    if (status != WEFT_OK) throw Error(status, "");
  }
  void send(weft_edit& edit) {
    edit.size = sizeof edit;
    check(detail::tables.doc->edit(ctx_, writable_, &edit));
  }
  void send_view(const weft_view& raw) {
    const weft_view* list = &raw;
    weft_edit edit{};
    edit.views = &list;
    edit.n_views = 1;
    send(edit);
  }
  void put(Owner owner, weft_id key, weft_value value, std::uint32_t op, Provenance from) {
    attrs_.push_back(
        {owner.kind, owner.id, key, from.origin, from.evidence, op, from.confidence, value});
    strings_.emplace_back();
  }
  void put_string(Owner owner, weft_id key, std::string_view text, std::uint32_t op,
                  Provenance from) {
    weft_value raw{};
    raw.kind = WEFT_VALUE_STRING;  // its text is set in flush: `strings_` still moves
    put(owner, key, raw, op, from);
    strings_.back() = text;
  }
  void outcome(weft_status status, std::string_view reason) {
    outcome_ = detail::tables.ctx->fail(ctx_, status, to_abi(reason), 0, 0, 0);
  }

  weft_ctx* ctx_;
  weft_doc* writable_ = nullptr;
  const weft_doc* raw_;
  weft_snapshot snapshot_{};
  weft_status outcome_ = WEFT_OK;
  weft_id new_views_ = 0;
  weft_id new_spans_ = 0;
  weft_id new_links_ = 0;
  std::vector<weft_span> spans_;
  std::vector<weft_link> links_;
  std::vector<weft_end> ends_;
  std::vector<weft_attr> attrs_;
  std::vector<std::string> strings_;
  std::vector<weft_ref> removed_;
};

}  // namespace weft
