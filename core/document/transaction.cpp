// SPDX-License-Identifier: Apache-2.0
/// Checking the edits of a stage. Nothing a plugin sends is believed: ids, ranges, borders, texts.
#include "core/document/transaction.hpp"

#include <cstring>
#include <limits>

#include "core/document/apply_edits.hpp"
#include "core/document/name_table.hpp"
#include "core/document/view_of.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

[[noreturn]] void reject(const std::string& what) {
  throw Error(WEFT_E_INTERNAL, "the plugin made an invalid edit: " + what);
}

void check_text(weft_str text, const std::string& what) {
  if (text.size != 0 && text.data == nullptr) reject(what + " is null with a size");
  const std::string_view bytes = view_of(text);
  if (const auto bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    reject(what + " is not valid UTF-8 at byte " + std::to_string(bad));
  }
  if (!bytes.empty() && std::memchr(bytes.data(), 0, bytes.size()) != nullptr) {
    reject(what + " holds a NUL character");
  }
}

/// Well-formed enough for BCP 47: subtags of 1 to 8 letters or digits between hyphens. Empty is
/// unknown.
void check_language(std::string_view lang, const std::string& what) {
  std::size_t length = 0;
  for (std::size_t i = 0; i <= lang.size() && !lang.empty(); ++i) {
    if (i == lang.size() || lang[i] == '-') {
      if (length == 0 || length > 8)
        reject(what + " language '" + std::string(lang) + "' is not BCP 47");
      length = 0;
      continue;
    }
    const char c = lang[i];
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!good) reject(what + " language '" + std::string(lang) + "' is not BCP 47");
    ++length;
  }
}

void check_range(const weft_span& span, const weft_view& view, const std::string& what) {
  const std::string range = std::to_string(span.begin) + ".." + std::to_string(span.end);
  if (span.begin > span.end || span.end > view.text.size) {
    reject(what + ": range " + range + " of view '" + std::string(view_of(view.name)) + "' with " +
           std::to_string(view.text.size) + " bytes");
  }
  const std::string_view text = view_of(view.text);
  if (!on_border(text, span.begin) || !on_border(text, span.end)) {
    reject(what + ": range " + range + " cuts a code point");
  }
}

}  // namespace

Transaction::Transaction(StoredDocument& document) : document_(document) {}

void Transaction::edit(const weft_edit& batch) {
  const bool was_broken = broken_;
  broken_ = true;  // until the whole batch has been found good
  if (batch.size < sizeof batch) reject("weft_edit.size is " + std::to_string(batch.size));
  for (std::size_t i = 0; i < batch.n_sources; ++i)
    take_source(*batch.sources[i]);
  for (std::size_t i = 0; i < batch.n_views; ++i)
    take_view(*batch.views[i], i);
  spans_.reserve(spans_.size() + batch.n_spans);
  for (std::size_t i = 0; i < batch.n_spans; ++i)
    take_span(batch.spans[i], i);
  for (std::size_t i = 0; i < batch.n_links; ++i)
    take_link(batch.links[i], batch, i);
  attrs_.reserve(attrs_.size() + batch.n_attrs);
  for (std::size_t i = 0; i < batch.n_attrs; ++i)
    take_attr(batch.attrs[i], i);
  for (std::size_t i = 0; i < batch.n_removed; ++i)
    take_removal(batch.removed[i], i);
  broken_ = was_broken;
}

void Transaction::commit() {
  if (broken_) throw Error(WEFT_E_INTERNAL, "the plugin went on after an edit was refused");
  commit_spans();  // the one part that can still be refused: nothing else is touched before it
  for (const weft_source& change : sources_) {
    weft_source& source = document_.sources[change.id - 1];
    if (change.media_type.size != 0) source.media_type = change.media_type;
    if (change.encoding.size != 0) source.encoding = change.encoding;
  }
  for (const weft_view& change : changed_views_) {
    weft_view& view = document_.views[change.id - 1];
    view.lang = change.lang;
    view.media_type = change.media_type;
  }
  document_.views.insert(document_.views.end(), views_.begin(), views_.end());
  const auto first_end = static_cast<std::uint32_t>(document_.ends.size());
  for (weft_link& link : links_)
    link.first_end += first_end;
  document_.links.insert(document_.links.end(), links_.begin(), links_.end());
  document_.next_link += static_cast<weft_id>(links_.size());
  document_.ends.insert(document_.ends.end(), ends_.begin(), ends_.end());
  apply_attributes(document_, attrs_);
  apply_removals(document_, removed_);
  sources_.clear();
  changed_views_.clear();
  views_.clear();
  changed_spans_.clear();
  spans_.clear();
  links_.clear();
  ends_.clear();
  attrs_.clear();
  removed_.clear();
}

void Transaction::commit_spans() {
  const std::size_t before = document_.spans.size();
  document_.spans.insert(document_.spans.end(), spans_.begin(), spans_.end());
  try {
    apply_span_changes(document_, changed_spans_);
  } catch (...) {
    document_.spans.resize(before);
    throw;
  }
  document_.next_span += static_cast<weft_id>(spans_.size());
}

