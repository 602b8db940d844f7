// SPDX-License-Identifier: Apache-2.0
/// Collects the text of one side of a translation unit, with its way back to the file.
#pragma once

#include <weft/bitext/xml_stream.hpp>
#include <weft/offset_map.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weft {

/// A sentence in the text of a unit: bytes [begin, end), never empty.
struct SegmentRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What a unit says in one language.
struct UnitText {
  std::string text;
  std::vector<weft_run> runs;  ///< to bytes of the decoded file
  std::vector<SegmentRange> segments;
};

/// Grows a UnitText. White space at the ends is left out; inside, a run of it that holds a line
/// break becomes one space, as XML editors wrap lines at will, unless `preserve` is set.
class UnitTextBuilder {
 public:
  void add(const XmlText& piece);
  /// A character made from markup.
  void add_code_point(char32_t point, std::uint64_t begin, std::uint32_t size);
  void set_preserve(bool preserve) { preserve_ = preserve; }

  /// Text up to end_segment is one sentence.
  void begin_segment();
  /// True when it had text; its number is then the number of those before it.
  bool end_segment();
  /// All text so far, if there is any, as the only sentence.
  void make_one_segment();

  /// Text that belongs to the unit but to no sentence is kept behind it.
  void append_aside(UnitText aside);

  [[nodiscard]] bool empty() const { return made_.text.empty(); }
  [[nodiscard]] std::size_t size() const { return made_.text.size(); }
  [[nodiscard]] std::size_t segments() const { return made_.segments.size(); }
  /// The text; the builder is empty afterwards and keeps `preserve`.
  UnitText take();

 private:
  void add_visible(const XmlText& piece);
  void flush_space();
  void put(const XmlText& piece);

  UnitText made_;
  OffsetMapBuilder map_;
  std::string space_;            // waiting: only text behind it makes it count
  std::vector<XmlText> spaces_;  // its pieces; their texts are of space_ by size alone
  bool preserve_ = false;
  bool segment_waits_ = false;  // begun, no text yet
  std::uint32_t segment_begin_ = 0;
};

}  // namespace weft
