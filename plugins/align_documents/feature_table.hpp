// SPDX-License-Identifier: Apache-2.0
/// The features of all documents of one language, numbered, with an inverted index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "document_note.hpp"

namespace weft {

/// One feature of a document and where it stands.
struct HeldFeature {
  std::uint32_t number = 0;  ///< of its key in the table
  std::uint32_t first = 0;   ///< of its occurrences in the note's features
  std::uint32_t count = 0;
};

class FeatureTable {
 public:
  /// Of the notes at these positions. The notes must outlive the table.
  FeatureTable(const std::vector<DocumentNote>& notes, std::vector<std::size_t> documents);

  /// Number of documents; below they go by their rank here.
  [[nodiscard]] std::size_t size() const { return documents_.size(); }
  [[nodiscard]] std::size_t document(std::size_t rank) const { return documents_[rank]; }
  [[nodiscard]] const DocumentNote& note(std::size_t rank) const {
    return notes_[documents_[rank]];
  }

  /// All keys, ascending; a key's number is its position.
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return keys_; }
  /// The number of a key, or keys().size().
  [[nodiscard]] std::uint32_t number(std::uint32_t key) const;
  /// A document's features by ascending number.
  [[nodiscard]] std::span<const HeldFeature> features(std::size_t rank) const {
    return {held_.data() + first_held_[rank], held_.data() + first_held_[rank + 1]};
  }
  /// Ranks of the documents that have a feature, ascending.
  [[nodiscard]] std::span<const std::uint32_t> holders(std::uint32_t number) const {
    return {holders_.data() + first_holder_[number], holders_.data() + first_holder_[number + 1]};
  }

 private:
  const std::vector<DocumentNote>& notes_;
  std::vector<std::size_t> documents_;
  std::vector<std::uint32_t> keys_;
  std::vector<HeldFeature> held_;
  std::vector<std::size_t> first_held_;
  std::vector<std::uint32_t> holders_;
  std::vector<std::size_t> first_holder_;
};

}  // namespace weft
