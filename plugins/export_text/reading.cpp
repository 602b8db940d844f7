// SPDX-License-Identifier: Apache-2.0
/// From spans, links and metadata to what is read.
#include "reading.hpp"

#include <algorithm>

#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::string one_line(std::string_view text) {
  return fold_space(clean_for_xml(text).text);
}

void add_unless_there(std::vector<std::string>& list, std::string_view text) {
  std::string line = one_line(text);
  if (line.empty() || std::find(list.begin(), list.end(), line) != list.end()) return;
  list.push_back(std::move(line));
}

/// A whole view repaired: "clean", or "en.clean" of a paired document.
bool is_clean_copy(const weft_view& view) {
  const std::string_view called = to_view(view.name);
  return view.parent != 0 &&
         (called == WEFT_VIEW_CLEAN || called.ends_with(std::string(".") + WEFT_VIEW_CLEAN));
}

/// True in views that were made from a source, or in their repaired copies: they hold every block
/// once.
bool is_root(const Document& document, weft_id id) {
  const weft_view& view = document.view(id - 1);
  if (view.parent != 0 && !is_clean_copy(view)) return false;
  for (std::size_t i = 0; i < document.view_count(); ++i) {
    if (document.view(i).parent == id && is_clean_copy(document.view(i))) return false;
  }
  return true;
}

/// The block a span is in, in the view made from the source, or in its repaired copy; `blocks` of
/// such views in text order.
weft_id root_block(const Document& document, const weft_span& span,
                   const std::vector<weft_span>& blocks) {
  MappedRange range{span.begin, span.end, true};
  weft_id view = span.view;
  while (!is_root(document, view)) {
    if (document.view(view - 1).parent == 0) return 0;
    const weft_view& here = document.view(view - 1);
    range = trace({here.runs, here.n_runs}, static_cast<std::uint32_t>(range.begin),
                  static_cast<std::uint32_t>(range.end));
    if (!range.known) return 0;
    view = here.parent;
  }
  const auto behind =
      std::partition_point(blocks.begin(), blocks.end(), [&](const weft_span& block) {
        return block.view != view ? block.view < view : block.begin <= range.begin;
      });
  if (behind == blocks.begin()) return 0;
  const weft_span& block = *(behind - 1);
  if (block.view == view && range.begin < block.end) return block.id;
  return 0;
}

void append_sentence(std::string& text, std::string_view sentence) {
  const bool tight =
      text.empty() || sentence.empty() || static_cast<unsigned char>(sentence.front()) >= 0xE2;
  text += tight ? "" : " ";
  text += sentence;
}

}  // namespace

Reader::Reader()
    : facts_{{name(WEFT_KEY_AUTHOR), "Author"},
             {name(WEFT_KEY_TRANSLATOR), "Translator"},
             {name(WEFT_KEY_DATE_PUBLISHED), "Published"},
             {name(WEFT_KEY_DATE_MODIFIED), "Modified"},
             {name(WEFT_KEY_PUBLISHER), "Publisher"},
             {name(WEFT_KEY_SITE), "Site"},
             {name(WEFT_KEY_LANGUAGE), "Language"},
             {name(WEFT_KEY_LICENSE), "License"},
             {name(WEFT_SPAN_KEYPHRASE), "Key phrases"}},
      urls_{name(WEFT_KEY_URL), name(WEFT_KEY_TRANSLATION_OF)} {
  const auto put = [this](const char* type, Role role, Shape shape = Shape::kParagraph) {
    types_[name(type)] = {role, shape};
  };
  put(WEFT_SPAN_TITLE, Role::kTitle);
  put(WEFT_SPAN_DECK, Role::kDeck);
  put(WEFT_SPAN_SENTENCE, Role::kSentence);
  put(WEFT_SPAN_PARAGRAPH, Role::kBlock);
  put(WEFT_SPAN_HEADING, Role::kBlock, Shape::kHeading);
  put(WEFT_SPAN_LIST_ITEM, Role::kBlock, Shape::kListItem);
  put(WEFT_SPAN_QUOTE, Role::kBlock, Shape::kQuote);
  put(WEFT_SPAN_TABLE_CELL, Role::kBlock, Shape::kCells);
  put(WEFT_SPAN_CODE, Role::kBlock, Shape::kCode);
}

