// SPDX-License-Identifier: Apache-2.0
/// Small numbers for the terms of one document, by their 64-bit keys.
#pragma once

#include <cstdint>
#include <vector>

#include "weft/summary/sentence_terms.hpp"

namespace weft {

/// An open-addressing table that is emptied without touching its slots. Keys are hashes already;
/// two terms of equal key are one term.
class TermIds {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  TermIds() : slots_(1024) {}

  void clear() {
    ++epoch_;
    entry_.clear();
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entry_.size()); }

  /// The id of a key, or kNone.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    for (std::size_t at = place(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].epoch != epoch_) return kNone;
      if (slots_[at].key == key) return slots_[at].id;
    }
  }

  /// Counts one more of the term in the sentence whose entries begin at `first`. Its id.
  std::uint32_t count(std::uint64_t key, std::uint32_t first, std::vector<Term>& entries) {
    const std::uint32_t id = id_of(key);
    std::uint32_t& entry = entry_[id];
    if (entry < first || entry >= entries.size() || entries[entry].id != id) {
      entry = static_cast<std::uint32_t>(entries.size());
      entries.push_back({id, 0});
    }
    entries[entry].count += 1;
    return id;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t id = 0;
    std::uint32_t epoch = 0;
  };

  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    return (key * 0x9E3779B97F4A7C15ULL >> 20U) & (slots_.size() - 1);
  }
  std::uint32_t id_of(std::uint64_t key) {
    if (entry_.size() * 2 >= slots_.size()) grow();
    std::size_t at = place(key);
    for (; slots_[at].epoch == epoch_; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == key) return slots_[at].id;
    }
    slots_[at] = {key, size(), epoch_};
    entry_.push_back(kNone);
    return slots_[at].id;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.epoch != epoch_) continue;
      std::size_t at = place(slot.key);
      while (slots_[at].epoch == epoch_)
        at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> entry_;  ///< by id: where its latest entry stands
  std::uint32_t epoch_ = 1;
};

}  // namespace weft
