// SPDX-License-Identifier: Apache-2.0
/// Values that name something outside: input files, output files, environment variables.
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "core/config/suggest.hpp"
#include "core/plugin/param_readers.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

ParamReading path_value(const fs::path& path) {
  ParamReading reading;
  reading.value = ParamValue::string(path.string());
  return reading;
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

fs::path below(const fs::path& base, std::string_view text) {
  std::error_code ignored;
  return fs::absolute(base / fs::path(text), ignored).lexically_normal();
}

/// A file of the same directory with a name like the missing one's.
std::string similar_file(const fs::path& missing) {
  constexpr std::size_t kMaxSeen = 1000;
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(missing.parent_path(), failed), end;
       !failed && at != end && names.size() < kMaxSeen; at.increment(failed))
    names.push_back(at->path().filename().string());
  std::ranges::sort(names);
  const auto near = closest(missing.filename().string(), names);
  return near ? "did you mean '" + *near + "'?" : std::string();
}

/// True when `whole`, with every link on the way followed, lies in `root`.
bool stays_in(const fs::path& root, const fs::path& whole) {
  std::error_code failed;
  const fs::path real_root = fs::weakly_canonical(root, failed);
  const fs::path real = fs::weakly_canonical(whole, failed);
  if (failed) return false;
  const fs::path way = real.lexically_relative(real_root);
  return !way.empty() && *way.begin() != "..";
}

bool variable_name(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && !(text[0] >= '0' && text[0] <= '9') && std::ranges::all_of(text, allowed);
}

}  // namespace

ParamReading read_input(std::string_view text, const ParamContext& context) {
  if (text.empty()) return refused("the path is empty");
  if (has_control(text)) return refused("the path has a control character in it");
  if (!context.look_around) return path_value(text);
  const fs::path whole = below(context.base_dir, text);
  std::error_code failed;
  const fs::file_status status = fs::status(whole, failed);
  if (!fs::exists(status)) {
    std::string hint = text.starts_with("~") ? "write ${HOME} for '~'" : similar_file(whole);
    return refused("file '" + whole.string() + "' does not exist", std::move(hint));
  }
  if (fs::is_directory(status)) return refused("'" + whole.string() + "' is a directory, no file");
  if (::access(whole.c_str(), R_OK) != 0)
    return refused("file '" + whole.string() + "' may not be read", "change its permissions");
  return path_value(whole);
}

ParamReading read_output(std::string_view text, const ParamContext& context) {
  if (text.empty()) return refused("the path is empty");
  if (has_control(text)) return refused("the path has a control character in it");
  const fs::path path(text);
  if (!path.has_filename() || path.filename() == ".")
    return refused(in_quotes(text) + " names a directory", "add the name of a file");
  if (std::ranges::find(path, "..") != path.end())
    return refused(in_quotes(text) + " leads out of the output directory",
                   "write a path without '..'");
  if (path.is_absolute() && !context.allow_absolute_output)
    return refused(in_quotes(text) + " is an absolute path",
                   "write a path below the output directory, which --out sets");
  if (!context.look_around) return path_value(path);
  const fs::path whole = below(context.output_dir, text);
  if (path.is_relative() && !stays_in(below(context.output_dir, "."), whole))
    return refused(in_quotes(text) + " leads out of the output directory by a symbolic link");
  if (std::error_code failed; fs::is_directory(whole, failed))
    return refused("'" + whole.string() + "' is a directory", "choose another name");
  return path_value(whole);
}

ParamReading read_secret(std::string_view text, const ParamContext& context) {
  // No message repeats the text: who misunderstands the parameter writes the secret itself there.
  if (!variable_name(text))
    return refused("a secret is given by the name of an environment variable, and this is no name",
                   "put the secret into a variable and write that variable's name here");
  const std::string name(text);
  if (!context.look_around) {
    ParamReading reading;
    reading.value = ParamValue::secret(name, "");
    return reading;
  }
  const std::optional<std::string> value =
      context.environment ? context.environment(name) : read_environment(name);
  if (!value || value->empty())
    return refused(
        "the environment variable named here is " + std::string(value ? "empty" : "not set"),
        "export it before you start weft");
  ParamReading reading;
  reading.value = ParamValue::secret(name, *value);
  return reading;
}

}  // namespace weft
