// SPDX-License-Identifier: Apache-2.0
/// The text of a segment out of the markup inside it.
#pragma once

#include <weft/bitext/unit_text.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Walks the inline elements of one seg, source or target. Native codes (`bpt`, `ept`, `ph`, `it`,
/// `ut`) are left out, sub-flows inside them are kept behind the text, marked-up text is kept.
class InlineText {
 public:
  void begin(bool preserve);
  /// True between begin and the end of that element.
  [[nodiscard]] bool active() const { return !open_.empty(); }
  void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t position,
             std::uint32_t size);
  /// True when this was the end of the element itself.
  bool end();
  void text(const XmlText& piece);

  /// Bytes collected since begin; the text itself goes on across begin until take.
  [[nodiscard]] std::size_t size() const { return text_.size() + aside_.size(); }
  /// Where marked segments (`mrk mtype="seg"`) count: their ids, in order of those with text.
  [[nodiscard]] const std::vector<std::string>& marked() const { return marked_; }
  [[nodiscard]] bool has_marks() const { return has_marks_; }
  /// True when there is text outside of sub-flows.
  [[nodiscard]] bool has_text() const { return !text_.empty(); }
  UnitTextBuilder& builder() { return text_; }
  /// All of it; `whole` makes the text one segment, sub-flows aside.
  UnitText take(bool whole = false);

 private:
  enum class Mode : std::uint8_t { kText, kCode, kAside };
  struct Open {
    Mode mode = Mode::kText;
    bool segment = false;
    std::string mark = {};
  };
  [[nodiscard]] UnitTextBuilder& place(Mode mode) { return mode == Mode::kText ? text_ : aside_; }

  UnitTextBuilder text_;
  UnitTextBuilder aside_;
  std::vector<Open> open_;
  std::vector<std::string> marked_;
  bool has_marks_ = false;
};

}  // namespace weft
