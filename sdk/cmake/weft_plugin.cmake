# SPDX-License-Identifier: Apache-2.0
# weft_plugin([ID <id>] [SOURCES <file>...] [LINK <library>...])
#
# Makes the plugin library <id>.so from a folder. Without arguments the id is the folder's name and the sources
# are its *.cpp and *.c but for *_test.cpp. Links weft::sdk and exports weft_entry alone. Installed with the
# SDK; inside weft's own build it also makes <id>_test of the folder's *_test.cpp.
set(WEFT_PLUGIN_EXPORTS ${CMAKE_CURRENT_LIST_DIR}/weft_plugin.map)

function(weft_plugin)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "ID" "SOURCES;LINK")
  if(NOT arg_ID)
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME arg_ID)
  endif()
  if(NOT arg_ID MATCHES "^(parse|transform|align|summarize|export)_[a-z0-9_]+$")
    message(FATAL_ERROR "plugin id '${arg_ID}' is not <kind>_<name>, kind one of parse, transform, align, "
      "summarize, export; rename the folder or pass ID")
  endif()
  if(NOT arg_SOURCES)
    file(GLOB arg_SOURCES CONFIGURE_DEPENDS *.cpp *.c)
    list(FILTER arg_SOURCES EXCLUDE REGEX "_test\\.cpp$")
  endif()
  # The parts other than the plugin class are shared with the tests.
  set(parts ${arg_SOURCES})
  list(FILTER parts EXCLUDE REGEX "(^|/)${arg_ID}\\.(cpp|c)$")
  set(entry ${arg_SOURCES})
  list(REMOVE_ITEM entry ${parts})

  add_library(${arg_ID} MODULE ${entry})
  target_link_libraries(${arg_ID} PRIVATE weft::sdk ${arg_LINK})
  set_target_properties(${arg_ID} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON LINK_DEPENDS ${WEFT_PLUGIN_EXPORTS})
  # Hidden visibility alone leaves template instances of the standard library exported.
  target_link_options(${arg_ID} PRIVATE "-Wl,--version-script=${WEFT_PLUGIN_EXPORTS}")
  if(NOT WEFT_SANITIZE)
    target_link_options(${arg_ID} PRIVATE -Wl,-z,defs)
  endif()
  if(parts)
    add_library(${arg_ID}_parts OBJECT ${parts})
    set_target_properties(${arg_ID}_parts PROPERTIES POSITION_INDEPENDENT_CODE ON
      CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    target_link_libraries(${arg_ID}_parts PUBLIC weft::sdk ${arg_LINK})
    target_include_directories(${arg_ID}_parts PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${arg_ID} PRIVATE ${arg_ID}_parts)
  endif()
  if(COMMAND weft_bundled_plugin)
    weft_bundled_plugin(${arg_ID})
  endif()
endfunction()
