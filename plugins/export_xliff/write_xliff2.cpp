// SPDX-License-Identifier: Apache-2.0
/// The markup of XLIFF 2.0 and 2.1. What is known of a pair is in the metadata module, what is said
/// of it in notes; both stand before the segment.
#include "weft/exports/xml_text.hpp"
#include "write_xliff.hpp"

namespace weft {
namespace {

void append_meta(std::string& out, std::string_view type, std::string_view value) {
  if (value.empty()) return;
  out += "    <mda:meta";
  append_attribute(out, "type", type);
  out += '>';
  append_escaped(out, value);
  out += "</mda:meta>\n";
}

/// Nothing where there are no metas: a group may not be empty.
void append_group(std::string& out, std::string_view applies_to, const std::string& metas) {
  if (metas.empty()) return;
  out += "   <mda:metaGroup category=\"weft\"";
  if (!applies_to.empty()) append_attribute(out, "appliesTo", applies_to);
  out += ">\n" + metas + "   </mda:metaGroup>\n";
}

void append_metadata(std::string& out, const std::string& groups) {
  if (groups.empty()) return;
  out += "  <mda:metadata>\n" + groups + "  </mda:metadata>\n";
}

/// What the texts of a side are in, which may be narrower than what the output names: zh-Hans in
/// "zh". Said once for the file, and of a unit only where it differs.
struct SideLanguages {
  std::string_view source;
  std::string_view target;
};

SideLanguages languages_of(const XliffFile& file) {
  SideLanguages out;
  for (const XliffUnit& unit : file.units) {
    if (out.source.empty()) out.source = unit.pair->source.language;
    if (out.target.empty()) out.target = unit.pair->target.language;
  }
  return out;
}

void append_language(std::string& out, std::string_view applies_to, std::string_view language,
                     std::string_view written) {
  std::string metas;
  if (language != written) append_meta(metas, "language", language);
  append_group(out, applies_to, metas);
}

void append_side(std::string& out, std::string_view applies_to, const PairSide& side,
                 std::string_view usual) {
  std::string metas;
  append_meta(metas, "file", side.source_uri);
  append_meta(metas, "bytes", side.ranges);
  if (side.language != usual) append_meta(metas, "language", side.language);
  append_group(out, applies_to, metas);
}

void append_category_note(std::string& out, std::string_view id, std::string_view category,
                          std::string_view text) {
  out += "   <note";
  append_attribute(out, "id", id);
  append_attribute(out, "category", category);
  out += '>';
  append_escaped(out, text);
  out += "</note>\n";
}

void append_category_notes(std::string& out, const Pair& pair) {
  if (pair.reject.empty() && pair.findings.empty()) return;
  out += "  <notes>\n";
  if (!pair.reject.empty()) append_category_note(out, "reject", "reject", pair.reject);
  std::size_t count = 0;
  for (const std::string& finding : pair.findings)
    append_category_note(out, "finding-" + std::to_string(++count), "finding", finding);
  out += "  </notes>\n";
}

void append_segment(std::string& out, const XliffUnit& unit) {
  out += "  <segment";
  append_attribute(out, "state", state_name2(unit.state));
  if (unit.state == UnitState::kNeedsReview) out += " subState=\"weft:needs-review\"";
  out += ">\n   <source>";
  append_escaped(out, unit.pair->source.text);
  out += "</source>\n";
  if (!unit.pair->target.empty()) {
    out += "   <target>";
    append_escaped(out, unit.pair->target.text);
    out += "</target>\n";
  }
  out += "  </segment>\n";
}

void append_segment_unit(std::string& out, const SideLanguages& usual, const XliffUnit& unit) {
  out += " <unit";
  append_attribute(out, "id", unit.id);
  out += ">\n";
  std::string metas;
  append_meta(metas, "score", score_text(unit.pair->score));
  append_meta(metas, "method", unit.pair->method);
  std::string groups;
  append_group(groups, "", metas);
  append_side(groups, "source", unit.pair->source, usual.source);
  append_side(groups, "target", unit.pair->target, usual.target);
  append_metadata(out, groups);
  append_category_notes(out, *unit.pair);
  append_segment(out, unit);
  out += " </unit>\n";
}

void open_file(std::string& out, const XliffOutput& output, std::string_view document,
               const SideLanguages& usual) {
  out += "<file";
  append_attribute(out, "id", name_token(document));
  if (!document.empty()) append_attribute(out, "original", document);
  out += " xml:space=\"preserve\">\n";
  std::string metas;
  append_meta(metas, "tool", "weft " + output.made_by.version);
  append_meta(metas, "pipeline", output.made_by.pipeline);
  append_meta(metas, "pipeline-hash", output.made_by.pipeline_hash);
  append_meta(metas, "created", output.created);
  std::string groups;
  append_group(groups, "", metas);
  append_language(groups, "source", usual.source, output.source_language);
  append_language(groups, "target", usual.target, output.target_language);
  append_metadata(out, groups);
}

}  // namespace

std::string Xliff2Writer::head(const XliffOutput& output) const {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\""
      " xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"";
  append_attribute(out, "version", output.version);
  append_attribute(out, "srcLang", output.source_language);
  append_attribute(out, "trgLang", output.target_language);
  return out + ">\n";
}

void Xliff2Writer::append(std::string& out, const XliffOutput& output,
                          const XliffFile& file) const {
  const SideLanguages usual = languages_of(file);
  open_file(out, output, file.document, usual);
  for (const XliffUnit& unit : file.units)
    append_segment_unit(out, usual, unit);
  out += "</file>\n";
}

std::string Xliff2Writer::empty_file(const XliffOutput& output) const {
  std::string out;
  open_file(out, output, {}, {});
  return out + " <group id=\"none\"/>\n</file>\n";
}

}  // namespace weft
