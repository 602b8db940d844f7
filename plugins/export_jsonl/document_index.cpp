// SPDX-License-Identifier: Apache-2.0
/// Sorts, numbers and looks up the parts of a document.
#include "document_index.hpp"

#include <algorithm>
#include <tuple>

namespace weft {
namespace {

/// A range followed through the parents of its view to a view made from a source.
struct RootRange {
  weft_id view = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

RootRange root_of(const Document& document, const weft_span& span) {
  RootRange out{span.view, span.begin, span.end};
  for (;;) {
    const weft_view& view = document.view(out.view - 1);
    if (view.parent == 0) return out;
    const MappedRange range = trace({view.runs, view.n_runs}, static_cast<std::uint32_t>(out.begin),
                                    static_cast<std::uint32_t>(out.end));
    if (!range.known) return out;
    out = {view.parent, range.begin, range.end};
  }
}

auto owner_of(const weft_attr* attribute) {
  return std::make_tuple(attribute->owner_kind, attribute->owner);
}

}  // namespace

ExportNames::ExportNames() {
  for (const KeepOfType& each : kKeepOfTypes)
    keep_.emplace(name(each.type), each.keep);
}

DocumentIndex::DocumentIndex(const Document& document, const ExportNames& names)
    : document_(document), names_(names) {
  std::vector<weft_span> spans(document.spans().begin(), document.spans().end());
  Document::sort_in_text_order(spans);
  std::map<Place, std::size_t> begins;
  std::map<Place, std::size_t> ends;
  for (const weft_span& span : spans) {
    switch (names.keep(span.type)) {
      case Keep::kSentence:
        sentence_of_.emplace(span.id, sentences_.size());
        sentences_.push_back(span);
        break;
      case Keep::kOther:
        other_of_.emplace(span.id, others_.size());
        others_.push_back(span);
        break;
      default:
        add_block(span, begins, ends);
    }
  }
  for (const weft_attr& attribute : document.attributes())
    attributes_.push_back(&attribute);
  std::stable_sort(
      attributes_.begin(), attributes_.end(),
      [](const weft_attr* a, const weft_attr* b) { return owner_of(a) < owner_of(b); });
}

bool DocumentIndex::is_most_of(std::uint64_t size, std::size_t block) const {
  const RootRange whole = root_of(document_, blocks_[block]);
  return size * 10 >= (whole.end - whole.begin) * 9;
}

void DocumentIndex::add_block(const weft_span& span, std::map<Place, std::size_t>& begins,
                              std::map<Place, std::size_t>& ends) {
  const RootRange root = root_of(document_, span);
  const Place begin{span.type, root.view, root.begin};
  const Place end{span.type, root.view, root.end};
  const bool derived = root.view != span.view;
  if (derived) {
    const auto same_begin = begins.find(begin);
    const auto same_end = ends.find(end);
    const bool whole = same_begin != begins.end() && same_end != ends.end() &&
                       same_begin->second == same_end->second;
    // Repaired at one of its ends it is the same block; a line or sentence of it is another.
    for (const auto& [place, found] : {std::pair(same_begin, same_begin != begins.end()),
                                       std::pair(same_end, same_end != ends.end())}) {
      if (!found || !is_most_of(root.end - root.begin, place->second)) continue;
      block_of_.emplace(span.id, place->second);
      // What a later stage repaired is what it was asked for.
      weft_span& block = blocks_[place->second];
      if (whole && document_.text(span) != document_.text(block)) block = span;
      return;
    }
  }
  block_of_.emplace(span.id, blocks_.size());
  begins.emplace(begin, blocks_.size());
  ends.emplace(end, blocks_.size());
  blocks_.push_back(span);
}

std::span<const weft_attr* const> DocumentIndex::attributes(std::uint32_t owner_kind,
                                                            weft_id owner) const {
  const auto wanted = std::make_tuple(owner_kind, owner);
  const auto first = std::lower_bound(
      attributes_.begin(), attributes_.end(), wanted,
      [](const weft_attr* attribute, const auto& key) { return owner_of(attribute) < key; });
  auto last = first;
  while (last != attributes_.end() && owner_of(*last) == wanted)
    ++last;
  return {first, last};
}

const weft_attr* DocumentIndex::find(std::uint32_t owner_kind, weft_id owner, weft_id key) const {
  for (const weft_attr* attribute : attributes(owner_kind, owner)) {
    if (attribute->key == key) return attribute;
  }
  return nullptr;
}

std::string_view DocumentIndex::language(const weft_span& span) const {
  for (const weft_span* at = &span; at != nullptr;
       at = at->parent == 0 ? nullptr : document_.find_span(at->parent)) {
    const weft_attr* attribute = find(WEFT_ON_SPAN, at->id, names_.lang);
    if (attribute != nullptr && attribute->value.kind == WEFT_VALUE_STRING)
      return to_view(attribute->value.as.string);
  }
  return to_view(document_.view(span.view - 1).lang);
}

}  // namespace weft