void Transaction::adopt(const StoredDocument& other, std::string_view prefix) {
  if (broken_ || !views_.empty() || !spans_.empty() || !links_.empty() || !attrs_.empty()) {
    reject("adopt after an edit of the same call");
  }
  for (const weft_view& view : other.views) {
    const std::string name = std::string(prefix) + std::string(view_of(view.name));
    for (const weft_view& present : document_.views) {
      if (view_of(present.name) == name) reject("adopt: there is a view '" + name + "' already");
    }
  }
  document_.adopt(other, prefix);
}

void Transaction::take_source(const weft_source& source) {
  const std::string what = "source " + std::to_string(source.id);
  if (source.id == 0 || source.id > document_.sources.size()) reject(what + " does not exist");
  check_text(source.media_type, what + " media type");
  check_text(source.encoding, what + " encoding");
  weft_source change = source;
  change.media_type = document_.arena.copy(source.media_type);
  change.encoding = document_.arena.copy(source.encoding);
  sources_.push_back(change);
}

void Transaction::take_view(const weft_view& view, std::size_t index) {
  const std::string what = "view " + std::to_string(index) + " of the batch";
  check_text(view.lang, what + " language");
  check_text(view.media_type, what + " media type");
  check_language(view_of(view.lang), what);
  if (view.id == 0) {
    take_new_view(view, what);
    return;
  }
  if (view.id > document_.views.size()) reject(what + ": no view " + std::to_string(view.id));
  weft_view change = view;
  change.lang = document_.arena.copy(view.lang);
  change.media_type = document_.arena.copy(view.media_type);
  changed_views_.push_back(change);
}

void Transaction::take_new_view(const weft_view& view, const std::string& what) {
  check_text(view.name, what + " name");
  check_text(view.text, what + " text");
  const std::string_view name = view_of(view.name);
  if (name.empty() || name.size() > 255) reject(what + " needs a name of 1 to 255 bytes");
  for (const auto* list : {&document_.views, &views_}) {
    for (const weft_view& present : *list) {
      if (view_of(present.name) == name)
        reject(what + ": there is a view '" + std::string(name) + "' already");
    }
  }
  if (view.text.size >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error(WEFT_E_LIMIT, "view '" + std::string(name) + "' has 4 GiB or more of text");
  }
  weft_view made = view;
  made.size = sizeof made;
  made.parent = resolve(WEFT_ON_VIEW, view.parent);
  if (made.parent != 0 && find_view(made.parent) == nullptr)
    reject(what + ": its parent view does not exist");
  if (made.parent == 0 && made.source > document_.sources.size())
    reject(what + ": its source does not exist");
  check_runs(made, what);
  made.id = static_cast<weft_id>(document_.views.size() + views_.size() + 1);
  made.name = document_.arena.copy(view.name);
  made.lang = document_.arena.copy(view.lang);
  made.media_type = document_.arena.copy(view.media_type);
  made.text = document_.arena.copy(view.text);
  made.runs = document_.arena.copy(std::span(view.runs, view.n_runs));
  views_.push_back(made);
}

void Transaction::check_runs(const weft_view& view, const std::string& what) const {
  if (view.n_runs != 0 && view.runs == nullptr) reject(what + ": null runs");
  std::uint64_t origin_size = 0;
  if (view.parent != 0) {
    origin_size = find_view(view.parent)->text.size;
  } else if (view.source != 0) {
    origin_size = document_.sources[view.source - 1].bytes.size;
  } else if (view.n_runs != 0) {
    reject(what + ": runs without a source or parent to point into");
  }
  std::uint64_t reached = 0;
  for (std::size_t i = 0; i < view.n_runs; ++i) {
    const weft_run& run = view.runs[i];
    const std::uint64_t here_end = run.here + std::uint64_t{run.count} * run.here_unit;
    const std::uint64_t there_size = std::uint64_t{run.count} * run.there_unit;
    const bool good = run.count != 0 && run.here_unit != 0 && run.here >= reached &&
                      here_end <= view.text.size && run.there <= origin_size &&
                      there_size <= origin_size - run.there;
    if (!good) reject(what + ": run " + std::to_string(i) + " is out of order or out of range");
    reached = here_end;
  }
}

void Transaction::take_span(weft_span span, std::size_t index) {
  const auto what = [&] { return "span " + std::to_string(index) + " of the batch"; };
  if (!is_name(span.type)) reject(what() + ": its type is no interned name");
  span.view = resolve(WEFT_ON_VIEW, span.view);
  const weft_view* view = find_view(span.view);
  if (view == nullptr) reject(what() + ": its view does not exist");
  const std::string_view text = view_of(view->text);
  if (span.begin > span.end || !on_border(text, span.begin) || !on_border(text, span.end)) {
    check_range(span, *view, what());
  }
  span.parent = resolve(WEFT_ON_SPAN, span.parent);
  if (span.parent != 0) {
    const weft_span* parent = find_span(span.parent);
    if (parent == nullptr) reject(what() + ": its parent does not exist or comes later");
    if (parent->view != span.view || parent->begin > span.begin || parent->end < span.end) {
      reject(what() + ": it is not inside its parent");
    }
  }
  if (span.id == 0) {
    span.id = document_.next_span + static_cast<weft_id>(spans_.size());
    if (span.id >= WEFT_NEW) throw Error(WEFT_E_LIMIT, "the document has too many spans");
    spans_.push_back(span);
    return;
  }
  if (document_.find_span(span.id) == nullptr)
    reject(what() + ": no span " + std::to_string(span.id));
  if (span.parent >= span.id) reject(what() + ": a parent must be older than its child");
  changed_spans_.push_back(span);
}

