// SPDX-License-Identifier: Apache-2.0
/// Readings of Han characters while a lexicon is built.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout.hpp"

namespace weft {

/// Every source has the same say on a character: a reading's weight there is divided by the sum of
/// that character's weights in the source.
class ReadingTable {
 public:
  struct Result {
    std::vector<std::uint32_t> han;
    std::vector<HanReadings> readings;
    std::vector<Syllable> syllables;
  };

  void begin_source();
  void add(char32_t han, std::string_view syllable, double weight);
  /// Characters in order, syllables in alphabetical order, readings by weight.
  [[nodiscard]] Result finish() const;

 private:
  using Weights = std::map<std::uint32_t, std::map<std::string, double, std::less<>>>;
  static void close_source(const Weights& from, Weights& into);

  Weights settled_;
  Weights current_;
};

}  // namespace weft
