// SPDX-License-Identifier: Apache-2.0
/// A small open-addressing map from 64-bit keys to numbers: the inner loops of learning live in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weft {

/// Grows, never shrinks; values are dense numbers 0, 1, 2, ... in order of insertion, so that what
/// belongs to a key can lie in plain arrays and nothing depends on the order of the table.
class FlatMap {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  FlatMap() : slots_(16) {}

  /// The number of a key, given out now if it is new.
  std::uint32_t add(std::uint64_t key) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (slot.number == kNone) slot = {key, static_cast<std::uint32_t>(size_++)};
    return slot.number;
  }
  /// kNone when the key is not there.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const { return slots_[place(key)].number; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kNone;
  };

  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15U >> 32U) & mask;
    while (slots_[at].number != kNone && slots_[at].key != key)
      at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t size_ = 0;
};

}  // namespace weft
