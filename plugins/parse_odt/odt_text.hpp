// SPDX-License-Identifier: Apache-2.0
/// Reads the text of a document, or the headers and footers of its pages.
#pragma once

#include <weft/zip/block_builder.hpp>
#include <weft/zip/language_votes.hpp>
#include <weft/zip/xml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "odt_styles.hpp"

namespace weft {

/// The handler for content.xml, or (`pages`) for the master pages of styles.xml: everything else in
/// a file is passed over.
class OdtText final : public XmlHandler {
 public:
  OdtText(OdtStyles& styles, BlockBuilder& builder, bool pages)
      : styles_(styles), builder_(builder), pages_(pages), contexts_(1) {}

  bool open(const XmlElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view text) override;

  /// The notes, one block each, in the order of the text. Once.
  std::vector<Block> take_notes() { return std::move(notes_); }

 private:
  /// What lists and paragraphs are counted in: the body, a cell, a text box, a note.
  struct Context {
    std::size_t lists = 0;       ///< open in the file
    std::size_t containers = 0;  ///< of them made
    std::size_t paragraphs = 0;
    bool is_note = false;
  };
  struct Paragraph {
    const OdtStyle* style = nullptr;
    BlockKind kind;
    std::size_t mark = 0;  ///< blocks before it
    bool beside = false;   ///< inside another paragraph: a drawing's
    bool dropped = false;  ///< a hidden paragraph
    bool begun = false;
    LanguageVotes languages;
  };

  bool open_structure(std::string_view name, const XmlElement& element);
  bool open_inline(std::string_view name, const XmlElement& element);
  void open_paragraph(const XmlElement& element, bool heading);
  void close_paragraph();
  void close_note();
  void open_context(bool is_note);
  void close_context();
  void leave_lists();
  void begin_block();
  void put(std::string_view text);
  [[nodiscard]] bool is_hidden() const;
  [[nodiscard]] BlockKind kind_of(const Paragraph& paragraph) const;

  OdtStyles& styles_;
  BlockBuilder& builder_;
  bool pages_;
  bool inside_ = false;              ///< in office:text, in a header or a footer
  BlockKind forced_ = {.type = {}};  ///< of an index, a header, a footer
  std::vector<Context> contexts_;
  std::vector<Paragraph> paragraphs_;
  std::vector<const OdtStyle*> spans_;
  std::size_t hidden_spans_ = 0;
  bool after_break_ = false;  ///< nothing stands behind the last line break
  std::vector<Block> notes_;
};

}  // namespace weft
