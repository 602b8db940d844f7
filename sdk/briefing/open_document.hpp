// SPDX-License-Identifier: Apache-2.0
/// A document while a briefing is read from it: its body blocks, and where in them other spans lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <utility>
#include "weft/briefing/briefing.hpp"

namespace weft {

/// Interned once.
struct BriefingNames {
  enum class Role : std::uint8_t { kTitle, kDeck, kBlock };
  struct Type {
    Role role = Role::kBlock;
    Shape shape = Shape::kParagraph;
  };
  struct FactKey {
    weft_id id = 0;
    const char* key = nullptr;
    const char* label = nullptr;
  };

  BriefingNames();
  /// nullptr for types that are no part of what is read.
  [[nodiscard]] const Type* type_of(const weft_span& span) const;

  std::unordered_map<weft_id, Type> types;
  std::vector<FactKey> facts;
  std::vector<weft_id> urls;
  weft_id title = name(WEFT_KEY_TITLE);
  weft_id deck = name(WEFT_KEY_DECK);
  weft_id headline = name(WEFT_KEY_HEADLINE);
  weft_id keyphrase = name(WEFT_SPAN_KEYPHRASE);
  weft_id key_figure = name(WEFT_SPAN_KEY_FIGURE);
  weft_id list = name(WEFT_SPAN_LIST);
  weft_id quote = name(WEFT_SPAN_QUOTE);
  weft_id sentence = name(WEFT_SPAN_SENTENCE);
  weft_id foreign = name(WEFT_SPAN_FOREIGN);
  weft_id lang = name(WEFT_KEY_LANG);
  weft_id level = name(WEFT_KEY_LEVEL);
  weft_id row = name(WEFT_KEY_ROW);
  weft_id column = name(WEFT_KEY_COLUMN);
  weft_id canonical = name(WEFT_KEY_CANONICAL);
  weft_id summary = name(WEFT_LINK_SUMMARY);
  weft_id support = name(WEFT_LINK_SUPPORT);
  weft_id evidence = name(WEFT_ROLE_EVIDENCE);  // a role, and the same word as a key of blocks
  weft_id finding = name(WEFT_SPAN_FINDING);
  weft_id bead = name(WEFT_LINK_BEAD);
  weft_id parallel = name(WEFT_LINK_PARALLEL);
  weft_id replaced = name("characters-replaced");
};

/// A range of a view that holds blocks.
struct Place {
  weft_id view = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// One document during one call. Borrows document and names.
class OpenDocument {
 public:
  OpenDocument(const Document& document, const BriefingNames& names);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const BriefingNames& names() const { return names_; }

  /// True in views that were made from a source, or in their repaired copies: they hold every block
  /// once.
  [[nodiscard]] bool is_root(weft_id view) const { return roots_[view - 1]; }
  /// Body blocks of root views in text order; of nested ones the innermost.
  [[nodiscard]] const std::vector<weft_span>& blocks() const { return blocks_; }
  /// Where a span of any view lies in a root view; on code-point borders.
  [[nodiscard]] std::optional<Place> place_of(const weft_span& span) const;
  /// The block that holds the beginning of a place, or nullptr.
  [[nodiscard]] const weft_span* block_at(const Place& place) const;

  /// The first value of an integer or string attribute of a span; `missing` or empty without one.
  [[nodiscard]] std::int64_t integer(weft_id span, weft_id key, std::int64_t missing) const;
  [[nodiscard]] std::string_view string(weft_id span, weft_id key) const;
  /// All values that are text, a line each.
  [[nodiscard]] std::vector<std::string> lines(weft_id span, weft_id key) const;
  /// BCP 47 of a span: its own, else of what it is part of, else of its view. Empty for "mul".
  [[nodiscard]] std::string language_of(const weft_span& span) const;

  /// Text that is fit for XML, and the same without line ends and repeated spaces. Both count what
  /// they replace.
  [[nodiscard]] std::string clean(std::string_view text) const;
  [[nodiscard]] std::string one_line(std::string_view text) const;
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  void find_blocks();
  [[nodiscard]] const weft_attr* find(weft_id span, weft_id key) const;

  const Document& document_;
  const BriefingNames& names_;
  std::vector<bool> roots_;  // by view
  std::vector<weft_span> blocks_;
  std::vector<const weft_attr*> attributes_;  // of spans, by span
  mutable std::uint64_t replaced_ = 0;
};

/// The blocks in reading order: those of a second text behind those of the first they translate.
std::vector<weft_span> reading_order(const OpenDocument& open);

}  // namespace weft
