// SPDX-License-Identifier: Apache-2.0
/// A document in memory: a handful of flat arrays in the layout of the ABI, so that reading one is
/// no work.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/abi.h"

namespace weft {

/// Strings and runs of one document; they stay where they are until the document goes.
class Arena {
 public:
  Arena() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

  /// A copy of the bytes; never moves.
  weft_str copy(std::string_view text);
  weft_str copy(weft_str text);
  /// A copy of the runs; never moves.
  const weft_run* copy(std::span<const weft_run> runs);

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
};

/// Source and view ids are positions + 1. Span and link ids ascend with their arrays and are never
/// reused, so that a removed one leaves a hole. Strings of the arrays live in `arena`, source bytes
/// in `held`.
class StoredDocument {
 public:
  StoredDocument() = default;
  explicit StoredDocument(std::string_view document_id) : id(document_id) {}

  std::string id;
  std::vector<weft_source> sources;
  std::vector<weft_view> views;
  std::vector<weft_span> spans;
  std::vector<weft_link> links;
  std::vector<weft_end> ends;
  std::vector<weft_attr> attrs;
  weft_id next_span = 1;
  weft_id next_link = 1;
  Arena arena;
  /// What keeps the bytes of `sources` alive; shared because documents made by regroup share their
  /// members'.
  std::vector<std::shared_ptr<const void>> held;
  /// Ids of sources that are no file but lay in one: images hold their bytes. Ascending.
  std::vector<weft_id> nested;

  /// Adds a source whose bytes `owner` keeps alive. Returns its id.
  weft_id add_source(std::string_view uri, std::string_view media_type, std::string_view hash,
                     std::string_view bytes, std::shared_ptr<const void> owner);

  /// Puts other bytes, of no file, in the place of source 1; its attributes stay.
  void nest_source(std::string_view uri, std::string_view media_type, std::string_view hash,
                   std::string_view bytes, std::shared_ptr<const void> owner);

  [[nodiscard]] bool is_nested(weft_id source) const;
  [[nodiscard]] const weft_span* find_span(weft_id span_id) const;
  [[nodiscard]] const weft_link* find_link(weft_id link_id) const;
  [[nodiscard]] bool has_owner(std::uint32_t kind, weft_id owner) const;

  /// The document as the ABI shows it; borrowed from this object.
  [[nodiscard]] weft_snapshot snapshot() const;

  /// Copies sources, views (renamed prefix + name), spans, links and attributes of another document
  /// to the end of this one's. Attributes of the other document itself become attributes of its
  /// views' first one.
  void adopt(const StoredDocument& other, std::string_view prefix);

  /// Bytes this document holds in memory; source bytes are counted where they are nested.
  [[nodiscard]] std::size_t memory() const;
};

}  // namespace weft
