// SPDX-License-Identifier: Apache-2.0
/// XML as a sequence of events, with namespaces settled and hostile input refused.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace weft {

/// A namespace that a reader knows: elements and attributes in it are named "prefix:local" whatever
/// prefix the file uses; an empty prefix gives "local". Several uris may share a prefix.
struct XmlNamespace {
  std::string_view uri;
  std::string_view prefix;
};

/// One start tag; valid during the call it is handed to.
class XmlElement {
 public:
  XmlElement() = default;
  XmlElement(const XmlElement&) = delete;
  XmlElement& operator=(const XmlElement&) = delete;
  virtual ~XmlElement() = default;
  /// As XmlNamespace says; names in other namespaces as they are written.
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// The value, or empty when it is absent.
  [[nodiscard]] virtual std::string_view attribute(std::string_view name) const = 0;
  [[nodiscard]] virtual bool has_attribute(std::string_view name) const = 0;
};

/// Receives the events in document order.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  /// false skips the element with all it holds; close() is then not called for it.
  virtual bool open(const XmlElement& element) = 0;
  virtual void close(std::string_view name) = 0;
  /// Text and CDATA. May hold bytes that are no UTF-8 where the file has such character references.
  virtual void text(std::string_view text) = 0;
};

struct XmlOptions {
  std::span<const XmlNamespace> namespaces = {};
  /// White space between two tags is handed over too. Without it only an element that holds nothing
  /// else has its white space.
  bool keep_space = false;
  /// &lt; and &#20013; are replaced by what they stand for. Without it text() and attributes have
  /// them as written, for readers who know more entities.
  bool replace_entities = true;
  std::size_t max_depth = 4096;
  std::size_t max_tags = std::size_t{16} << 20U;  ///< bounds memory: about 50 bytes a tag
};

/// Reads a whole XML file and calls `handler`; nothing is called when it is not well formed. UTF-8
/// (bytes that are none become U+FFFD) and UTF-16 by their mark. A DOCTYPE is skipped: no entity is
/// ever declared, so none can expand. Time and memory are linear and nothing recurses. `name` is
/// used in messages. Throws weft::Error: INPUT with the line when it is not well formed, LIMIT past
/// a limit. Any thread.
void read_xml(std::string bytes, std::string_view name, const XmlOptions& options,
              XmlHandler& handler);

}  // namespace weft
