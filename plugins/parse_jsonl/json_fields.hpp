// SPDX-License-Identifier: Apache-2.0
/// Reads the wanted values of one JSON record, with the source bytes behind
/// every character.
#pragma once

#include <weft/mapped_text.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft::json {

/// A place in a record. "a.b" and "/a/b" take the value of b in a, and where a
/// or b is a list, of all its items; a number in a path takes that one. "/" and
/// "." name nothing: a record that is itself a string is the value of "".
class Path {
 public:
  explicit Path(std::string_view written);
  /// `steps` is the way to a value: keys, and positions in lists.
  struct Step {
    std::string_view key;
    std::size_t position = 0;
    bool is_position = false;
  };
  [[nodiscard]] bool matches(const std::vector<Step>& steps) const;

 private:
  [[nodiscard]] bool matches_from(std::size_t part, const std::vector<Step>& steps,
                                  std::size_t step) const;
  std::vector<std::string> parts_;
};

/// A string or number found in a record. `path` has the keys alone, with dots
/// between them.
struct Leaf {
  std::string path;
  MappedText text;
  bool is_string = true;
};

/// Holds simdjson's buffers, which grow to the largest record read.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// The values of `paths` in the record at bytes [begin, end) of `text`: one
  /// list a path, in the record's order. Empty values are left out. Throws
  /// weft::Error (WEFT_E_INPUT) when it is no JSON, (WEFT_E_LIMIT) when it is
  /// larger than 256 MiB or deeper than 200.
  std::vector<std::vector<MappedText>> read(std::string_view text, std::size_t begin,
                                            std::size_t end, const std::vector<Path>& paths);
  /// Every string and number of a record.
  std::vector<Leaf> leaves(std::string_view text, std::size_t begin, std::size_t end);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

/// Appends the string whose opening quote is at `quote` of `text`, escapes
/// decoded, and returns the offset behind its closing quote. A lone surrogate
/// and U+0000 become U+FFFD.
std::size_t unescape(std::string_view text, std::size_t quote, MappedText& out);

}  // namespace weft::json
