// SPDX-License-Identifier: Apache-2.0
/// Reads one story of a document: its body, its notes, a header or a footer.
#pragma once

#include <weft/zip/block_builder.hpp>
#include <weft/zip/language_votes.hpp>
#include <weft/zip/xml.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "word_styles.hpp"
#include "word_tags.hpp"

namespace weft {

enum class StoryKind { kBody, kNotes, kPageHeader, kPageFooter };

/// Blocks of notes by their id in the file.
using NoteBlocks = std::map<std::string, std::vector<Block>, std::less<>>;

/// The handler for the XML of one part. Text goes to the builder as it comes.
class WordStory final : public XmlHandler {
 public:
  WordStory(StoryKind kind, WordStyles& styles, BlockBuilder& builder)
      : kind_(kind), styles_(styles), builder_(builder), lists_(1) {}

  bool open(const XmlElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view text) override;

  /// Ids of notes in the order in which the text refers to them, each once.
  [[nodiscard]] const std::vector<std::string>& footnotes() const { return footnotes_; }
  [[nodiscard]] const std::vector<std::string>& endnotes() const { return endnotes_; }
  /// Relationship ids of headers and footers, each once.
  [[nodiscard]] const std::vector<std::string>& page_parts() const { return page_parts_; }
  /// The notes of a part of kind kNotes, one block each.
  NoteBlocks take_notes() { return std::move(notes_); }

 private:
  struct Paragraph {
    const WordStyle* style = nullptr;
    Switch numbered = Switch::kUnset;
    int list_level = 0;
    int outline = -1;
    bool mark_deleted = false;
    bool begun = false;
    LanguageVotes languages;
  };
  struct Run {
    const WordStyle* style = nullptr;
    Switch hidden = Switch::kUnset;
    std::string latin_lang;
    std::string asian_lang;
  };
  struct Field {
    bool in_instruction = true;
    bool is_contents = false;
    std::string instruction;  ///< its first bytes
  };
  struct Control {
    bool is_contents = false;
    bool is_placeholder = false;
  };
  struct Alternate {
    std::uint64_t written;
    bool chosen = false;
  };

  bool open_paragraph_property(WordTag tag, const XmlElement& element);
  bool open_run_property(WordTag tag, const XmlElement& element);
  bool open_inline(WordTag tag, const XmlElement& element);
  bool open_structure(WordTag tag, const XmlElement& element);
  bool open_note(const XmlElement& element);
  void close_paragraph();
  void close_structure(WordTag tag);
  void open_context();
  void close_context();

  void field(const XmlElement& element);
  void instruction(std::string_view text);
  void emit(std::string_view text);
  void emit_break();
  [[nodiscard]] bool is_hidden() const;
  void begin_block();
  [[nodiscard]] BlockKind kind_of(const Paragraph& paragraph) const;
  void enter_list(int level);
  void leave_lists();
  void vote_language(std::string_view text);
  void settle_language();
  void symbol(const XmlElement& element);

  StoryKind kind_;
  WordStyles& styles_;
  BlockBuilder& builder_;
  std::vector<Paragraph> paragraphs_;  ///< the innermost last: text boxes stand in paragraphs
  Run run_;
  bool in_paragraph_properties_ = false;
  bool in_run_properties_ = false;
  bool in_control_properties_ = false;
  bool in_row_properties_ = false;
  bool in_text_ = false;
  bool in_instruction_text_ = false;
  bool row_deleted_ = false;
  bool continues_ = false;  ///< the mark before was deleted: the next paragraph goes on
  std::vector<Field> fields_;
  std::size_t instructions_ = 0;  ///< fields whose result has not begun
  std::size_t contents_ = 0;      ///< tables of contents we are in
  std::vector<Control> controls_;
  std::vector<Alternate> alternates_;
  std::vector<std::vector<int>> lists_;  ///< levels of open lists, by context
  std::size_t note_mark_ = 0;
  std::string note_id_;
  NoteBlocks notes_;
  std::vector<std::string> footnotes_;
  std::vector<std::string> endnotes_;
  std::vector<std::string> page_parts_;
};

/// What a symbol of a picture font stands for in Unicode; U+FFFD where that is not known.
char32_t symbol_character(std::string_view font, char32_t code);

}  // namespace weft
