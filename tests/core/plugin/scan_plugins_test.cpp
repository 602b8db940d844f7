// SPDX-License-Identifier: Apache-2.0
/// Scanning real libraries in real children: sound ones, broken ones, and the order of places.
#include "core/plugin/scan_plugins.hpp"

#include <catch2/catch.hpp>

#include "plugin_places.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

/// The reason why one library alone in a directory is broken; "sound" when it is not.
std::string reason_of(const std::string& library) {
  const TemporaryDir dir;
  dir.add_library(library);
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  return registry.broken().empty() ? "sound" : registry.broken().front().reason;
}

TEST_CASE("A sound library in C gives its plugins with all they say") {
  const TemporaryDir dir;
  const auto file = dir.add_library("sound");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  CHECK(registry.broken().empty());
  CHECK(registry.problems().empty());
  REQUIRE(registry.all().size() == 2);
  const PluginInfo* info = registry.find("export_sound");
  REQUIRE(info != nullptr);
  CHECK(info->kind == WEFT_EXPORTER);
  CHECK(info->name() == "sound");
  CHECK(info->version == "1.2.0");
  CHECK(info->threading == WEFT_SERIAL);
  CHECK(info->flags == (WEFT_USES_NETWORK | WEFT_NONDETERMINISTIC));
  CHECK(info->cache_epoch == 7);
  CHECK(info->needs == std::vector<std::string>{"sentence"});
  CHECK(info->gives.empty());
  CHECK(info->languages == std::vector<std::string>{"en", "zh-Hans"});
  CHECK(info->params.size() == 13);
  CHECK(info->file.path == file);
  REQUIRE(info->param("width") != nullptr);
  CHECK(*info->param("width") == ParamInfo{.name = "width",
                                           .type = WEFT_TYPE_INTEGER,
                                           .doc = "Longest line.",
                                           .unit = "columns",
                                           .def = "80",
                                           .min = "20",
                                           .max = "1000"});
  CHECK(info->param("title")->required);
  CHECK(info->param("style")->choices == std::vector<std::string>{"plain", "rich"});
}

TEST_CASE("A sound library in C++ gives its plugin") {
  const TemporaryDir dir;
  dir.add_library("sound_cpp");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  REQUIRE(registry.find("transform_sound_cpp") != nullptr);
  CHECK(registry.find("transform_sound_cpp")->param("depth")->def == "3");
  CHECK(registry.find("transform_sound_cpp")->gives == std::vector<std::string>{"sentence"});
}

TEST_CASE("A library that dies is broken, and the reason says where and of what") {
  CHECK(reason_of("crash_on_load") == "crashed while loading (SIGSEGV)");
  CHECK(reason_of("abort_on_load") == "crashed while loading (SIGABRT)");
  CHECK(reason_of("crash_in_entry") == "crashed in weft_entry (SIGSEGV)");
  CHECK(reason_of("crash_when_read") == "crashed while its description was read (SIGSEGV)");
  // A sanitizer's runtime may change the code.
  CHECK_THAT(reason_of("exit_on_load"),
             Catch::Matchers::StartsWith("ended the process while loading (exit code "));
}

TEST_CASE("A library that hangs is killed at the deadline, and the reason says where it hung") {
  const TemporaryDir dir;
  dir.add_library("hang_on_load");
  dir.add_library("hang_in_entry");
  ScanOptions options = uncached();
  options.deadline = std::chrono::seconds(2);
  options.jobs = 2;
  const Registry registry = scan_plugins(path_of({dir.path()}), options);
  REQUIRE(registry.broken().size() == 2);
  CHECK(registry.broken()[0].reason == "did not answer within 2 s (in weft_entry)");
  CHECK(registry.broken()[1].reason == "did not answer within 2 s (while loading)");
}

TEST_CASE("A library that cannot be linked is broken, and the reason names what it lacks") {
  CHECK(reason_of("undefined_symbol") == "undefined symbol: a_function_nobody_wrote");
  CHECK(reason_of("needs_absent") == "needs libweft_testlib_absent.so, which is not installed");
}

TEST_CASE("A library that is no plugin of this ABI is broken") {
  CHECK(reason_of("no_entry") == "exports no weft_entry");
  CHECK(reason_of("null_entry") == "weft_entry returned nothing");
  CHECK(reason_of("other_abi") == "built for ABI 2, this host speaks 1");
  CHECK(reason_of("throws_on_load") == "threw an exception: the model is missing");
}

