// SPDX-License-Identifier: Apache-2.0
/// Inline elements of TMX 1.x, XLIFF 1.2 and XLIFF 2.x; their names do not collide.
#include "weft/bitext/inline_text.hpp"

#include <charconv>
#include <utility>

namespace weft {
namespace {

bool is_code(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "ph" || name == "it" || name == "ut";
}

bool is_line_break(const XmlAttributes& attributes) {
  return attributes.find("ctype") == "lb" || attributes.find("subType") == "xlf:lb" ||
         attributes.find("type") == "lb";
}

}  // namespace

void InlineText::begin(bool preserve) {
  open_.assign(1, {});
  text_.set_preserve(preserve);
  aside_.set_preserve(preserve);
}

void InlineText::start(std::string_view name, const XmlAttributes& attributes,
                       std::uint64_t position, std::uint32_t size) {
  Open opened{open_.back().mode};
  if (is_code(name)) {
    opened.mode = Mode::kCode;
  } else if (name == "sub") {
    opened.mode = Mode::kAside;
    aside_.add({" ", position, size, false});
  }
  if (opened.mode == Mode::kText && name == "mrk" && attributes.find("mtype") == "seg") {
    opened.segment = true;
    opened.mark = attributes.find("mid");
    has_marks_ = true;
    text_.begin_segment();
  }
  if (open_.back().mode != Mode::kCode) {
    UnitTextBuilder& here = place(open_.back().mode);
    if (is_line_break(attributes)) here.add({" ", position, size, false});
    if (name == "cp") {
      const std::string_view hex = attributes.find("hex");
      std::uint32_t point = 0;
      std::from_chars(hex.data(), hex.data() + hex.size(), point, 16);
      here.add_code_point(point, position, size);
    }
  }
  open_.push_back(std::move(opened));
}

bool InlineText::end() {
  const Open closed = std::move(open_.back());
  open_.pop_back();
  if (closed.segment && text_.end_segment()) marked_.push_back(closed.mark);
  return open_.empty();
}

void InlineText::text(const XmlText& piece) {
  const Mode mode = open_.back().mode;
  if (mode != Mode::kCode) place(mode).add(piece);
}

UnitText InlineText::take(bool whole) {
  if (whole) text_.make_one_segment();
  text_.append_aside(aside_.take());
  marked_.clear();
  has_marks_ = false;
  open_.clear();
  return text_.take();
}

}  // namespace weft
