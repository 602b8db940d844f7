// SPDX-License-Identifier: Apache-2.0
/// The four sources of plugin directories.
#include "core/plugin/plugin_path.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace weft {
namespace {

namespace fs = std::filesystem;

// GNUInstallDirs installs below lib, lib64 or lib/<multiarch>, as the distribution has it.
#if defined(__x86_64__)
constexpr std::array kLibraryDirs = {"lib", "lib/x86_64-linux-gnu", "lib64"};
#elif defined(__aarch64__)
constexpr std::array kLibraryDirs = {"lib", "lib/aarch64-linux-gnu", "lib64"};
#elif defined(__riscv) && __riscv_xlen == 64
constexpr std::array kLibraryDirs = {"lib", "lib/riscv64-linux-gnu", "lib64"};
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
constexpr std::array kLibraryDirs = {"lib", "lib/powerpc64le-linux-gnu", "lib64"};
#elif defined(__s390x__)
constexpr std::array kLibraryDirs = {"lib", "lib/s390x-linux-gnu", "lib64"};
#else
constexpr std::array kLibraryDirs = {"lib", "lib64"};
#endif

/// Gathers the places; one that an earlier name reached already is left out.
class Order {
 public:
  void add(const fs::path& directory, PluginOrigin origin) {
    std::error_code ignored;
    fs::path absolute = fs::absolute(directory, ignored).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    fs::path settled = fs::weakly_canonical(absolute, ignored);
    if (settled.empty()) settled = absolute;
    if (std::ranges::find(settled_, settled) != settled_.end()) return;
    settled_.push_back(std::move(settled));
    path.places.push_back({std::move(absolute), origin});
  }

  void add_list(std::string_view list, PluginOrigin origin) {
    while (!list.empty()) {
      const std::size_t colon = list.find(':');
      const std::string_view part = list.substr(0, colon);
      if (!part.empty()) add(part, origin);
      list.remove_prefix(colon == std::string_view::npos ? list.size() : colon + 1);
    }
  }

  PluginPath path;

 private:
  std::vector<fs::path> settled_;
};

fs::path program_file(const PluginPathInputs& inputs) {
  if (!inputs.program.empty()) return inputs.program;
  std::error_code none;
  return fs::read_symlink("/proc/self/exe", none);
}

}  // namespace

PluginPath plugin_path(std::string_view command_line, const PluginPathInputs& inputs) {
  Order order;
  order.add_list(command_line, PluginOrigin::kCommandLine);
  const auto listed = inputs.environment ? inputs.environment("WEFT_PLUGIN_PATH")
                                         : read_environment("WEFT_PLUGIN_PATH");
  order.add_list(listed.value_or(""), PluginOrigin::kEnvironment);
  const fs::path program = program_file(inputs);
  if (!program.empty()) {
    const fs::path prefix = program.parent_path().parent_path();
    for (const char* lib : kLibraryDirs)
      order.add(prefix / lib / "weft", PluginOrigin::kBesideProgram);
  }
  for (const char* prefix : {"/usr/local", "/usr"}) {
    for (const char* lib : kLibraryDirs)
      order.add(fs::path(prefix) / lib / "weft", PluginOrigin::kSystem);
  }
  return std::move(order.path);
}

std::string_view to_string(PluginOrigin origin) {
  switch (origin) {
    case PluginOrigin::kCommandLine:
      return "--plugin-path";
    case PluginOrigin::kEnvironment:
      return "WEFT_PLUGIN_PATH";
    case PluginOrigin::kBesideProgram:
      return "beside the program";
    case PluginOrigin::kSystem:
      return "system";
  }
  return "";
}

}  // namespace weft
