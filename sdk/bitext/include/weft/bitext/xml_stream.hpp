// SPDX-License-Identifier: Apache-2.0
/// XML as a stream of events that say which bytes each piece of text stands for, whatever encoding
/// the file has.
#pragma once

#include <weft/abi.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// The attributes of one start tag; valid during the event.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// The value, or empty. Names are compared as written, prefix and all ("xml:lang").
  [[nodiscard]] std::string_view find(std::string_view name) const;

 private:
  const char* const* pairs_;
};

/// A piece of character data: UTF-8 without markup and references, and the bytes of the decoded
/// file it stands for. `copied` when those are the same bytes.
struct XmlText {
  std::string_view text;
  std::uint64_t begin = 0;
  std::uint32_t size = 0;
  bool copied = true;
};

/// Receives what an XmlStream reads. Names come without their prefix.
class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;
  /// `position` is where the tag begins in the decoded file, `size` how long it is.
  virtual void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t position,
                     std::uint32_t size) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(const XmlText& piece) = 0;
};

/// Where an XML file stops being readable, and why.
struct XmlError {
  std::uint64_t line = 0;
  std::uint64_t column = 0;  ///< from 1, in bytes of UTF-8
  std::string what;
  bool limit = false;  ///< legal XML, but more than is safe to hold
};

/// Reads one file piece by piece. UTF-8 is read where it lies; other encodings (by mark, by
/// declaration, by evidence: weft::decode) are decoded first, as a whole. Nothing outside the file
/// is ever opened: external entities and DTDs stay unread. Entities that multiply are stopped by
/// Expat, nesting beyond 512 and tags or comments beyond 16 MiB here. One thread at a time.
class XmlStream {
 public:
  /// `bytes` and `events` live as long as the stream. Throws weft::Error(WEFT_E_LIMIT) when the
  /// decoded text would reach 4 GiB.
  XmlStream(std::string_view bytes, XmlEvents& events);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Reads the next piece, about 64 KiB. False when there is no more: look at error() then.
  bool advance();
  /// Null while the file is well-formed.
  [[nodiscard]] const XmlError* error() const;
  /// Ends reading with this message at the place of the current event. Called from an event.
  void stop(std::string message, bool limit);

  /// From decoded bytes to bytes of the file; empty when they are the same.
  [[nodiscard]] const std::vector<weft_run>& decoding() const;
  /// WHATWG name.
  [[nodiscard]] std::string_view encoding() const;
  /// Bytes that were no text in that encoding.
  [[nodiscard]] std::uint64_t repaired() const;
  /// Entity references that only an external DTD could explain; they give no text.
  [[nodiscard]] std::uint64_t skipped_entities() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// The name of the root element without its prefix, from the first bytes of a file in ASCII, UTF-8
/// or UTF-16; empty when they are no XML. For sniffing: checks nothing else. `tag` is the whole
/// tag.
struct XmlRoot {
  std::string name;
  std::string tag;
};
XmlRoot find_root(std::string_view head);

}  // namespace weft
