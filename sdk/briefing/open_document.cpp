// SPDX-License-Identifier: Apache-2.0
/// Blocks and places.
#include "open_document.hpp"

#include <algorithm>

#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

/// A whole view repaired: "clean", or "en.clean" of a paired document.
bool is_clean_copy(const weft_view& view) {
  const std::string_view called = to_view(view.name);
  return view.parent != 0 &&
         (called == WEFT_VIEW_CLEAN || called.ends_with(std::string(".") + WEFT_VIEW_CLEAN));
}

}  // namespace

OpenDocument::OpenDocument(const Document& document, const BriefingNames& names)
    : document_(document), names_(names) {
  for (std::size_t i = 0; i < document.view_count(); ++i)
    roots_.push_back(document.view(i).parent == 0 || is_clean_copy(document.view(i)));
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    if (is_clean_copy(document.view(i))) roots_[document.view(i).parent - 1] = false;
  }
  for (const weft_attr& attribute : document.attributes()) {
    if (attribute.owner_kind == WEFT_ON_SPAN) attributes_.push_back(&attribute);
  }
  std::stable_sort(attributes_.begin(), attributes_.end(),
                   [](const weft_attr* a, const weft_attr* b) { return a->owner < b->owner; });
  find_blocks();
}

void OpenDocument::find_blocks() {
  std::vector<weft_id> outer;
  for (const weft_span& span : document_.spans()) {
    const BriefingNames::Type* type = names_.type_of(span);
    if (type == nullptr || type->role != BriefingNames::Role::kBlock || !is_root(span.view))
      continue;
    blocks_.push_back(span);
    if (span.parent != 0) outer.push_back(span.parent);
  }
  std::sort(outer.begin(), outer.end());
  std::erase_if(blocks_, [&](const weft_span& span) {
    return std::binary_search(outer.begin(), outer.end(), span.id);
  });
  Document::sort_in_text_order(blocks_);
}

std::optional<Place> OpenDocument::place_of(const weft_span& span) const {
  MappedRange range{span.begin, span.end, true};
  weft_id id = span.view;
  while (!is_root(id)) {
    const weft_view& here = document_.view(id - 1);
    if (here.parent == 0) return std::nullopt;
    range = trace({here.runs, here.n_runs}, static_cast<std::uint32_t>(range.begin),
                  static_cast<std::uint32_t>(range.end));
    if (!range.known) return std::nullopt;
    id = here.parent;
  }
  const std::string_view text = to_view(document_.view(id - 1).text);
  // Units of a map may be wider than the characters under them.
  range.begin = std::min<std::uint64_t>(range.begin, text.size());
  range.end = std::min<std::uint64_t>(range.end, text.size());
  while (!on_border(text, range.begin))
    --range.begin;
  while (!on_border(text, range.end))
    ++range.end;
  return Place{id, range.begin, range.end};
}

const weft_span* OpenDocument::block_at(const Place& place) const {
  const auto behind =
      std::partition_point(blocks_.begin(), blocks_.end(), [&](const weft_span& block) {
        return block.view != place.view ? block.view < place.view : block.begin <= place.begin;
      });
  if (behind == blocks_.begin()) return nullptr;
  const weft_span& block = *(behind - 1);
  return block.view == place.view && place.begin < block.end ? &block : nullptr;
}

const weft_attr* OpenDocument::find(weft_id span, weft_id key) const {
  auto at =
      std::partition_point(attributes_.begin(), attributes_.end(),
                           [&](const weft_attr* attribute) { return attribute->owner < span; });
  for (; at != attributes_.end() && (*at)->owner == span; ++at) {
    if ((*at)->key == key) return *at;
  }
  return nullptr;
}

std::int64_t OpenDocument::integer(weft_id span, weft_id key, std::int64_t missing) const {
  const weft_attr* attribute = find(span, key);
  const bool known = attribute != nullptr && attribute->value.kind == WEFT_VALUE_INTEGER;
  return known ? attribute->value.as.integer : missing;
}

std::string_view OpenDocument::string(weft_id span, weft_id key) const {
  const weft_attr* attribute = find(span, key);
  const bool known = attribute != nullptr && attribute->value.kind == WEFT_VALUE_STRING;
  return known ? to_view(attribute->value.as.string) : std::string_view{};
}

std::vector<std::string> OpenDocument::lines(weft_id span, weft_id key) const {
  std::vector<std::string> out;
  auto at =
      std::partition_point(attributes_.begin(), attributes_.end(),
                           [&](const weft_attr* attribute) { return attribute->owner < span; });
  for (; at != attributes_.end() && (*at)->owner == span; ++at) {
    if ((*at)->key == key && (*at)->value.kind == WEFT_VALUE_STRING)
      out.push_back(one_line(to_view((*at)->value.as.string)));
  }
  return out;
}

std::string OpenDocument::language_of(const weft_span& span) const {
  std::string_view tag;
  for (const weft_span* at = &span; at != nullptr && tag.empty();
       at = document_.find_span(at->parent))
    tag = string(at->id, names_.lang);
  if (tag.empty()) tag = to_view(document_.view(span.view - 1).lang);
  return tag == "mul" || tag == "und" ? std::string() : std::string(tag);
}

std::string OpenDocument::clean(std::string_view text) const {
  Cleaned cleaned = clean_for_xml(text);
  replaced_ += cleaned.changed;
  return std::move(cleaned.text);
}

std::string OpenDocument::one_line(std::string_view text) const {
  return fold_space(clean(text));
}

}  // namespace weft
