// SPDX-License-Identifier: Apache-2.0
/// The text of a source for formats that are read in place: its own bytes where they are UTF-8.
#pragma once

#include <weft/text/decode.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Clean UTF-8 is not copied, so that a mapped file of any size costs no memory; any other encoding
/// is decoded as a whole.
class SourceText {
 public:
  SourceText() = default;
  /// `bytes` must outlive this. Throws weft::Error (WEFT_E_LIMIT) as decode() does.
  explicit SourceText(std::string_view bytes);

  [[nodiscard]] std::string_view text() const { return copied_ ? decoded_.text : plain_; }
  [[nodiscard]] const std::string& encoding() const { return decoded_.encoding; }
  /// Bytes that were no text.
  [[nodiscard]] std::uint64_t repaired() const { return decoded_.repaired; }
  /// Runs that point into text(), made to point into the source's bytes.
  [[nodiscard]] std::vector<weft_run> to_source(std::vector<weft_run> runs) const;

 private:
  std::string_view plain_;
  std::uint64_t mark_ = 0;  // bytes of a byte order mark
  bool copied_ = false;
  Decoded decoded_;
};

/// The head of a source as a sniffer can read it: UTF-16 narrowed to its ASCII, a byte order mark
/// left out, everything else as it is.
std::string sniffable(std::string_view head);

/// A media type without its parameters, in small letters.
std::string bare_media_type(std::string_view media_type);

/// True when the name of `uri` ends in `ending` (".csv"), in any case.
bool has_ending(std::string_view uri, std::string_view ending);

}  // namespace weft
