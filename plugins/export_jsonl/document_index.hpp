// SPDX-License-Identifier: Apache-2.0
/// A document's spans and attributes in the order and numbering of the export.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "weft/document.hpp"
#include "weft/keep.hpp"

namespace weft {

/// Interned names, made once in the stage's constructor.
class ExportNames {
 public:
  ExportNames();
  [[nodiscard]] Keep keep(weft_id type) const {
    const auto found = keep_.find(type);
    return found == keep_.end() ? Keep::kOther : found->second;
  }

  weft_id lang = name(WEFT_KEY_LANG);
  weft_id level = name(WEFT_KEY_LEVEL);
  weft_id reason = name(WEFT_KEY_REASON);
  weft_id score = name(WEFT_KEY_SCORE);
  weft_id method = name(WEFT_KEY_METHOD);
  weft_id finding = name(WEFT_KEY_FINDING);
  weft_id finding_span = name(WEFT_SPAN_FINDING);
  weft_id replaced = name("characters-replaced");
  weft_id summary = name(WEFT_LINK_SUMMARY);
  weft_id bead = name(WEFT_LINK_BEAD);

 private:
  std::unordered_map<weft_id, Keep> keep_;
};

/// Numbers blocks and sentences from 0 in text order. A block of a derived view that copies a block
/// of the view it came from is the same block and appears once. Borrows the document.
class DocumentIndex {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  DocumentIndex(const Document& document, const ExportNames& names);

  [[nodiscard]] const std::vector<weft_span>& blocks() const { return blocks_; }
  [[nodiscard]] const std::vector<weft_span>& sentences() const { return sentences_; }
  /// Spans that are neither, such as those of third parties.
  [[nodiscard]] const std::vector<weft_span>& others() const { return others_; }
  [[nodiscard]] std::size_t block(weft_id span) const { return look_up(block_of_, span); }
  [[nodiscard]] std::size_t sentence(weft_id span) const { return look_up(sentence_of_, span); }
  [[nodiscard]] std::size_t other(weft_id span) const { return look_up(other_of_, span); }

  [[nodiscard]] std::span<const weft_attr* const> attributes(std::uint32_t owner_kind,
                                                             weft_id owner) const;
  /// The first value of the key, or nullptr.
  [[nodiscard]] const weft_attr* find(std::uint32_t owner_kind, weft_id owner, weft_id key) const;
  /// The span's own language, or that of a span around it, or its view's; may be empty.
  [[nodiscard]] std::string_view language(const weft_span& span) const;

 private:
  struct Place {
    weft_id type = 0;
    weft_id view = 0;
    std::uint64_t at = 0;
    auto operator<=>(const Place&) const = default;
  };
  using Numbers = std::unordered_map<weft_id, std::size_t>;

  static std::size_t look_up(const Numbers& numbers, weft_id span) {
    const auto found = numbers.find(span);
    return found == numbers.end() ? kNone : found->second;
  }
  void add_block(const weft_span& span, std::map<Place, std::size_t>& begins,
                 std::map<Place, std::size_t>& ends);
  /// True when so many bytes are nine tenths of that block.
  [[nodiscard]] bool is_most_of(std::uint64_t size, std::size_t block) const;

  const Document& document_;
  const ExportNames& names_;
  std::vector<weft_span> blocks_;
  std::vector<weft_span> sentences_;
  std::vector<weft_span> others_;
  Numbers block_of_;
  Numbers sentence_of_;
  Numbers other_of_;
  std::vector<const weft_attr*> attributes_;
};

}  // namespace weft
