// SPDX-License-Identifier: Apache-2.0
/// The loader's messages in plain words.
#include "core/plugin/load_words.hpp"

#include <catch2/catch.hpp>

namespace weft {
namespace {

std::string words(const std::string& message) {
  return loader_error(message, "/p/x.so").what();
}

TEST_CASE("Each message of the loader has its words") {
  CHECK(words("/p/x.so: undefined symbol: foo") == "undefined symbol: foo");
  CHECK(words("/p/x.so: undefined symbol: foo, version BAR_1.2") == "undefined symbol: foo");
  CHECK(words("libz9.so.1: cannot open shared object file: No such file or directory") ==
        "needs libz9.so.1, which is not installed");
  CHECK(words("/p/x.so: cannot open shared object file: Permission denied") ==
        "cannot be opened: Permission denied");
  CHECK(words("/lib/libc.so.6: version `GLIBC_2.99' not found (required by /p/x.so)") ==
        "needs version GLIBC_2.99 of libc.so.6, which is not installed");
  CHECK(words("/p/x.so: wrong ELF class: ELFCLASS32") ==
        "built for another kind of machine (wrong ELF class: ELFCLASS32)");
  CHECK(words("/p/x.so: file too short") == "not a shared library (file too short)");
  CHECK(words("/p/x.so: cannot dynamically load position-independent executable") ==
        "not a shared library (cannot dynamically load position-independent executable)");
  CHECK(words("/p/x.so: something new") == "cannot be loaded: something new");
}

TEST_CASE("An undefined C++ function is written as in the source") {
  CHECK(words("/p/x.so: undefined symbol: _ZN4weft5moultEi") ==
        "undefined symbol: weft::moult(int)");
}

TEST_CASE("A junk file is at fault itself; a missing dependency is a fault of the circumstances") {
  CHECK(loader_error("/p/x.so: invalid ELF header", "/p/x.so").blame() == Blame::kFile);
  CHECK(loader_error("/p/y.so: invalid ELF header", "/p/x.so").blame() == Blame::kCircumstances);
  CHECK(loader_error("/p/x.so: undefined symbol: foo", "/p/x.so").blame() == Blame::kCircumstances);
}

}  // namespace
}  // namespace weft