const Reader::Type* Reader::type_of(const weft_span& span) const {
  const auto found = types_.find(span.type);
  return found == types_.end() ? nullptr : &found->second;
}

/// Body blocks of the views made from sources; of nested ones the innermost.
std::vector<weft_span> Reader::blocks(const Document& document) const {
  std::vector<weft_span> out;
  std::vector<weft_id> outer;
  for (const weft_span& span : document.spans()) {
    const Type* type = type_of(span);
    if (type == nullptr || type->role != Role::kBlock || !is_root(document, span.view)) continue;
    out.push_back(span);
    if (span.parent != 0) outer.push_back(span.parent);
  }
  std::sort(outer.begin(), outer.end());
  std::erase_if(out, [&](const weft_span& span) {
    return std::binary_search(outer.begin(), outer.end(), span.id);
  });
  Document::sort_in_text_order(out);
  interleave(document, out);
  return out;
}

/// Puts the blocks of a second text of the document behind those of the first that they translate.
void Reader::interleave(const Document& document, std::vector<weft_span>& blocks) const {
  if (blocks.empty() || blocks.front().view == blocks.back().view) return;
  std::unordered_map<weft_id, std::size_t> place;  // of the first view's blocks
  const weft_id first_view = blocks.front().view;
  for (std::size_t i = 0; i < blocks.size() && blocks[i].view == first_view; ++i)
    place.emplace(blocks[i].id, i);
  std::unordered_map<weft_id, std::size_t> anchor;  // of the other blocks: the last they translate
  for (const weft_link& link : document.links()) {
    if (link.type != bead_ && link.type != parallel_) continue;
    std::size_t last = 0;
    std::vector<weft_id> others;
    for (const weft_end& end : document.ends(link)) {
      const weft_span* span = document.find_span(end.span);
      const weft_id block = span == nullptr ? 0 : root_block(document, *span, blocks);
      const auto found = place.find(block);
      if (found == place.end()) {
        others.push_back(block);
      } else {
        last = std::max(last, found->second + 1);
      }
    }
    for (const weft_id block : others)
      anchor[block] = std::max(anchor[block], last);
  }
  std::vector<std::pair<std::size_t, weft_span>> keyed;
  std::size_t reached = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].view == first_view) {
      keyed.emplace_back(i + 1, blocks[i]);
      continue;
    }
    if (i > 0 && blocks[i].view != blocks[i - 1].view) reached = 0;
    const auto found = anchor.find(blocks[i].id);
    if (found != anchor.end()) reached = std::max(reached, found->second);
    keyed.emplace_back(reached, blocks[i]);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < blocks.size(); ++i)
    blocks[i] = keyed[i].second;
}

Passage Reader::passage(const Document& document, const weft_span& span) const {
  Passage out;
  out.shape = type_of(span)->shape;
  out.text = out.shape == Shape::kCode ? clean_for_xml(document.text(span)).text
                                       : one_line(document.text(span));
  if (out.shape == Shape::kHeading) {
    const weft_attr* level = document.find(on_span(span.id), level_);
    const bool known = level != nullptr && level->value.kind == WEFT_VALUE_INTEGER;
    out.depth =
        known ? static_cast<int>(std::clamp<std::int64_t>(level->value.as.integer, 1, 6)) : 2;
    return out;
  }
  int lists = 0;
  for (weft_id id = span.parent; id != 0;) {
    const weft_span* around = document.find_span(id);
    if (around == nullptr) break;
    if (around->type == quote_ && out.shape == Shape::kParagraph) out.shape = Shape::kQuote;
    lists += around->type == list_ ? 1 : 0;
    id = around->parent;
  }
  out.depth = std::max(1, lists);
  return out;
}

