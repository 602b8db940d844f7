// SPDX-License-Identifier: Apache-2.0
/// The namespaces of WordprocessingML, in its transitional and its strict form.
#pragma once

#include <weft/zip/xml.hpp>

#include <span>
#include <string_view>

namespace weft {

/// "w:p", "r:id", "m:t", "mc:Choice" and so on whatever prefixes a file uses.
std::span<const XmlNamespace> word_namespaces();

/// True for w:val of an on/off property: absent, "1", "true" and "on" are on.
inline bool is_on(const XmlElement& element) {
  const std::string_view value = element.attribute("w:val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace weft
