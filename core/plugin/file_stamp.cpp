// SPDX-License-Identifier: Apache-2.0
/// stat and XXH3.
#include "core/plugin/file_stamp.hpp"

#include <sys/stat.h>
#include <xxhash.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace weft {

std::optional<FileStamp> file_stamp(const std::filesystem::path& file) {
  struct stat said {};
  if (::stat(file.c_str(), &said) != 0) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  FileStamp stamp;
  stamp.size = static_cast<std::uint64_t>(said.st_size);
  stamp.modified = std::int64_t{said.st_mtim.tv_sec} * kNanoseconds + said.st_mtim.tv_nsec;
  stamp.device = said.st_dev;
  stamp.inode = said.st_ino;
  stamp.regular = S_ISREG(said.st_mode);
  return stamp;
}

std::string file_hash(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  if (!in || !state || XXH3_128bits_reset(state.get()) != XXH_OK) return {};
  std::vector<char> block(std::size_t{1} << 18U);
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    XXH3_128bits_update(state.get(), block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return {};
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state.get()));
  std::string digits;
  for (const unsigned char byte : bytes.digest) {
    constexpr std::string_view kHex = "0123456789abcdef";
    digits += kHex[byte >> 4U];
    digits += kHex[byte & 15U];
  }
  return digits;
}

}  // namespace weft
