// SPDX-License-Identifier: Apache-2.0
/// Places in words.
#include "core/config/place.hpp"

namespace weft {

std::string to_string(const Place& place) {
  if (place.line == 0) return place.file;
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

Place command_line_place() {
  return {"command line", 0, 0};
}

}  // namespace weft
