// SPDX-License-Identifier: Apache-2.0
/// Words of a language reduced to their stems, as 64-bit keys.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace weft {

/// Stems by Snowball (libstemmer), remembered: a word that was met lately costs one look-up. Not
/// for sharing between threads.
class WordStems {
 public:
  /// `language`: ISO 639-1 ("en"). Words of a language without a stemmer keep their endings.
  explicit WordStems(std::string_view language);
  ~WordStems();
  WordStems(const WordStems&) = delete;
  WordStems& operator=(const WordStems&) = delete;

  /// The key of a lower-case UTF-8 word's stem: equal for equal stems, never with the top bit set.
  std::uint64_t key(std::string_view word);

 private:
  struct Known {
    std::uint64_t word = 0;
    std::uint64_t stem = 0;
  };
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
  std::vector<Known> known_;  ///< direct-mapped by the word's hash
};

}  // namespace weft
