// SPDX-License-Identifier: Apache-2.0
/// The markup of TMX; attributes and elements in the order of its DTD.
#include "write_tmx.hpp"

#include "weft/exports/xml_text.hpp"

namespace weft {
namespace {

void append_property(std::string& out, std::string_view indent, std::string_view type,
                     std::string_view value) {
  if (value.empty()) return;
  out += indent;
  out += "<prop";
  append_attribute(out, "type", type);
  out += '>';
  append_escaped(out, value);
  out += "</prop>\n";
}

void append_variant(std::string& out, std::string_view language, const PairSide& side) {
  if (side.empty()) return;
  out += "  <tuv";
  append_attribute(out, "xml:lang", language);
  out += ">\n";
  append_property(out, "   ", "x-source", side.source_uri);
  append_property(out, "   ", "x-source-bytes", side.ranges);
  out += "   <seg>";
  append_escaped(out, side.text);
  out += "</seg>\n  </tuv>\n";
}

}  // namespace

std::string tmx_head(const TmxHeader& header) {
  std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header creationtool="weft")";
  append_attribute(out, "creationtoolversion", header.tool_version);
  out += R"( segtype="sentence" o-tmf="weft" adminlang="en")";
  append_attribute(out, "srclang", header.source_language);
  out += R"( datatype="plaintext")";
  if (!header.creation_date.empty()) append_attribute(out, "creationdate", header.creation_date);
  out += ">\n";
  append_property(out, "  ", "x-pipeline", header.pipeline);
  append_property(out, "  ", "x-pipeline-hash", header.pipeline_hash);
  out += " </header>\n <body>\n";
  return out;
}

std::string tmx_tail() {
  return " </body>\n</tmx>\n";
}

void append_unit(std::string& out, const TmxUnit& unit) {
  out += " <tu";
  append_attribute(out, "tuid", unit.id);
  out += ">\n";
  append_property(out, "  ", "x-document", unit.document);
  append_property(out, "  ", "x-score", score_text(unit.pair->score));
  append_property(out, "  ", "x-method", unit.pair->method);
  append_property(out, "  ", "x-reject", unit.pair->reject);
  append_property(out, "  ", "x-review", unit.pair->review);
  for (const std::string& finding : unit.pair->findings)
    append_property(out, "  ", "x-finding", finding);
  append_property(out, "  ", "x-context-pre", unit.before);
  append_property(out, "  ", "x-context-post", unit.after);
  append_variant(out, unit.source_language, unit.pair->source);
  append_variant(out, unit.target_language, unit.pair->target);
  out += " </tu>\n";
}

}  // namespace weft
