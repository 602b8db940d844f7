// SPDX-License-Identifier: Apache-2.0
/// Elements and attributes of TEI P5.
#include "write_tei.hpp"

#include "weft/exports/xml_text.hpp"
#include "weft/vocabulary.h"

namespace weft {

void open_document(std::string& out, bool in_corpus) {
  out += in_corpus ? "<TEI>\n" : "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
}

void close_document(std::string& out) {
  out += "</group>\n</text>\n</TEI>\n";
}

void append_empty_document(std::string& out) {
  out +=
      "<TEI>\n<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>No pairs</title>\n</titleStmt>\n"
      "<publicationStmt>\n<p>Made by weft</p>\n</publicationStmt>\n"
      "<sourceDesc>\n<p>None</p>\n</sourceDesc>\n</fileDesc>\n</teiHeader>\n"
      "<text>\n<body>\n<p/>\n</body>\n</text>\n</TEI>\n";
}

void open_texts(std::string& out) {
  out += "<text>\n<group>\n";
}

void append_text(std::string& out, std::string_view language, const SideText& text) {
  out += "<text";
  append_attribute(out, "xml:lang", language);
  out += ">\n<body>\n";
  for (const TextBlock& block : text.blocks) {
    // <head> may only begin a division, and <p> has no type.
    const bool typed = !block.type.empty() && block.type != WEFT_SPAN_PARAGRAPH;
    out += typed ? "<ab" : "<p";
    if (typed) append_attribute(out, "type", name_token(block.type));
    out += ">\n";
    for (const TextSentence& sentence : block.sentences) {
      out += "<s";
      append_attribute(out, "xml:id", sentence.id);
      out += '>';
      append_escaped(out, sentence.text);
      out += "</s>\n";
    }
    out += typed ? "</ab>\n" : "</p>\n";
  }
  out += "</body>\n</text>\n";
}

void TeiLinks::add(const std::string& id, std::string_view targets, const Pair& pair) {
  links_ += "<link";
  append_attribute(links_, "xml:id", id);
  append_attribute(links_, "type",
                   std::to_string(pair.source.sentences.size()) + "-" +
                       std::to_string(pair.target.sentences.size()));
  if (!pair.method.empty()) append_attribute(links_, "subtype", name_token(pair.method));
  // A certainty is a probability in TEI.
  if (pair.score >= 0 && pair.score <= 1) append_attribute(links_, "cert", score_text(pair.score));
  append_attribute(links_, "target", targets);
  links_ += "/>\n";
  for (const std::string& finding : pair.findings)
    add_note("finding", id, finding);
  if (!pair.reject.empty()) add_note("reject", id, pair.reject);
}

void TeiLinks::add_note(std::string_view type, const std::string& link, std::string_view text) {
  notes_ += "<note";
  append_attribute(notes_, "type", type);
  append_attribute(notes_, "target", "#" + link);
  notes_ += '>';
  append_escaped(notes_, text);
  notes_ += "</note>\n";
}

void TeiLinks::append_to(std::string& out) const {
  if (links_.empty()) return;
  out += "<standOff>\n<linkGrp type=\"alignment\">\n" + links_ + "</linkGrp>\n" + notes_ +
         "</standOff>\n";
}

}  // namespace weft
