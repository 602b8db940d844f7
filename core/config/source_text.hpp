// SPDX-License-Identifier: Apache-2.0
/// The text of a pipeline file with its lines, and what is wrong with its bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/place.hpp"

namespace weft {

/// Something wrong at a byte offset of a text, before it has a Place.
struct Fault {
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

/// A borrowed UTF-8 text, without its byte order mark, that knows its lines. A line ends at LF,
/// CRLF or a lone CR.
class SourceText {
 public:
  SourceText(std::string file, std::string_view bytes);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// Bytes of the file before text(): the byte order mark.
  [[nodiscard]] std::size_t skipped() const noexcept { return skipped_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  /// Line and column of a byte offset; offsets past the end count as the end. Bytes that are not
  /// UTF-8 may only stand behind the offset.
  [[nodiscard]] Place place(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t points_before(std::size_t offset) const;

  std::string file_;
  std::size_t skipped_;
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> points_before_;  ///< code points before each block of the text
};

/// "UTF-16", "UTF-32", by the byte order mark or the zero bytes of the first characters, or
/// nothing.
[[nodiscard]] std::optional<std::string> wide_encoding(std::string_view bytes);

/// The first byte that is not UTF-8, or character that XML 1.0 does not allow. `skipped` is added
/// to the number of a byte in the message.
[[nodiscard]] std::optional<Fault> find_bad_character(std::string_view text,
                                                      std::size_t skipped = 0);

/// Whether XML 1.0 allows the character (production 2, Char).
[[nodiscard]] bool is_xml_character(char32_t point);

/// "U+0007"; for messages.
[[nodiscard]] std::string code_point_name(char32_t point);

}  // namespace weft