void Transaction::take_link(weft_link link, const weft_edit& batch, std::size_t index) {
  const std::string what = "link " + std::to_string(index) + " of the batch";
  if (link.id != 0) reject(what + ": an existing link can only be removed");
  if (!is_name(link.type)) reject(what + ": its type is no interned name");
  if (link.n_ends == 0 || link.first_end > batch.n_ends ||
      link.n_ends > batch.n_ends - link.first_end) {
    reject(what + ": its ends are out of range");
  }
  const auto first = static_cast<std::uint32_t>(ends_.size());
  for (std::uint32_t i = 0; i < link.n_ends; ++i) {
    weft_end end = batch.ends[link.first_end + i];
    end.span = resolve(WEFT_ON_SPAN, end.span);
    if (find_span(end.span) == nullptr) reject(what + ": an end is no span");
    if (!is_name(end.role)) reject(what + ": a role is no interned name");
    ends_.push_back(end);
  }
  link.first_end = first;
  link.id = document_.next_link + static_cast<weft_id>(links_.size());
  if (link.id >= WEFT_NEW) throw Error(WEFT_E_LIMIT, "the document has too many links");
  links_.push_back(link);
}

void Transaction::take_attr(weft_attr attr, std::size_t index) {
  const auto what = [&] { return "attribute " + std::to_string(index) + " of the batch"; };
  attr.owner = resolve(attr.owner_kind, attr.owner);
  if (!has_owner(attr.owner_kind, attr.owner)) reject(what() + ": its owner does not exist");
  if (!is_name(attr.key)) reject(what() + ": its key is no interned name");
  if (attr.origin != 0 && !is_name(attr.origin))
    reject(what() + ": its origin is no interned name");
  attr.evidence = resolve(WEFT_ON_SPAN, attr.evidence);
  if (attr.evidence != 0 && find_span(attr.evidence) == nullptr)
    reject(what() + ": its evidence is no span");
  if (attr.op > WEFT_ATTR_ADD) reject(what() + ": unknown op");
  if (attr.value.kind > WEFT_VALUE_STRING) reject(what() + ": unknown kind of value");
  if (attr.value.kind == WEFT_VALUE_STRING) {
    check_text(attr.value.as.string, what());
    attr.value.as.string = document_.arena.copy(attr.value.as.string);
  } else {
    attr.value.as.string.size = 0;  // the unused half of the union must not reach an image
  }
  attr.value.count = 0;
  attrs_.push_back(attr);
}

void Transaction::take_removal(const weft_ref& ref, std::size_t index) {
  const bool found = (ref.kind == WEFT_ON_SPAN && document_.find_span(ref.id) != nullptr) ||
                     (ref.kind == WEFT_ON_LINK && document_.find_link(ref.id) != nullptr);
  if (!found)
    reject("removal " + std::to_string(index) + " of the batch: there is no such span or link");
  removed_.push_back(ref);
}

const weft_view* Transaction::find_view(weft_id id) const {
  if (id == 0) return nullptr;
  const std::size_t known = document_.views.size();
  if (id <= known) return &document_.views[id - 1];
  return id <= known + views_.size() ? &views_[id - known - 1] : nullptr;
}

const weft_span* Transaction::find_span(weft_id id) const {
  if (id < document_.next_span) return document_.find_span(id);
  const std::size_t index = id - document_.next_span;
  return index < spans_.size() ? &spans_[index] : nullptr;
}

bool Transaction::has_owner(std::uint32_t kind, weft_id owner) const {
  if (kind == WEFT_ON_VIEW) return find_view(owner) != nullptr;
  if (kind == WEFT_ON_SPAN) return find_span(owner) != nullptr;
  if (kind == WEFT_ON_LINK && owner >= document_.next_link) {
    return owner - document_.next_link < links_.size();
  }
  return document_.has_owner(kind, owner);
}

weft_id Transaction::resolve(std::uint32_t kind, weft_id id) const {
  if (id < WEFT_NEW) return id;
  const weft_id index = id - WEFT_NEW;
  // What is past the new items stays an id that no item has.
  if (kind == WEFT_ON_VIEW)
    return index < views_.size() ? static_cast<weft_id>(document_.views.size()) + index + 1 : id;
  if (kind == WEFT_ON_SPAN) return index < spans_.size() ? document_.next_span + index : id;
  if (kind == WEFT_ON_LINK) return index < links_.size() ? document_.next_link + index : id;
  return id;
}

}  // namespace weft
