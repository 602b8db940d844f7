// SPDX-License-Identifier: Apache-2.0
/// Content-derived ids by XXH3-128.
#include "weft/exports/unit_ids.hpp"

#include <xxhash.h>

namespace weft {

std::string UnitIds::next(std::string_view source, std::string_view target) {
  std::string key = document_;
  // NUL is in no view and in no id, so the three parts cannot run into each other.
  key += '\0';
  key += source;
  key += '\0';
  key += target;
  XXH128_canonical_t digest;
  XXH128_canonicalFromHash(&digest, XXH3_128bits(key.data(), key.size()));
  std::string id;
  for (const unsigned char byte : digest.digest) {
    id += "0123456789abcdef"[byte >> 4U];
    id += "0123456789abcdef"[byte & 15U];
  }
  const std::uint64_t count = ++seen_[id];
  return count == 1 ? id : id + '-' + std::to_string(count);
}

}  // namespace weft
