// SPDX-License-Identifier: Apache-2.0
/// zlib behind one small class: gzip, zlib and raw deflate streams, piece by piece.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace weft::warc {

enum class Wrapping { gzip, zlib, raw };

/// One stream. Not for sharing between threads.
class Inflater {
 public:
  explicit Inflater(Wrapping wrapping);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  enum class State { more, ended, damaged };

  /// Takes bytes from the front of `in` and appends at most `most` bytes to `out`. `more`: wants
  /// input, or room. After `ended` the stream is over and `in` begins behind it.
  State step(std::string_view& in, std::string& out, std::size_t most);
  /// Begins another stream of the same wrapping.
  void restart();
  /// Why the stream is damaged. Static.
  [[nodiscard]] std::string_view reason() const { return reason_; }

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::string_view reason_;
};

/// What became of bytes that are one stream.
struct Inflated {
  std::string bytes;
  bool complete = true;  ///< false: the input ended before the stream did
  bool damaged = false;  ///< what came before the damage is in `bytes`
  bool too_large = false;
};

Inflated inflate_all(std::string_view in, Wrapping wrapping, std::size_t cap);

}  // namespace weft::warc
