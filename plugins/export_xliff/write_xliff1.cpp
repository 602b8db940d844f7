// SPDX-License-Identifier: Apache-2.0
/// The markup of XLIFF 1.2. What is known of a pair are contexts, what is said of it are notes.
#include "weft/exports/xml_text.hpp"
#include "write_xliff.hpp"

namespace weft {
namespace {

void append_text(std::string& out, std::string_view element, std::string_view text) {
  out += '>';
  append_escaped(out, text);
  out += "</";
  out += element;
  out += ">\n";
}

void append_context(std::string& out, std::string_view type, std::string_view value) {
  if (value.empty()) return;
  out += "     <context";
  append_attribute(out, "context-type", type);
  append_text(out, "context", value);
}

void append_contexts(std::string& out, const Pair& pair) {
  std::string contexts;
  append_context(contexts, "x-score", score_text(pair.score));
  append_context(contexts, "x-method", pair.method);
  append_context(contexts, "sourcefile", pair.source.source_uri);
  append_context(contexts, "x-source-bytes", pair.source.ranges);
  append_context(contexts, "x-target-file", pair.target.source_uri);
  append_context(contexts, "x-target-bytes", pair.target.ranges);
  if (contexts.empty()) return;
  out += "    <context-group purpose=\"information\">\n" + contexts + "    </context-group>\n";
}

void append_note(std::string& out, std::string_view indent, std::string_view kind,
                 std::string_view value) {
  if (value.empty()) return;
  out += indent;
  out += "<note from=\"weft\">";
  out += kind;
  append_escaped(out, value);
  out += "</note>\n";
}

void append_unit(std::string& out, const XliffUnit& unit) {
  out += "   <trans-unit";
  append_attribute(out, "id", unit.id);
  if (unit.state == UnitState::kReviewed || unit.state == UnitState::kFinal)
    out += " approved=\"yes\"";
  out += ">\n    <source";
  append_text(out, "source", unit.pair->source.text);
  if (!unit.pair->target.empty()) {
    out += "    <target";
    append_attribute(out, "state", state_name1(unit.state));
    append_text(out, "target", unit.pair->target.text);
  }
  append_contexts(out, *unit.pair);
  append_note(out, "    ", "rejected: ", unit.pair->reject);
  for (const std::string& finding : unit.pair->findings)
    append_note(out, "    ", "finding: ", finding);
  out += "   </trans-unit>\n";
}

}  // namespace

std::string Xliff1Writer::head(const XliffOutput& /*output*/) const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n";
}

void Xliff1Writer::append(std::string& out, const XliffOutput& output,
                          const XliffFile& file) const {
  out += " <file";
  append_attribute(out, "original", file.document);
  append_attribute(out, "source-language", file.source_language);
  append_attribute(out, "target-language", file.target_language);
  out += " datatype=\"plaintext\" tool-id=\"weft\"";
  if (!output.created.empty()) append_attribute(out, "date", output.created);
  out += " xml:space=\"preserve\">\n  <header>\n   <tool tool-id=\"weft\" tool-name=\"weft\"";
  append_attribute(out, "tool-version", output.made_by.version);
  out += "/>\n";
  append_note(out, "   ", "pipeline: ", output.made_by.pipeline);
  append_note(out, "   ", "pipeline-hash: ", output.made_by.pipeline_hash);
  out += "  </header>\n  <body>\n";
  for (const XliffUnit& unit : file.units)
    append_unit(out, unit);
  out += "  </body>\n </file>\n";
}

std::string Xliff1Writer::empty_file(const XliffOutput& output) const {
  std::string out;
  append(out, output, {"", output.source_language, output.target_language, {}});
  return out;
}

}  // namespace weft
