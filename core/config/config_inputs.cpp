// SPDX-License-Identifier: Apache-2.0
/// The program's own inputs of a configuration: files and the environment.
#include "core/config/config_inputs.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <vector>

#include "core/config/suggest.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxFileSize = std::size_t{1024} * 1024;
constexpr std::size_t kMaxNeighbours = 1000;  // a directory read for a hint only

std::string suggest_neighbour(const std::filesystem::path& path) {
  const std::filesystem::path directory = path.has_parent_path() ? path.parent_path() : ".";
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(directory, error), end;
       !error && entry != end && names.size() < kMaxNeighbours; entry.increment(error))
    names.push_back(entry->path().filename().string());
  const auto near = closest(path.filename().string(), names);
  return near ? "did you mean '" + (path.parent_path() / *near).string() + "'?" : "";
}

}  // namespace

FileText read_config_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return {{}, "it does not exist", suggest_neighbour(path)};
  if (std::filesystem::is_directory(status)) return {{}, "it is a directory", "name a file in it"};
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  FileText result;
  result.bytes.resize(kMaxFileSize + 1);
  file.read(result.bytes.data(), static_cast<std::streamsize>(result.bytes.size()));
  if (!file.eof() && file.fail())
    return {{}, std::generic_category().message(errno == 0 ? EIO : errno), {}};
  result.bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (result.bytes.size() > kMaxFileSize)
    return {{}, "it is larger than 1 MiB", "is it a pipeline file?"};
  return result;
}

std::optional<std::string> read_environment(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace weft
