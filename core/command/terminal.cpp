// SPDX-License-Identifier: Apache-2.0
/// Streams and colours.
#include "core/command/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

#include "weft/error.hpp"

namespace weft {

bool is_terminal(std::FILE* stream) {
  return ::isatty(::fileno(stream)) == 1;
}

bool use_color(std::string_view choice, std::FILE* stream) {
  if (choice != "auto") return choice == "always";
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && term != nullptr && std::string_view(term) != "dumb";
}

void print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0)
    throw Error(WEFT_E_CONFIG, "cannot write to standard output");
}

}  // namespace weft
