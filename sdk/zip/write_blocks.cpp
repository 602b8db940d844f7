// SPDX-License-Identifier: Apache-2.0
/// From blocks to a view, spans and attributes.
#include <weft/error.hpp>

#include <algorithm>
#include <map>

#include "weft/zip/blocks.hpp"

namespace weft {
namespace {

/// Interning takes a lock: every name is asked for once a document.
class Names {
 public:
  weft_id operator()(std::string_view text) {
    const auto [found, fresh] = ids_.try_emplace(text, 0);
    if (fresh) found->second = name(text);
    return found->second;
  }

 private:
  std::map<std::string_view, weft_id> ids_;
};

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Writer {
 public:
  Writer(const BlockText& made, Document& document) : made_(made), document_(document) {}

  void write() {
    lay_out();
    NewView view;
    view.name = WEFT_VIEW_TEXT;
    view.text = text_;
    view.lang = made_.lang;
    view_ = document_.add_view(view);
    if (!made_.members.empty() && !made_.members.front().empty())
      document_.set(on_view(view_), names_(WEFT_KEY_MEMBER), made_.members.front());
    spans_.assign(made_.blocks.size(), 0);
    container_spans_.assign(made_.containers.size(), 0);
    for (std::size_t i = 0; i < made_.blocks.size(); ++i)
      add_block(i);
    for (const BlockValue& value : made_.metadata) {
      const weft_id evidence = value.block == kNoBlock ? 0 : spans_.at(value.block);
      document_.add(Owner{}, names_(value.key), value.value,
                    {names_(value.origin), evidence, value.confidence});
    }
  }

 private:
  void lay_out() {
    ranges_.resize(made_.blocks.size());
    around_.assign(made_.containers.size(), {});
    for (std::size_t i = 0; i < made_.blocks.size(); ++i) {
      if (!text_.empty()) text_ += "\n\n";
      ranges_[i].begin = text_.size();
      text_ += made_.blocks[i].text;
      ranges_[i].end = text_.size();
      if (text_.size() > 0xFFFFFFF0U)
        throw Error(WEFT_E_LIMIT, "the document's text reaches 4 GiB; split the document");
      const std::uint32_t container = made_.blocks[i].container;
      if (container != kNoBlock) widen(around_[container], ranges_[i]);
    }
    // Parents come first: from the back every container is whole before its parent takes it in.
    for (std::size_t i = made_.containers.size(); i-- > 0;) {
      const std::uint32_t parent = made_.containers[i].parent;
      if (parent != kNoBlock && around_[i].end > 0) widen(around_[parent], around_[i]);
    }
  }
  static void widen(Range& range, const Range& by) {
    range.begin = range.end == 0 ? by.begin : std::min(range.begin, by.begin);
    range.end = std::max(range.end, by.end);
  }

  /// The span of a container, made with its parents when its first block comes.
  weft_id container_span(std::uint32_t container) {
    std::vector<std::uint32_t> missing;
    for (std::uint32_t at = container; at != kNoBlock && container_spans_[at] == 0;
         at = made_.containers[at].parent)
      missing.push_back(at);
    for (std::size_t i = missing.size(); i-- > 0;) {
      const std::uint32_t at = missing[i];
      const std::uint32_t parent = made_.containers[at].parent;
      container_spans_[at] =
          document_.add_span(names_(made_.containers[at].type), view_, around_[at].begin,
                             around_[at].end, parent == kNoBlock ? 0 : container_spans_[parent]);
    }
    return container == kNoBlock ? 0 : container_spans_[container];
  }

  void add_block(std::size_t i) {
    const Block& block = made_.blocks[i];
    const weft_id span = document_.add_span(names_(block.kind.type), view_, ranges_[i].begin,
                                            ranges_[i].end, container_span(block.container));
    spans_[i] = span;
    if (block.kind.level > 0)
      document_.set(on_span(span), names_(WEFT_KEY_LEVEL), std::int64_t{block.kind.level});
    if (!block.kind.reason.empty())
      document_.set(on_span(span), names_(WEFT_KEY_REASON), block.kind.reason);
    if (block.row > 0 && block.kind.type == WEFT_SPAN_TABLE_CELL) {
      document_.set(on_span(span), names_(WEFT_KEY_ROW), std::int64_t{block.row});
      document_.set(on_span(span), names_(WEFT_KEY_COLUMN), std::int64_t{block.column});
    }
    if (!block.lang.empty()) document_.set(on_span(span), names_(WEFT_KEY_LANG), block.lang);
    const std::string& member = made_.members.at(block.member);
    if (!member.empty()) document_.set(on_span(span), names_(WEFT_KEY_MEMBER), member);
  }

  const BlockText& made_;
  Document& document_;
  Names names_;
  std::string text_;
  weft_id view_ = 0;
  std::vector<Range> ranges_;
  std::vector<Range> around_;
  std::vector<weft_id> spans_;
  std::vector<weft_id> container_spans_;
};

}  // namespace

void write_blocks(const BlockText& made, Document& document) {
  Writer(made, document).write();
}

}  // namespace weft
