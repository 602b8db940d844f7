# SPDX-License-Identifier: Apache-2.0
# The warnings every target of this repository is built with, as a target and never as a global.
add_library(weft_warnings INTERFACE)
target_compile_options(weft_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wformat=2
  -Wundef -Wcast-align
  # gcc 12 sees null pointers in inlined library code at -O2 and above: the debug presets keep the watch.
  $<$<CONFIG:Debug>:-Wnull-dereference>
  # The same compiler's bug 105651: std::string operations "may overlap" by 2^63 bytes.
  $<$<AND:$<COMPILE_LANG_AND_ID:CXX,GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict>
  # In a unity build it takes every source but the first for a header.
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-subobject-linkage>
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi>
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast
    -Wsuggest-override>
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wunreachable-code -Wthread-safety -Wdocumentation -Wno-documentation-html>
  $<$<BOOL:${WEFT_WERROR}>:-Werror>)
