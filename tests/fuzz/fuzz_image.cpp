// SPDX-License-Identifier: Apache-2.0
/// Feeds read_image arbitrary bytes; and, with the checksum mended so that the search gets past it,
/// arbitrary contents. What is read must be a document that writes and reads back the same.
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/document/image.hpp"
#include "weft/error.hpp"

namespace {

constexpr std::size_t kSizeAt = 16;
constexpr std::size_t kHashAt = 24;
constexpr std::size_t kHeader = 40;

void try_image(const std::string& image) {
  try {
    const weft::StoredDocument document = weft::read_image(image);
    const std::string again = weft::write_image(document);
    if (weft::write_image(weft::read_image(again)) != again) std::abort();
  } catch (const weft::Error& error) {
    if (error.status() != WEFT_E_INPUT) std::abort();
  }
}

void mend(std::string& image) {
  if (image.size() < kHeader) return;
  const std::uint64_t size = image.size();
  std::memcpy(image.data() + kSizeAt, &size, sizeof size);
  XXH128_canonical_t hash;
  XXH128_canonicalFromHash(&hash, XXH3_128bits(image.data() + kHeader, image.size() - kHeader));
  std::memcpy(image.data() + kHashAt, &hash, sizeof hash);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string image(data, data + size);
  try_image(image);
  mend(image);
  try_image(image);
  return 0;
}
