// SPDX-License-Identifier: Apache-2.0
/// Copying spans in text order, so that a parent is there before its children.
#include "copy_view.hpp"

#include "weft/text/language.hpp"

namespace weft {
namespace {

/// "clean" from "text", "en.clean" from "en.text" or "en", with a plus where that is taken.
std::string clean_name(const Document& document, std::string_view parent) {
  std::string out(parent);
  const std::string_view text = WEFT_VIEW_TEXT;
  const bool is_text = out == text || out.ends_with("." + std::string(text));
  if (is_text) out.resize(out.size() - text.size());
  if (!is_text && !out.ends_with(WEFT_VIEW_CLEAN)) out += '.';
  if (is_text || !out.ends_with(WEFT_VIEW_CLEAN)) out += WEFT_VIEW_CLEAN;
  while (document.find_view(out) != nullptr)
    out += '+';
  return out;
}

}  // namespace

ViewCopier::ViewCopier(std::string converted) : converted_(std::move(converted)) {
  for (const char* type :
       {WEFT_SPAN_FIGURE, WEFT_SPAN_LIST, WEFT_SPAN_TABLE, WEFT_SPAN_SENTENCE, WEFT_SPAN_CUE})
    others_.insert(name(type));
}

bool ViewCopier::is_converted(std::string_view lang) const {
  return !converted_.empty() && matches_range(lang, "zh");
}

void ViewCopier::derive(Document& document, const weft_view& parent, const Rewrite& rewrite,
                        Ids& copies) const {
  const std::string_view lang = to_view(parent.lang);
  const weft_id view =
      document.add_view({.name = clean_name(document, to_view(parent.name)),
                         .text = rewrite.text(),
                         .lang = is_converted(lang) ? std::string_view(converted_) : lang,
                         .media_type = to_view(parent.media_type),
                         .parent = parent.id,
                         .runs = rewrite.runs()});
  const SpanAttributes attributes(document);
  const auto copy = [&](const weft_span& span) {
    const std::size_t begin = rewrite.begin_of(span.begin);
    const std::size_t end = rewrite.end_of(span.end);
    if (begin >= end) return;
    const auto above = copies.find(span.parent);
    const weft_id made =
        document.add_span(span.type, view, begin, end, above == copies.end() ? 0 : above->second);
    copies[span.id] = made;
    copy_attributes(document, attributes, span.id, made);
  };
  std::vector<const weft_span*> chain;
  for (const weft_span& span : document.spans()) {
    if (span.view != parent.id) continue;
    // Parents first, whatever the order of ids; what was copied already ends the chain.
    chain.assign(1, &span);
    while (chain.back() != nullptr && copies.count(chain.back()->id) == 0)
      chain.push_back(document.find_span(chain.back()->parent));
    for (chain.pop_back(); !chain.empty(); chain.pop_back())
      copy(*chain.back());
  }
}

void ViewCopier::copy_attributes(Document& document, const SpanAttributes& attributes, weft_id from,
                                 weft_id to) const {
  for (const weft_attr* attr : attributes.of(from)) {
    const bool lang = attr->key == lang_ && attr->value.kind == WEFT_VALUE_STRING;
    if (lang && is_converted(to_view(attr->value.as.string))) {
      document.add(on_span(to), lang_, converted_, {attr->origin, 0, attr->confidence});
    } else {
      SpanAttributes::copy_attribute(document, *attr, on_span(to));
    }
  }
}

void ViewCopier::move_links(Document& document, const Ids& copies) const {
  std::unordered_map<weft_id, std::vector<const weft_attr*>> attributes;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind == WEFT_ON_LINK) attributes[attr.owner].push_back(&attr);
  }
  for (const weft_link& link : document.links()) {
    std::vector<weft_end> ends;
    bool moved = false;
    for (const weft_end& end : document.ends(link)) {
      const auto copy = copies.find(end.span);
      moved |= copy != copies.end();
      ends.push_back(copy == copies.end() ? end : weft_end{copy->second, end.role});
    }
    if (!moved) continue;
    document.remove_link(link.id);
    const weft_id made = document.add_link(link.type, ends, link.score);
    for (const weft_attr* attr : attributes[link.id])
      SpanAttributes::copy_attribute(document, *attr, on_link(made));
  }
}

}  // namespace weft
