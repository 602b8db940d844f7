// SPDX-License-Identifier: Apache-2.0
/// Lines that fit a terminal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace weft {

/// Columns of a terminal that the text takes: wide East Asian characters two, combining marks none.
std::size_t columns_of(std::string_view text);

/// Breaks lines where Unicode allows it (UAX #14). Not for sharing between threads.
class Wrapper {
 public:
  /// `width`: columns; 0 leaves lines as they are.
  explicit Wrapper(std::size_t width);
  ~Wrapper();

  /// The text in lines of at most `width` columns where it can be broken, each ended by a line
  /// feed; the first begins with `first`, the others with `rest`.
  [[nodiscard]] std::string wrap(std::string_view text, std::string_view first,
                                 std::string_view rest) const;

 private:
  struct Breaks;  // ICU's iterator: its header is slow to compile
  std::size_t width_;
  std::unique_ptr<Breaks> breaks_;
};

}  // namespace weft
