// SPDX-License-Identifier: Apache-2.0
/// Finds which blocks of a mixed sequence in two languages translate each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Blocks pair only within a stream: a caption is no translation of a paragraph. Lines of metadata
/// (bylines, dates) never pair.
enum class Stream : std::uint8_t { kHead, kBody, kBeside, kMetadata };

/// A block, or some lines of one, all in one language.
struct Unit {
  Stream stream = Stream::kBody;
  std::uint32_t side = 0;  ///< 0 or 1: which of the two languages
  double size = 0;         ///< bytes of text
  bool heading = false;
  std::set<std::string> anchors = {};  ///< numbers and names: what translation leaves as it is
};

/// Numbers and Latin words with a capital or digit, in lower case.
std::set<std::string> anchors_of(std::string_view text);

/// Units that translate each other, by index, each list ascending; first side first.
struct Pair {
  std::vector<std::size_t> first;
  std::vector<std::size_t> second;
  double cost = 0;
};

struct Interleaving {
  std::uint32_t first_side = 0;  ///< the language whose unit comes first in each pair
  std::vector<Pair> pairs;
  double paired_share = 0;  ///< of the body's size
};

/// Pairs units of two languages that alternate, in text order: the cheapest way to read each stream
/// as groups of one to three units of one language followed by their translation in the other,
/// where units may stay alone. Lengths, numbers and names shared, and headings decide; both orders
/// are tried. O(units). The caller judges by paired_share whether the text is interleaved at all.
Interleaving find_interleaving(const std::vector<Unit>& units);

}  // namespace weft
