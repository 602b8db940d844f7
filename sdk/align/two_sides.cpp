// SPDX-License-Identifier: Apache-2.0
/// Picking views by language, and cutting them into sections at linked blocks.
#include "weft/align/two_sides.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "weft/text/language.hpp"

namespace weft {
namespace {

/// Which sentences are in a section already.
struct Taken {
  const Side* side = nullptr;
  std::vector<bool> flags;
  std::uint32_t passed = 0;  // those before are done with

  explicit Taken(const Side& all) : side(&all), flags(all.sentences.size(), false) {}

  /// Takes the sentences that begin within a block.
  void take(const weft_span& block, std::vector<std::uint32_t>& into) {
    const auto& all = side->sentences;
    const auto begin = std::partition_point(
        all.begin(), all.end(), [&](const weft_span& s) { return s.begin < block.begin; });
    for (auto s = begin; s != all.end() && s->begin < block.end; ++s) {
      const auto i = static_cast<std::size_t>(s - all.begin());
      if (!flags[i]) into.push_back(static_cast<std::uint32_t>(i));
      flags[i] = true;
    }
  }
  /// Those up to `end` that no section has.
  std::vector<std::uint32_t> left_over(std::size_t end) {
    std::vector<std::uint32_t> out;
    for (; passed < end; ++passed) {
      if (!flags[passed]) out.push_back(passed);
    }
    return out;
  }
};

std::vector<Section> linked_sections(const Document& document, weft_id parallel_type, Taken& source,
                                     Taken& target) {
  std::vector<Section> out;
  for (const weft_link& link : document.links()) {
    if (link.type != parallel_type) continue;
    std::vector<const weft_span*> from;
    std::vector<const weft_span*> to;
    for (const weft_end& end : document.ends(link)) {
      const weft_span* block = document.find_span(end.span);
      if (block == nullptr) continue;
      if (block->view == source.side->view) from.push_back(block);
      if (block->view == target.side->view) to.push_back(block);
    }
    if (from.empty() || to.empty()) continue;
    Section section;
    for (const weft_span* block : from)
      source.take(*block, section.source);
    for (const weft_span* block : to)
      target.take(*block, section.target);
    std::sort(section.source.begin(), section.source.end());
    std::sort(section.target.begin(), section.target.end());
    out.push_back(std::move(section));
  }
  return out;
}

/// Not the view `other`; Side::view is 0 when there is none.
Side pick_side(const Document& document, std::string_view range, weft_id sentence_type,
               weft_id other) {
  Side best;
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    const weft_view& view = document.view(i);
    if (view.id == other || !document.is_leaf(view.id)) continue;
    if (!matches_range(to_view(view.lang), range)) continue;
    Side side{view.id, document.spans(sentence_type, view.id)};
    if (best.view == 0 || side.sentences.size() > best.sentences.size()) best = std::move(side);
  }
  return best;
}

std::string why_missing(const Side& side, std::string_view range) {
  if (!side.sentences.empty()) return {};
  return (side.view == 0 ? "no " : "no sentences in the ") + std::string(range) + " view";
}

}  // namespace

SidePair pick_sides(const Document& document, std::string_view source_range,
                    std::string_view target_range, weft_id sentence_type) {
  SidePair out;
  out.source = pick_side(document, source_range, sentence_type, 0);
  out.target = pick_side(document, target_range, sentence_type, out.source.view);
  out.missing = why_missing(out.source, source_range);
  if (out.missing.empty()) out.missing = why_missing(out.target, target_range);
  return out;
}

std::vector<Section> sections_of(const Document& document, const Side& source, const Side& target,
                                 weft_id parallel_type) {
  Taken from(source);
  Taken to(target);
  std::vector<Section> linked = linked_sections(document, parallel_type, from, to);
  if (linked.empty()) {
    return {{from.left_over(source.sentences.size()), to.left_over(target.sentences.size())}};
  }
  std::stable_sort(linked.begin(), linked.end(), [](const Section& a, const Section& b) {
    if (a.source.empty() || b.source.empty()) return !a.source.empty();
    return a.source.front() < b.source.front();
  });
  std::vector<Section> out;
  const auto add = [&](Section section) {
    if (!section.source.empty() || !section.target.empty()) out.push_back(std::move(section));
  };
  for (Section& section : linked) {
    if (!section.source.empty()) add({from.left_over(section.source.front()), {}});
    if (!section.target.empty()) add({{}, to.left_over(section.target.front())});
    add(std::move(section));
  }
  add({from.left_over(source.sentences.size()), {}});
  add({{}, to.left_over(target.sentences.size())});
  return out;
}

Sentences measure(const Side& side, const std::vector<std::uint32_t>& members) {
  Sentences out;
  weft_id block = 0;
  for (const std::uint32_t i : members) {
    const weft_span& sentence = side.sentences[i];
    out.bytes.push_back(sentence.end - sentence.begin);
    out.begins_block.push_back(sentence.parent != 0 && sentence.parent != block ? 1 : 0);
    block = sentence.parent;
  }
  return out;
}

}  // namespace weft
