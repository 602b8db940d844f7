// SPDX-License-Identifier: Apache-2.0
/// What `weft --scan-library FILE` does, and nothing else.
#include <string_view>

#include "core/plugin/scan_library.hpp"

int main(int count, char** arguments) {
  if (count != 3 || std::string_view(arguments[1]) != "--scan-library") return 2;
  return weft::scan_library_child(arguments[2]);
}
