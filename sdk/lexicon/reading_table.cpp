// SPDX-License-Identifier: Apache-2.0
/// Weighs readings and keeps the most usual ones.
#include "reading_table.hpp"

#include <algorithm>
#include <utility>

namespace weft {
namespace {

bool is_syllable(std::string_view text) {
  return !text.empty() && text.size() < Syllable{}.size() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void ReadingTable::begin_source() {
  close_source(current_, settled_);
  current_.clear();
}

void ReadingTable::add(char32_t han, std::string_view syllable, double weight) {
  if (!is_syllable(syllable) || !(weight > 0) || han >= 0x110000) return;
  current_[static_cast<std::uint32_t>(han)][std::string(syllable)] += weight;
}

void ReadingTable::close_source(const Weights& from, Weights& into) {
  for (const auto& [han, readings] : from) {
    double sum = 0;
    for (const auto& [syllable, weight] : readings)
      sum += weight;
    for (const auto& [syllable, weight] : readings)
      into[han][syllable] += weight / sum;
  }
}

ReadingTable::Result ReadingTable::finish() const {
  Weights all = settled_;
  close_source(current_, all);
  std::map<std::string, std::uint16_t, std::less<>> numbers;
  for (const auto& [han, readings] : all) {
    for (const auto& [syllable, weight] : readings)
      numbers.try_emplace(syllable, std::uint16_t{0});
  }
  Result result;
  for (auto& [syllable, number] : numbers) {
    number = static_cast<std::uint16_t>(result.syllables.size());
    if (number == kNoSyllable) break;  // pinyin has some four hundred
    std::copy(syllable.begin(), syllable.end(), result.syllables.emplace_back(Syllable{}).begin());
  }
  for (const auto& [han, readings] : all) {
    std::vector<std::pair<double, std::string_view>> sorted;
    for (const auto& [syllable, weight] : readings)
      sorted.emplace_back(-weight, syllable);
    std::sort(sorted.begin(), sorted.end());
    HanReadings kept;
    kept.fill(kNoSyllable);
    for (std::size_t i = 0; i < std::min(sorted.size(), kept.size()); ++i)
      kept.at(i) = numbers.find(sorted[i].second)->second;
    result.han.push_back(han);
    result.readings.push_back(kept);
  }
  return result;
}

}  // namespace weft
