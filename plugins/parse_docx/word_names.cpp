// SPDX-License-Identifier: Apache-2.0
/// Uris of ECMA-376 and ISO/IEC 29500.
#include "word_names.hpp"

#include <array>

namespace weft {

std::span<const XmlNamespace> word_namespaces() {
  static constexpr std::array<XmlNamespace, 12> kNamespaces = {{
      {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
      {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
      {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
      {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
      {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
      {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
      {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
      {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
      {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
      {"http://purl.oclc.org/ooxml/package/metadata/core-properties", "cp"},
      {"http://purl.org/dc/elements/1.1/", "dc"},
      {"http://purl.org/dc/terms/", "dcterms"},
  }};
  return kNamespaces;
}

}  // namespace weft
