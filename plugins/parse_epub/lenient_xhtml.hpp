// SPDX-License-Identifier: Apache-2.0
/// Events from markup that is no well-formed XML.
#pragma once

#include <weft/zip/xml.hpp>

#include <string_view>

namespace weft {

/// Scans valid UTF-8 for tags and calls `handler` as read_xml() would with the namespaces of XHTML,
/// names in lower case. For chapters that an XML parser refuses: no text is ever lost, whatever the
/// tags do. End tags that close nothing are ignored, what they close too much of is closed, what is
/// open at the end is closed. References are handed over as written. Linear time; never throws of
/// its own.
void read_lenient(std::string_view text, XmlHandler& handler);

}  // namespace weft
