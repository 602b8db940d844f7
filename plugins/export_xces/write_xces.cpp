// SPDX-License-Identifier: Apache-2.0
/// Elements and attributes of XCES.
#include "write_xces.hpp"

#include "weft/exports/xml_text.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// What made the file; a comment may not hold two hyphens.
std::string made_by_comment(const MadeBy& made_by) {
  std::string words = "weft " + made_by.version;
  if (!made_by.pipeline.empty()) words += ", pipeline " + clean_line(made_by.pipeline);
  if (!made_by.pipeline_hash.empty()) words += ", " + made_by.pipeline_hash;
  for (std::size_t at = words.find("--"); at != std::string::npos; at = words.find("--", at))
    words.replace(at, 2, "- -");
  return "<!-- " + words + " -->\n";
}

/// Nothing where there is no value.
void append_known(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) append_attribute(out, name, value);
}

}  // namespace

std::string sentences_head(const MadeBy& made_by) {
  return std::string(kDeclaration) + made_by_comment(made_by) + "<cesCorpus version=\"4.3\">\n";
}

std::string_view sentences_tail() {
  return "</cesCorpus>\n";
}

std::string links_head(const MadeBy& made_by) {
  return std::string(kDeclaration) + made_by_comment(made_by) + "<cesAlign version=\"1.0\">\n";
}

std::string_view links_tail() {
  return "</cesAlign>\n";
}

void append_text(std::string& out, std::string_view document, std::string_view language,
                 const SideText& text) {
  out += "<cesDoc version=\"4.3\"";
  append_attribute(out, "n", document);
  append_attribute(out, "lang", language);
  out += ">\n<text>\n<body>\n";
  for (const TextBlock& block : text.blocks) {
    out += "<p";
    if (block.type != WEFT_SPAN_PARAGRAPH) append_known(out, "type", block.type);
    out += ">\n";
    for (const TextSentence& sentence : block.sentences) {
      out += "<s";
      append_attribute(out, "id", sentence.id);
      out += '>';
      append_escaped(out, sentence.text);
      out += "</s>\n";
    }
    out += "</p>\n";
  }
  out += "</body>\n</text>\n</cesDoc>\n";
}

void open_links(std::string& out, std::string_view source_file, std::string_view target_file) {
  out += "<linkGrp targType=\"s\"";
  append_attribute(out, "fromDoc", source_file);
  append_attribute(out, "toDoc", target_file);
  out += ">\n";
}

void close_links(std::string& out) {
  out += "</linkGrp>\n";
}

void append_link(std::string& out, std::string_view id, std::string_view source_ids,
                 std::string_view target_ids, const Pair& pair) {
  out += "<link";
  append_attribute(out, "id", id);
  append_known(out, "certainty", score_text(pair.score));
  std::string targets(source_ids);
  (targets += ';') += target_ids;
  append_attribute(out, "xtargets", targets);
  append_known(out, "method", clean_line(pair.method));
  append_known(out, "finding", pair.findings_line());
  append_known(out, "reject", pair.reject);
  out += "/>\n";
}

}  // namespace weft
