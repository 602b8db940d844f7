// SPDX-License-Identifier: Apache-2.0
/// Bands of three bytes: texts that share 60 % have one in common all but certainly.
#include "near_duplicates.hpp"

#include <algorithm>
#include <unordered_map>

#include "weft/text/wording_sketch.hpp"

namespace weft {
namespace {

constexpr std::size_t kBand = 3;
constexpr std::size_t kMostInBand = 32;  // of one band; furniture that all pages share is no copy

/// The key of a band, or 0 where a class is empty.
std::uint64_t band_key(const DocumentNote& note, std::size_t band) {
  std::uint64_t key = std::uint64_t{note.range} << 8U | band;
  for (std::size_t i = 0; i < kBand; ++i) {
    const std::uint8_t byte = note.sketch.at(band * kBand + i);
    if (byte == 0) return 0;
    key = key << 8U | byte;
  }
  return key;
}

}  // namespace

std::vector<std::size_t> near_duplicates(const std::vector<DocumentNote>& notes,
                                         const std::vector<bool>& paired) {
  constexpr std::size_t kBands = std::tuple_size_v<Sketch> / kBand;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    for (std::size_t band = 0; paired[i] && band < kBands; ++band) {
      const std::uint64_t key = band_key(notes[i], band);
      if (key == 0) continue;
      std::vector<std::size_t>& all = holders[key];
      if (all.size() < kMostInBand) all.push_back(i);
    }
  }
  std::vector<std::size_t> out(notes.size(), notes.size());
  for (std::size_t i = 0; i < notes.size(); ++i) {
    double best = 0;
    for (std::size_t band = 0; !paired[i] && band < kBands; ++band) {
      const auto found = holders.find(band_key(notes[i], band));
      if (found == holders.end()) continue;
      for (const std::size_t other : found->second) {
        const double alike = likeness(notes[i].sketch, notes[other].sketch);
        const bool better = alike > best || (alike == best && other < out[i]);
        if (!better || !is_near(notes[i].sketch, notes[other].sketch)) continue;
        best = alike;
        out[i] = other;
      }
    }
  }
  return out;
}

}  // namespace weft
