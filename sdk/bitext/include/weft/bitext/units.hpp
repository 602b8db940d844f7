// SPDX-License-Identifier: Apache-2.0
/// Translation units as parsers of bilingual formats read them, and how they become a document.
#pragma once

#include <weft/bitext/unit_text.hpp>
#include <weft/document.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// One language of a unit.
struct UnitSide {
  std::string view;  ///< the view it goes to; most often its language
  std::string lang;
  UnitText text;
};

/// Segments that translate each other: numbers of sides and of segments in them.
struct UnitBead {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::uint32_t source = kNone;  ///< side, kNone in a null bead
  std::uint32_t target = kNone;
  std::vector<std::uint32_t> source_segments = {};
  std::vector<std::uint32_t> target_segments = {};
  std::string id = {};
  std::string state = {};
  std::string method = {};
  double score = kNoScore;
};

struct TranslationUnit {
  std::vector<UnitSide> sides;
  std::vector<UnitBead> beads;
};

/// Writes units into a document: a view a language, a paragraph a unit and side, a sentence a
/// segment, links of type bead, and the metadata layout, language and languages. A name is interned
/// by each, so keep one object a stage.
class UnitWriter {
 public:
  /// `method` of beads that name none: the plugin's id.
  explicit UnitWriter(std::string_view method);
  /// `decoding` as XmlStream has it. Throws weft::Error(WEFT_E_LIMIT) when the units are in more
  /// than 200 languages.
  void write(std::span<const TranslationUnit> units, std::span<const weft_run> decoding,
             Document& document) const;

 private:
  std::string method_default_;
  weft_id paragraph_, sentence_, bead_, source_, target_;
  weft_id method_, state_, unit_id_, layout_, language_, languages_;
};

/// The number that a property holds: "0.75", "75%" (0.75); nothing for other text, NaN, infinity.
std::optional<double> read_score(std::string_view text);

/// True for the names under which tools keep how good a translation is: "x-score",
/// "Txt::QualityScore", "match-quality", "mt-quality", "x-confidence", in any case, with any
/// separators.
bool is_score_name(std::string_view type);

}  // namespace weft
