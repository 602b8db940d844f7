// SPDX-License-Identifier: Apache-2.0
/// Documents for tests.
#include "tests/support/document_builder.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "core/document/name_table.hpp"
#include "core/document/transaction.hpp"
#include "core/run/source_file.hpp"
#include "weft/offset_map.hpp"

namespace weft::test {
namespace {

std::string_view view_of(weft_str text) {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}
weft_str str(std::string_view text) {
  return {text.data(), text.size()};
}

void apply(StoredDocument& document, weft_edit& edit) {
  edit.size = sizeof edit;
  Transaction transaction(document);
  transaction.edit(edit);
  transaction.commit();
}

bool in_text_order(const weft_span& a, const weft_span& b) {
  if (a.view != b.view) return a.view < b.view;
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.end != b.end ? a.end > b.end : a.id < b.id;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view id) : document_(id) {}

weft_id DocumentBuilder::source(std::string_view uri, std::string_view bytes) {
  auto kept = std::make_shared<const std::string>(bytes);
  return document_.add_source(uri, "", content_hash(*kept), *kept, kept);
}

weft_id DocumentBuilder::view(std::string_view name, std::string_view lang, std::string_view text) {
  if (document_.sources.empty()) source(document_.id, text);
  weft_view made{};
  made.size = sizeof made;
  made.name = str(name);
  made.lang = str(lang);
  made.text = str(text);
  made.source = 1;
  const weft_run run{0, 0, static_cast<std::uint32_t>(text.size()), 1, 1};
  if (!text.empty() && view_of(document_.sources.front().bytes) == text) {
    made.runs = &run;
    made.n_runs = 1;
  }
  const weft_view* list = &made;
  weft_edit edit{};
  edit.views = &list;
  edit.n_views = 1;
  apply(document_, edit);
  reached_.push_back(0);
  return static_cast<weft_id>(document_.views.size());
}

weft_id DocumentBuilder::derived_view(std::string_view name, std::string_view lang,
                                      std::string_view text, weft_id parent,
                                      const std::vector<weft_run>& runs) {
  weft_view made{};
  made.size = sizeof made;
  made.name = str(name);
  made.lang = str(lang);
  made.text = str(text);
  made.parent = parent;
  made.runs = runs.data();
  made.n_runs = runs.size();
  const weft_view* list = &made;
  weft_edit edit{};
  edit.views = &list;
  edit.n_views = 1;
  apply(document_, edit);
  reached_.push_back(0);
  return static_cast<weft_id>(document_.views.size());
}

weft_id DocumentBuilder::span(std::string_view type, weft_id view, std::size_t begin,
                              std::size_t end, weft_id parent) {
  const weft_span made{0,
                       intern(type),
                       view,
                       parent,
                       static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(end)};
  weft_edit edit{};
  edit.spans = &made;
  edit.n_spans = 1;
  apply(document_, edit);
  if (parent == 0) reached_.at(view - 1) = made.end;
  return document_.spans.back().id;
}

weft_id DocumentBuilder::span(std::string_view type, weft_id view, std::string_view text,
                              weft_id parent) {
  const std::string_view all = view_of(document_.views.at(view - 1).text);
  const std::size_t from = parent == 0 ? reached_.at(view - 1) : document_.find_span(parent)->begin;
  const std::size_t at = all.find(text, from);
  if (at == std::string_view::npos)
    throw std::logic_error("the view does not hold: " + std::string(text));
  return span(type, view, at, at + text.size(), parent);
}

weft_id DocumentBuilder::link(std::string_view type,
                              const std::vector<std::pair<weft_id, std::string>>& ends,
                              double score) {
  std::vector<weft_end> list;
  for (const auto& [span, role] : ends)
    list.push_back({span, intern(role)});
  const weft_link made{0, intern(type), 0, static_cast<std::uint32_t>(list.size()), score};
  weft_edit edit{};
  edit.links = &made;
  edit.n_links = 1;
  edit.ends = list.data();
  edit.n_ends = list.size();
  apply(document_, edit);
  return document_.links.back().id;
}

void DocumentBuilder::attribute(std::uint32_t owner_kind, weft_id owner, std::string_view key,
                                std::string_view value) {
  weft_attr made{};
  made.owner_kind = owner_kind;
  made.owner = owner;
  made.key = intern(key);
  made.op = WEFT_ATTR_ADD;
  made.value.kind = WEFT_VALUE_STRING;
  made.value.as.string = str(value);
  weft_edit edit{};
  edit.attrs = &made;
  edit.n_attrs = 1;
  apply(document_, edit);
}

StoredDocument plain_document(std::string_view id, std::string_view lang,
                              const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs)
    text += (text.empty() ? "" : "\n\n") + paragraph;
  DocumentBuilder builder(id);
  const weft_id view = builder.view(WEFT_VIEW_TEXT, lang, text);
  for (const std::string& paragraph : paragraphs)
    builder.span(WEFT_SPAN_PARAGRAPH, view, paragraph);
  return builder.build();
}

std::string text_of(const StoredDocument& document, const weft_span& span) {
  return std::string(
      view_of(document.views.at(span.view - 1).text).substr(span.begin, span.end - span.begin));
}

std::vector<std::string> texts_of(const StoredDocument& document, std::string_view type,
                                  std::string_view view) {
  std::vector<weft_span> spans;
  for (const weft_span& span : document.spans) {
    const bool right_view = view.empty() || view_of(document.views[span.view - 1].name) == view;
    if (span.type == intern(type) && right_view) spans.push_back(span);
  }
  std::ranges::sort(spans, in_text_order);
  std::vector<std::string> out;
  for (const weft_span& span : spans)
    out.push_back(text_of(document, span));
  return out;
}

std::vector<std::string> outline(const StoredDocument& document) {
  std::vector<weft_span> spans = document.spans;
  std::ranges::sort(spans, in_text_order);
  std::vector<std::string> out;
  for (const weft_span& span : spans) {
    const std::string_view type = interned_name(span.type);
    if (type == WEFT_SPAN_FIGURE || type == WEFT_SPAN_LIST || type == WEFT_SPAN_TABLE) continue;
    out.push_back(std::string(type) + ": " + text_of(document, span));
  }
  return out;
}

std::vector<std::string> values_of(const StoredDocument& document, std::string_view key,
                                   std::uint32_t owner_kind, weft_id owner) {
  std::vector<std::string> out;
  for (const weft_attr& attr : document.attrs) {
    if (attr.owner_kind != owner_kind || attr.owner != owner || attr.key != intern(key)) continue;
    char number[40];
    switch (attr.value.kind) {
      case WEFT_VALUE_STRING:
        out.emplace_back(view_of(attr.value.as.string));
        break;
      case WEFT_VALUE_REAL:
        std::snprintf(number, sizeof number, "%g", attr.value.as.real);
        out.emplace_back(number);
        break;
      default:
        out.push_back(std::to_string(attr.value.as.integer));
    }
  }
  return out;
}

std::string value_of(const StoredDocument& document, std::string_view key, std::uint32_t owner_kind,
                     weft_id owner) {
  const auto values = values_of(document, key, owner_kind, owner);
  return values.empty() ? std::string() : values.front();
}

std::vector<std::string> links_of(const StoredDocument& document, std::string_view type) {
  std::vector<std::string> out;
  for (const weft_link& link : document.links) {
    if (link.type != intern(type)) continue;
    std::string line;
    for (std::uint32_t i = 0; i < link.n_ends; ++i) {
      const weft_end& end = document.ends[link.first_end + i];
      line += (line.empty() ? "" : " | ") + std::string(interned_name(end.role)) + " " +
              text_of(document, *document.find_span(end.span));
    }
    out.push_back(line);
  }
  return out;
}

std::pair<std::uint64_t, std::uint64_t> source_range(const StoredDocument& document,
                                                     const weft_span& span) {
  MappedRange range{span.begin, span.end, true};
  for (weft_id id = span.view; id != 0 && range.known;) {
    const weft_view& view = document.views.at(id - 1);
    range = trace({view.runs, view.n_runs}, static_cast<std::uint32_t>(range.begin),
                  static_cast<std::uint32_t>(range.end));
    id = view.parent;
  }
  return {range.begin, range.end};
}

}  // namespace weft::test
