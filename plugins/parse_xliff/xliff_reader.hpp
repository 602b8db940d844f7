// SPDX-License-Identifier: Apache-2.0
/// Reads the units of a localization file (XLIFF 1.x and 2.x).
#pragma once

#include <weft/bitext/inline_text.hpp>
#include <weft/bitext/unit_reader.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace weft {

class XliffReader final : public UnitReader {
 public:
  using UnitReader::UnitReader;

  void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t position,
             std::uint32_t size) override;
  void end(std::string_view name) override;
  void text(const XmlText& piece) override;
  [[nodiscard]] std::string_view title(std::size_t part) const override;

 private:
  /// A <segment> of version 2: its segments' numbers in the texts, if they have any.
  struct Pair {
    std::string id;
    std::string state;
    double score = kNoScore;
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
  };

  bool start_structure(std::string_view name, const XmlAttributes& attributes,
                       std::uint64_t position);
  bool begin_text(std::string_view name, const XmlAttributes& attributes);
  void begin_file(const XmlAttributes& attributes);
  void begin_unit(const XmlAttributes& attributes, std::uint64_t position);
  void end_text();
  void end_unit();
  void pair_marks(const std::vector<std::string>& source, const std::vector<std::string>& target);
  void note_score(const XmlAttributes& attributes);

  std::size_t skip_ = 0;        // depth in an element that is passed over
  std::vector<char> preserve_;  // white space, by depth
  bool has_root_ = false;
  bool in_unit_ = false;
  bool in_segment_ = false;
  std::string source_language_;
  std::string target_language_;
  std::vector<std::string> titles_;
  // Of the unit.
  std::uint64_t unit_begin_ = 0;
  std::string unit_id_;
  Pair about_;  // of the unit in version 1, of the segment in version 2
  std::vector<Pair> pairs_;
  std::string unit_target_language_;
  InlineText source_;
  InlineText marked_source_;  // seg-source
  InlineText target_;
  InlineText* reading_ = nullptr;
};

}  // namespace weft
