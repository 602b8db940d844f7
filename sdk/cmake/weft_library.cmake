# SPDX-License-Identifier: Apache-2.0
# weft_library([LINK <library>...] [USES <library>...] [SOURCES <file>...] [INCLUDE <folder>...] [EXPORT <set>]
#              [TESTS <file>...] [TEST_LINK <library>...])
#
# Makes the static library weft::<folder> from a folder of sdk/: its *.cpp but for *_test.cpp, with the public headers
# include/weft/<folder>/*.hpp, each of which must compile alone. LINK is what its headers need, USES what its sources
# need, SOURCES what is generated, INCLUDE the folders of private headers. Its *_test.cpp (and TESTS) become the
# program and test <folder>_tests. It is installed in the export set EXPORT: weft-text-targets by default, which
# weft-config.cmake reads where ICU is installed.
function(weft_library)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "EXPORT" "LINK;USES;SOURCES;INCLUDE;TESTS;TEST_LINK")
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  if(NOT arg_EXPORT)
    set(arg_EXPORT weft-text-targets)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  # make_<something>.cpp is a program that makes a source.
  list(FILTER sources EXCLUDE REGEX "(_test|/make_[a-z_]+)\\.cpp$")
  file(GLOB headers CONFIGURE_DEPENDS include/weft/${folder}/*.hpp)

  add_library(weft_${folder} STATIC ${sources} ${arg_SOURCES})
  add_library(weft::${folder} ALIAS weft_${folder})
  set_target_properties(weft_${folder} PROPERTIES EXPORT_NAME ${folder} VERIFY_INTERFACE_HEADER_SETS ON
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_sources(weft_${folder} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_include_directories(weft_${folder} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${arg_INCLUDE})
  target_link_libraries(weft_${folder} PUBLIC weft::sdk ${arg_LINK}
    PRIVATE $<BUILD_INTERFACE:weft_warnings> ${arg_USES})
  install(TARGETS weft_${folder} EXPORT ${arg_EXPORT} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

  file(GLOB tests CONFIGURE_DEPENDS *_test.cpp)
  list(APPEND tests ${arg_TESTS})
  if(WEFT_TESTS AND tests)
    add_executable(${folder}_tests ${tests})
    set_target_properties(${folder}_tests PROPERTIES UNITY_BUILD OFF)
    target_include_directories(${folder}_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${folder}_tests PRIVATE weft_${folder} ${arg_TEST_LINK} weft_test_main weft_warnings)
    add_test(NAME ${folder}_tests COMMAND ${folder}_tests)
    set_tests_properties(${folder}_tests PROPERTIES TIMEOUT 300)
  endif()
endfunction()
