// SPDX-License-Identifier: Apache-2.0
/// Checking a document that came from outside the process.
#include "core/document/check_document.hpp"

#include <cstring>
#include <limits>
#include <string>

#include "core/document/name_table.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

[[noreturn]] void fail(const std::string& why) {
  throw Error(WEFT_E_INPUT, "damaged document image: " + why);
}

void check_text(weft_str text, const char* what) {
  const std::string_view bytes =
      text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
  if (find_invalid_utf8(bytes) != std::string_view::npos ||
      (!bytes.empty() && std::memchr(bytes.data(), 0, bytes.size()) != nullptr)) {
    fail(std::string(what) + " is not valid text");
  }
}

void check_views(const StoredDocument& document) {
  for (const weft_view& view : document.views) {
    for (const weft_str text : {view.name, view.lang, view.media_type, view.text})
      check_text(text, "a view");
    if (view.text.size >= std::numeric_limits<std::uint32_t>::max()) fail("a view is too large");
    if (view.parent >= view.id || view.source > document.sources.size()) fail("a view's origin");
    const std::uint64_t origin = view.parent != 0   ? document.views[view.parent - 1].text.size
                                 : view.source != 0 ? document.sources[view.source - 1].bytes.size
                                                    : 0;
    std::uint64_t reached = 0;
    for (std::size_t i = 0; i < view.n_runs; ++i) {
      const weft_run& run = view.runs[i];
      const std::uint64_t end = run.here + std::uint64_t{run.count} * run.here_unit;
      const std::uint64_t there = std::uint64_t{run.count} * run.there_unit;
      if (run.count == 0 || run.here_unit == 0 || run.here < reached || end > view.text.size ||
          run.there > origin || there > origin - run.there) {
        fail("an offset map");
      }
      reached = end;
    }
  }
}

void check_spans(const StoredDocument& document) {
  weft_id last = 0;
  for (const weft_span& span : document.spans) {
    if (span.id <= last || span.id >= document.next_span || !is_name(span.type))
      fail("a span's id or type");
    last = span.id;
    if (span.view == 0 || span.view > document.views.size()) fail("a span's view");
    const weft_str text = document.views[span.view - 1].text;
    const std::string_view bytes{text.data, text.size};
    if (span.begin > span.end || span.end > text.size || !on_border(bytes, span.begin) ||
        !on_border(bytes, span.end)) {
      fail("a span's range");
    }
    if (span.parent == 0) continue;
    const weft_span* parent = span.parent < span.id ? document.find_span(span.parent) : nullptr;
    if (parent == nullptr || parent->view != span.view || parent->begin > span.begin ||
        parent->end < span.end) {
      fail("a span's parent");
    }
  }
}

void check_links(const StoredDocument& document) {
  weft_id last = 0;
  for (const weft_link& link : document.links) {
    if (link.id <= last || link.id >= document.next_link || !is_name(link.type))
      fail("a link's id or type");
    last = link.id;
    if (link.n_ends == 0 || link.first_end > document.ends.size() ||
        link.n_ends > document.ends.size() - link.first_end) {
      fail("a link's ends");
    }
  }
  for (const weft_end& end : document.ends) {
    if (!is_name(end.role) || document.find_span(end.span) == nullptr) fail("an end of a link");
  }
}

void check_attrs(const StoredDocument& document) {
  for (const weft_attr& attr : document.attrs) {
    if (!document.has_owner(attr.owner_kind, attr.owner) || !is_name(attr.key) ||
        (attr.origin != 0 && !is_name(attr.origin)) ||
        (attr.evidence != 0 && document.find_span(attr.evidence) == nullptr) || attr.op != 0 ||
        attr.value.kind == WEFT_VALUE_NONE || attr.value.kind > WEFT_VALUE_STRING) {
      fail("an attribute");
    }
    if (attr.value.kind == WEFT_VALUE_STRING) check_text(attr.value.as.string, "an attribute");
  }
}

}  // namespace

void check_document(const StoredDocument& document) {
  if (document.next_span >= WEFT_NEW || document.next_link >= WEFT_NEW) fail("its next ids");
  for (const weft_source& source : document.sources) {
    for (const weft_str text : {source.uri, source.media_type, source.encoding, source.hash}) {
      check_text(text, "a source");
    }
  }
  check_views(document);
  check_spans(document);
  check_links(document);
  check_attrs(document);
}

}  // namespace weft
