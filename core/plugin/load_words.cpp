// SPDX-License-Identifier: Apache-2.0
/// Recognises the messages of glibc's loader (elf/dl-load.c, elf/dl-lookup.c, elf/dl-version.c).
#include "core/plugin/load_words.hpp"

#include <cxxabi.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace weft {
namespace {

/// What stands between two marks, the second of which may be the end.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + before.size());
  return after.empty() ? text : text.substr(0, text.find(after));
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// C++ names as people write them.
std::string readable_symbol(std::string_view symbol) {
  const std::string mangled(symbol);
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> plain(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && plain ? std::string(plain.get()) : mangled;
}

/// "x.so: cannot open shared object file: Permission denied", of the file itself or one it needs.
ScanError cannot_open(std::string_view message, const std::filesystem::path& file) {
  const std::string_view whose = message.substr(0, message.find(": "));
  const std::string why(between(message, "cannot open shared object file: ", ""));
  if (whose == file.native()) return {"cannot be opened: " + why, Blame::kCircumstances};
  if (has(why, "No such file"))
    return {"needs " + std::string(whose) + ", which is not installed", Blame::kCircumstances};
  return {"needs " + std::string(whose) + ", which cannot be opened: " + why,
          Blame::kCircumstances};
}

}  // namespace

ScanError loader_error(std::string_view message, const std::filesystem::path& file) {
  if (const std::string_view symbol = between(message, "undefined symbol: ", ","); !symbol.empty())
    return {"undefined symbol: " + readable_symbol(symbol), Blame::kCircumstances};
  if (has(message, "cannot open shared object file")) return cannot_open(message, file);
  if (has(message, "version `") && has(message, "not found")) {
    const std::string version(between(message, "version `", "'"));
    const std::string_view library = message.substr(0, message.find(": version"));
    return {"needs version " + version + " of " +
                std::filesystem::path(library).filename().string() + ", which is not installed",
            Blame::kCircumstances};
  }
  const std::string own = file.native() + ": ";
  const bool of_file = message.starts_with(own);
  const std::string rest(of_file ? message.substr(own.size()) : message);
  if (has(rest, "wrong ELF class") || has(rest, "cannot open ELF for"))
    return {"built for another kind of machine (" + rest + ")", Blame::kFile};
  constexpr std::array kNotALibrary = {"invalid ELF header",
                                       "file too short",
                                       "ELF file",
                                       "only ET_DYN",
                                       "position-independent executable",
                                       "cannot dynamically load"};
  for (const char* sign : kNotALibrary) {
    if (of_file && has(rest, sign)) return {"not a shared library (" + rest + ")", Blame::kFile};
  }
  return {"cannot be loaded: " + rest, Blame::kCircumstances};
}

}  // namespace weft