TEST_CASE("All faults of a description are told at once") {
  CHECK(reason_of("bad_description") ==
        "bad description: id 'export_confused' is not transform_<name> in lower-case letters, "
        "digits and '_', as its kind transform asks; export_confused: parameter 'depth': bad "
        "default: '12' is above 9, the most allowed");
}

TEST_CASE("A library may print and start processes without harm to its scan") {
  CHECK(reason_of("noisy") == "sound");
  CHECK(reason_of("leaves_process") == "sound");
}

TEST_CASE("Files that are no libraries are broken, and other files are not looked at") {
  const TemporaryDir dir;
  dir.add_file("junk.so", "this is a letter to a friend, not a library at all, though a long one");
  dir.add_file("empty.so", "");
  dir.add_file("notes.txt", "nothing");
  dir.add_file(".hidden.so", "nothing");
  std::filesystem::create_directory(dir.path() / "folder.so");
  std::filesystem::create_symlink(dir.path() / "nowhere", dir.path() / "dangling.so");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  std::vector<std::string> told;
  for (const BrokenLibrary& library : registry.broken())
    told.push_back(library.file.path.filename().string() + ": " + library.reason);
  CHECK(told == std::vector<std::string>{
                    "dangling.so: is a link to a file that does not exist",
                    "empty.so: not a shared library (file too short)",
                    "folder.so: is not a file",
                    "junk.so: not a shared library (invalid ELF header)",
                });
}

TEST_CASE("Broken libraries do not keep sound ones from being found") {
  const TemporaryDir dir;
  for (const char* name : {"crash_on_load", "exit_on_load", "sound", "undefined_symbol"})
    dir.add_library(name);
  ScanOptions options = uncached();
  for (const unsigned jobs : {1U, 2U, 9U}) {
    options.jobs = jobs;
    const Registry registry = scan_plugins(path_of({dir.path()}), options);
    CHECK(registry.broken().size() == 3);
    CHECK(registry.find("export_sound") != nullptr);
  }
}

TEST_CASE("A library of an earlier place shadows one of a later place") {
  const TemporaryDir first;
  const TemporaryDir second;
  const auto used = first.add_library("sound");
  const auto unused = second.add_library("sound");
  const Registry registry = scan_plugins(path_of({first.path(), second.path()}), uncached());
  CHECK(registry.problems().empty());
  CHECK(registry.find("export_sound")->file.path == used);
  REQUIRE(registry.shadowed().size() == 2);
  CHECK(registry.shadowed()[0].file.path == unused);
  CHECK(registry.shadowed()[0].shadowed_by == used);
}

TEST_CASE("One id in two libraries of one place is a problem that names both files") {
  const TemporaryDir dir;
  dir.add_library("sound_cpp", "one");
  dir.add_library("sound_cpp", "two");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  REQUIRE(registry.problems().size() == 1);
  CHECK(to_string(registry.problems().sorted()[0]) ==
        dir.path().string() +
            ": plugin 'transform_sound_cpp' is in two libraries of this directory: one.so and "
            "two.so; remove one");
}

TEST_CASE("Two names of one file are one library") {
  const TemporaryDir dir;
  const auto file = dir.add_library("sound_cpp");
  std::filesystem::create_symlink(file, dir.path() / "zz_link.so");
  const Registry registry = scan_plugins(path_of({dir.path()}), uncached());
  CHECK(registry.problems().empty());
  CHECK(registry.all().size() == 1);
}

TEST_CASE("A missing directory is a problem only when --plugin-path names it") {
  const TemporaryDir dir;
  const auto missing = dir.path() / "missing";
  PluginPath path = path_of({missing});
  const Registry asked = scan_plugins(path, uncached());
  REQUIRE(asked.problems().size() == 1);
  CHECK(to_string(asked.problems().sorted()[0]) == "command line: plugin directory '" +
                                                       missing.string() +
                                                       "' does not exist; correct --plugin-path");
  path.places[0].origin = PluginOrigin::kEnvironment;
  CHECK(scan_plugins(path, uncached()).problems().empty());
}

TEST_CASE("A child program that cannot be started is told, and not remembered") {
  const TemporaryDir dir;
  const TemporaryDir cache;
  dir.add_library("sound");
  ScanOptions options = cache_only(cache.path());
  const Registry registry = scan_plugins(path_of({dir.path()}), options);
  REQUIRE(registry.broken().size() == 1);
  CHECK(registry.broken()[0].reason ==
        "could not be examined: cannot start /nonexistent/program: No such file or directory");
  options.program = uncached().program;
  CHECK(scan_plugins(path_of({dir.path()}), options).all().size() == 2);
}

}  // namespace
}  // namespace weft
