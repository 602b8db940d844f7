// SPDX-License-Identifier: Apache-2.0
/// Reads the units of a translation memory (TMX 1.1 to 1.4b).
#pragma once

#include <weft/bitext/inline_text.hpp>
#include <weft/bitext/unit_reader.hpp>

#include <string>
#include <string_view>

namespace weft {

class TmxReader final : public UnitReader {
 public:
  using UnitReader::UnitReader;

  void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t position,
             std::uint32_t size) override;
  void end(std::string_view name) override;
  void text(const XmlText& piece) override;

 private:
  enum class In : std::uint8_t { kFile, kUnit, kVariant };

  void begin_unit(const XmlAttributes& attributes, std::uint64_t position);
  void begin_variant(const XmlAttributes& attributes);
  void end_variant();
  void end_unit();
  void take_property();
  [[nodiscard]] std::size_t find_source() const;

  In in_ = In::kFile;
  bool has_root_ = false;
  std::string header_source_;
  // Of the unit.
  std::uint64_t unit_begin_ = 0;
  std::string source_language_;
  UnitBead about_;  // id, state, method and score of its beads
  TranslationUnit unit_;
  // Of the variant.
  std::string variant_language_;
  bool preserve_ = false;
  bool has_segment_ = false;
  InlineText segment_;
  UnitText variant_text_;
  // Of a property.
  bool in_property_ = false;
  std::string property_type_;
  std::string property_;
};

}  // namespace weft