void Reader::read_facts(const Document& document, Reading& out) const {
  const auto values = [&](weft_id key) {
    std::vector<std::string> list;
    for (const weft_attr& attribute : document.attributes()) {
      if (attribute.owner_kind == WEFT_ON_DOCUMENT && attribute.key == key &&
          attribute.value.kind == WEFT_VALUE_STRING)
        add_unless_there(list, to_view(attribute.value.as.string));
    }
    return list;
  };
  for (const auto& [key, label] : facts_) {
    std::string joined;
    for (const std::string& value : values(key))
      joined += (joined.empty() ? "" : ", ") + value;
    if (!joined.empty()) out.facts.emplace_back(label, joined);
  }
  for (const weft_id key : urls_) {
    for (const std::string& url : values(key))
      add_unless_there(out.urls, url);
  }
  for (const std::string& title : values(title_)) {
    if (out.titles.empty()) out.titles.push_back(title);
  }
  for (const std::string& deck : values(deck_)) {
    if (out.decks.empty()) out.decks.push_back(deck);
  }
  for (const std::string& headline : values(headline_)) {
    if (out.titles.empty()) out.titles.push_back(headline);
  }
  if (out.titles.empty()) out.titles.push_back(one_line(document.id()));
}

void Reader::read_summary(const Document& document, Reading& out) const {
  std::unordered_map<weft_id, const weft_link*> beads;
  for (const weft_link& link : document.links()) {
    if (link.type != bead_) continue;
    for (const weft_end& end : document.ends(link))
      beads.emplace(end.span, &link);
  }
  // What was shown as a translation, or with the sentences before it, is not shown again.
  std::unordered_set<weft_id> shown;
  for (const weft_link& link : document.links()) {
    if (link.type != summary_) continue;
    for (const weft_end& end : document.ends(link)) {
      const weft_span* sentence = document.find_span(end.span);
      if (sentence == nullptr || !shown.insert(end.span).second) continue;
      SummaryLine line{one_line(document.text(*sentence)), {}};
      const auto bead = beads.find(end.span);
      if (bead != beads.end()) add_bead(document, link, *bead->second, *sentence, shown, line);
      out.summary.push_back(std::move(line));
    }
  }
}

/// The rest of a picked bead: sentences of the same language that were picked too, and the
/// translation.
void Reader::add_bead(const Document& document, const weft_link& summary, const weft_link& bead,
                      const weft_span& sentence, std::unordered_set<weft_id>& shown,
                      SummaryLine& line) {
  const auto picked = document.ends(summary);
  for (const weft_end& end : document.ends(bead)) {
    const weft_span* span = document.find_span(end.span);
    if (span == nullptr || span->id == sentence.id) continue;
    const bool translates = span->view != sentence.view;
    const bool is_picked = std::any_of(picked.begin(), picked.end(),
                                       [&](const weft_end& pick) { return pick.span == span->id; });
    if (!translates && !is_picked) continue;
    shown.insert(span->id);
    append_sentence(translates ? line.translation : line.text, one_line(document.text(*span)));
  }
}

Reading Reader::read(const Document& document) const {
  Reading out;
  std::vector<weft_span> spans(document.spans().begin(), document.spans().end());
  Document::sort_in_text_order(spans);
  for (const weft_span& span : spans) {
    const Type* type = type_of(span);
    if (type == nullptr || !is_root(document, span.view)) continue;
    if (type->role == Role::kTitle) add_unless_there(out.titles, document.text(span));
    if (type->role == Role::kDeck) add_unless_there(out.decks, document.text(span));
  }
  read_facts(document, out);
  read_summary(document, out);
  weft_id table = 0;
  for (const weft_span& span : blocks(document)) {
    Passage next = passage(document, span);
    if (next.text.empty()) continue;
    // Cells of one table are read in one line.
    const bool joins = next.shape == Shape::kCells && !out.body.empty() && span.parent != 0 &&
                       span.parent == table;
    table = next.shape == Shape::kCells ? span.parent : 0;
    if (joins) {
      out.body.back().text += " | " + next.text;
    } else {
      out.body.push_back(std::move(next));
    }
  }
  return out;
}

}  // namespace weft
