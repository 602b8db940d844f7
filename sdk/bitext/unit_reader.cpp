// SPDX-License-Identifier: Apache-2.0
/// Keeping units, and a cap on their size.
#include "weft/bitext/unit_reader.hpp"

#include <utility>

namespace weft {

void UnitReader::keep(TranslationUnit unit, std::size_t part) {
  if (unit.beads.empty()) {
    ++counts_.skipped;
    return;
  }
  ++counts_.units;
  waiting_.push_back({std::move(unit), part});
}

void UnitReader::check_size(std::size_t size, std::uint64_t begin, std::uint64_t position) {
  constexpr std::size_t kLongestText = std::size_t{4} << 20U;
  constexpr std::uint64_t kLongestUnit = std::uint64_t{32} << 20U;
  if (size > kLongestText) stream_.stop("the text of one unit is longer than 4 MiB", true);
  if (position - begin > kLongestUnit) stream_.stop("one unit is longer than 32 MiB", true);
}

}  // namespace weft
