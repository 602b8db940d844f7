// SPDX-License-Identifier: Apache-2.0
/// The styles of an OpenDocument text, and its namespaces.
#pragma once

#include <weft/zip/blocks.hpp>
#include <weft/zip/xml.hpp>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace weft {

/// "text:p", "table:table", "office:text", "style:style", "fo:language", "dc:title", ...
std::span<const XmlNamespace> odt_namespaces();

/// One paragraph or text style.
struct OdtStyle {
  std::string display_name;
  std::string parent;
  BlockKind kind = {.type = {}};  ///< type empty: the style says nothing
  bool hidden = false;
  std::string latin_lang;
  std::string asian_lang;
};

/// Collects the styles of the XML it is handed as a handler: of several files one after another.
class OdtStyles final : public XmlHandler {
 public:
  bool open(const XmlElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view) override {}

  /// Settles what each style inherits; once, after all files.
  void settle();
  /// The style of that name. One that the file lacks is known by its name alone. Valid until the
  /// next file.
  [[nodiscard]] const OdtStyle& find(std::string_view name);
  [[nodiscard]] const OdtStyle& defaults() const { return defaults_; }

 private:
  void text_properties(const XmlElement& element);

  std::unordered_map<std::string, OdtStyle> styles_;
  OdtStyle defaults_;
  OdtStyle* style_ = nullptr;
};

}  // namespace weft
