// SPDX-License-Identifier: Apache-2.0
/// Fuzzes a Word document from its XML to typed blocks: the input is the styles, a line of dashes,
/// the body, and perhaps another such line and the notes. No archive is in the way.
#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sniff_docx.hpp"
#include "word_names.hpp"
#include "word_story.hpp"
#include "word_styles.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

/// Takes the part before the next line of dashes off `rest`.
std::string next_part(std::string_view& rest) {
  constexpr std::string_view kLine = "\n----\n";
  const std::size_t at = rest.find(kLine);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + kLine.size());
  return std::string(part);
}

void check(const weft::BlockText& made) {
  for (const weft::Block& block : made.blocks) {
    require(!block.text.empty() && !block.kind.type.empty());
    require(weft::find_invalid_utf8(block.text) == std::string_view::npos);
    require(block.text.find('\0') == std::string::npos);
    require(block.member < made.members.size());
    require(block.container == weft::kNoBlock || block.container < made.containers.size());
  }
  for (std::size_t i = 0; i < made.containers.size(); ++i)
    require(made.containers[i].parent == weft::kNoBlock || made.containers[i].parent < i);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const int score = weft::score_docx("a.docx", "", rest.substr(0, 65536));
  require(score >= 0 && score <= 100);
  weft::WordStyles styles;
  weft::BlockBuilder builder;
  try {
    styles.load(next_part(rest), "styles.xml");
  } catch (const weft::Error&) {
    // As in a document: it is read without styles.
  }
  try {
    weft::WordStory body(weft::StoryKind::kBody, styles, builder);
    weft::read_xml(next_part(rest), "document.xml", {.namespaces = weft::word_namespaces()}, body);
    builder.end();
    weft::WordStory notes(weft::StoryKind::kNotes, styles, builder);
    weft::read_xml(next_part(rest), "notes.xml", {.namespaces = weft::word_namespaces()}, notes);
    for (auto& [id, blocks] : notes.take_notes())
      builder.put(std::move(blocks));
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  check(builder.finish());
  return 0;
}
