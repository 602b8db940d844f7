// SPDX-License-Identifier: Apache-2.0
/// From flat arrays to rows.
#include "core/show/shown_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/document/name_table.hpp"
#include "core/show/source_lines.hpp"

namespace weft {
namespace {

std::string text_of(weft_str text) {
  return {text.data, text.size};
}

std::string number(double value) {
  return std::isnan(value) ? std::string{} : fmt::format("{:.4g}", value);
}

std::string value_of(const weft_value& value) {
  switch (value.kind) {
    case WEFT_VALUE_BOOL:
      return value.as.integer != 0 ? "true" : "false";
    case WEFT_VALUE_INTEGER:
      return std::to_string(value.as.integer);
    case WEFT_VALUE_REAL:
      return number(value.as.real);
    case WEFT_VALUE_STRING:
      return text_of(value.as.string);
    default:
      return {};
  }
}

/// Reads one document; holds what several parts look up.
class Description {
 public:
  Description(const StoredDocument& document, const ShowNotes& notes)
      : document_(document), notes_(notes), origins_(document) {
    for (const weft_attr& attr : document.attrs)
      if (attr.owner_kind == WEFT_ON_SPAN) of_span_[attr.owner].push_back(&attr);
  }

  ShownDocument all() {
    ShownDocument shown;
    shown.id = document_.id;
    add_facts(shown);
    for (const weft_attr& attr : document_.attrs)
      if (attr.owner_kind == WEFT_ON_DOCUMENT) shown.metadata.push_back(metadata(attr));
    for (const weft_view& view : document_.views)
      shown.views.push_back(view_of(view));
    for (const weft_link& link : document_.links)
      shown.links.push_back(link_of(link));
    return shown;
  }

 private:
  void add_facts(ShownDocument& shown) const {
    for (const weft_source& source : document_.sources) {
      std::string what = fmt::format("{}, {} bytes", text_of(source.uri), source.bytes.size);
      for (const weft_str& part : {source.media_type, source.encoding})
        if (part.size > 0) what += ", " + text_of(part);
      for (const weft_attr& attr : document_.attrs) {
        if (attr.owner_kind == WEFT_ON_SOURCE && attr.owner == source.id)
          what += fmt::format(", {} {}", interned_name(attr.key), value_of(attr.value));
      }
      shown.facts.push_back({"source", what});
    }
    if (!notes_.parser.empty()) shown.facts.push_back({"parser", notes_.parser});
    if (!notes_.scores.empty()) shown.facts.push_back({"scores", notes_.scores});
  }

  [[nodiscard]] MetadataRow metadata(const weft_attr& attr) const {
    MetadataRow row{std::string(interned_name(attr.key)),
                    value_of(attr.value),
                    std::string(interned_name(attr.origin)),
                    number(attr.confidence),
                    {}};
    if (const weft_span* evidence = document_.find_span(attr.evidence))
      row.lines = line_range(origins_.of(*evidence));
    return row;
  }

  [[nodiscard]] ShownView view_of(const weft_view& view) {
    ShownView shown{
        text_of(view.name), text_of(view.lang), {}, {view.text.data, view.text.size}, {}};
    if (view.parent != 0) shown.parent = text_of(document_.views.at(view.parent - 1).name);
    std::vector<weft_span> spans;
    for (const weft_span& span : document_.spans)
      if (span.view == view.id) spans.push_back(span);
    std::ranges::stable_sort(spans, [](const weft_span& a, const weft_span& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    for (const weft_span& span : spans)
      shown.blocks.push_back(block_of(span));
    return shown;
  }

  [[nodiscard]] Block block_of(const weft_span& span) {
    Block block;
    block.type = interned_name(span.type);
    block.keep = keep_of(block.type);
    block.depth = span.parent == 0 ? 0 : depths_[span.parent] + 1;
    depths_[span.id] = block.depth;
    block.begin = span.begin;
    block.end = span.end;
    const Origin origin = origins_.of(span);
    block.lines = line_range(origin);
    if (origin.bytes.known)
      block.bytes = fmt::format("{}-{}", origin.bytes.begin, origin.bytes.end);
    for (const weft_attr* attr : of_span_[span.id]) {
      const std::string_view key = interned_name(attr->key);
      if (key == WEFT_KEY_LANG)
        block.lang = value_of(attr->value);
      else if (key == WEFT_KEY_REASON)
        block.reason = value_of(attr->value);
      else
        block.attributes.push_back({std::string(key), value_of(attr->value)});
    }
    return block;
  }

  [[nodiscard]] ShownLink link_of(const weft_link& link) const {
    ShownLink shown{std::string(interned_name(link.type)), number(link.score), {}};
    for (std::uint32_t i = 0; i < link.n_ends; ++i) {
      const weft_end& end = document_.ends.at(link.first_end + i);
      const weft_span* span = document_.find_span(end.span);
      if (span == nullptr) continue;
      const weft_view& view = document_.views.at(span->view - 1);
      shown.ends.push_back({std::string(interned_name(end.role)),
                            {view.text.data + span->begin, span->end - span->begin}});
    }
    return shown;
  }

  const StoredDocument& document_;
  const ShowNotes& notes_;
  Origins origins_;
  std::map<weft_id, std::vector<const weft_attr*>> of_span_;
  std::map<weft_id, std::size_t> depths_;
};

}  // namespace

ShownDocument describe_document(const StoredDocument& document, const ShowNotes& notes) {
  return Description(document, notes).all();
}

std::string count_by_keep(const ShownView& view) {
  std::string text;
  for (const Keep keep : {Keep::kMeta, Keep::kBody, Keep::kAux, Keep::kDrop}) {
    const auto count = std::ranges::count(view.blocks, keep, &Block::keep);
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", count, keep_name(keep));
  }
  return text.empty() ? "no blocks" : text;
}

std::string kind_of(const Block& block) {
  const auto level = std::ranges::find(block.attributes, WEFT_KEY_LEVEL, &Fact::name);
  return level == block.attributes.end() ? block.type : block.type + " " + level->value;
}

}  // namespace weft
