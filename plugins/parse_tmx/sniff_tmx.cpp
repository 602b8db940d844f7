// SPDX-License-Identifier: Apache-2.0
/// The root element says it.
#include "sniff_tmx.hpp"

#include <weft/bitext/xml_stream.hpp>

namespace weft {

int sniff_tmx(std::string_view media_type, std::string_view head) {
  if (media_type == "text/plain") return 0;
  if (media_type == "application/x-tmx+xml" || media_type == "application/tmx+xml") return 100;
  return find_root(head).name == "tmx" ? 95 : 0;
}

}  // namespace weft
