// SPDX-License-Identifier: Apache-2.0
/// Metadata of an OpenDocument text.
#pragma once

#include <weft/zip/blocks.hpp>
#include <weft/zip/xml.hpp>

#include <string>
#include <string_view>

namespace weft {

/// Collects office:meta of the XML it is handed as a handler.
class OdtProperties final : public XmlHandler {
 public:
  bool open(const XmlElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view text) override;

  /// Adds what is worth believing to `out.metadata`. A title written in the text comes first.
  void add_to(BlockText& out) const;

 private:
  void add_title(BlockText& out) const;

  std::string title_, initial_creator_, creator_, created_, modified_, language_;
  std::string* into_ = nullptr;
};

}  // namespace weft
