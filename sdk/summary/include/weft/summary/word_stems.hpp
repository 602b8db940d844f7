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

  struct Known {
    std::uint64_t word = 0;  ///< hash of the word
    std::uint64_t stem = 0;  ///< key of its stem: equal for equal stems, the top bit never set
    bool function = false;   ///< word_lists.hpp
    bool speaker = false;
  };

  /// What is known of a lower-case UTF-8 word; good until the next call.
  const Known& look_up(std::string_view word);

 private:
  [[nodiscard]] std::uint64_t stem(std::string_view word, std::uint64_t of_word) const;

  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
  std::vector<Known> known_;  ///< direct-mapped by the word's hash
};

}  // namespace weft
