// SPDX-License-Identifier: Apache-2.0
/// Follows includes and lays the files over each other.
#include "core/config/load_config.hpp"

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <utility>
#include <vector>

#include "core/config/overlay.hpp"
#include "core/config/pipeline_file.hpp"
#include "core/config/source_text.hpp"
#include "core/config/xml_element.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxIncludeDepth = 16;
constexpr std::size_t kMaxFiles = 64;  // two includes a file would be 65536 at depth 16

/// The name that tells files apart, whatever way they are spelt.
std::filesystem::path identity(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::path path = std::filesystem::weakly_canonical(file, error);
  return error ? file.lexically_normal() : path;
}

/// What is there of a file that could not be read.
Config unread() {
  Config config;
  config.whole = false;
  return config;
}

class Loader {
 public:
  Loader(Problems& problems, const ConfigInputs& inputs) : problems_(problems), inputs_(inputs) {}

  Config load_file(const std::filesystem::path& file) {
    const FileText text = inputs_.read_file(file);
    if (text.error.empty()) return load_text(text.bytes, file);
    problems_.add({file.string(), 0, 0}, "cannot read this pipeline file: " + text.error,
                  text.hint);
    return unread();
  }

  Config load_text(std::string_view bytes, const std::filesystem::path& file) {
    problems_.note_file(file.string());
    const SourceText source(file.string(), bytes);
    std::optional<XmlElement> root = read_xml(source, problems_);
    if (!root) return unread();
    PipelineFile own =
        read_pipeline(std::move(*root), file.parent_path(), inputs_.environment, problems_);
    if (own.includes.empty()) return std::move(own.config);
    Config result;
    open_.push_back(identity(file));
    for (const IncludeConfig& include : own.includes)
      overlay(result, load_include(include, file.parent_path()), problems_);
    open_.pop_back();
    overlay(result, std::move(own.config), problems_);
    return result;
  }

 private:
  Config load_include(const IncludeConfig& include, const std::filesystem::path& base_dir) {
    const std::filesystem::path file = (base_dir / include.href).lexically_normal();
    const std::filesystem::path id = identity(file);
    const auto refuse = [&](std::string message, std::string hint) {
      problems_.add(include.place, std::move(message), std::move(hint));
      return unread();
    };
    if (std::ranges::find(open_, id) != open_.end())
      return refuse("'" + include.href + "' includes itself" + chain(id), "remove one <include>");
    if (open_.size() > kMaxIncludeDepth)
      return refuse("files are included more than " + std::to_string(kMaxIncludeDepth) + " deep",
                    {});
    if (++files_ > kMaxFiles)
      return refuse("more than " + std::to_string(kMaxFiles) + " files are included", {});
    const FileText text = inputs_.read_file(file);
    if (text.error.empty()) return load_text(text.bytes, file);
    return refuse("cannot include '" + file.string() + "': " + text.error, text.hint);
  }

  /// " by way of b.xml, c.xml": the files between one that is open and the one that names it again.
  [[nodiscard]] std::string chain(const std::filesystem::path& id) const {
    std::string names;
    auto at = std::ranges::find(open_, id);
    for (++at; at != open_.end(); ++at)
      names += (names.empty() ? " by way of " : ", ") + at->filename().string();
    return names;
  }

  Problems& problems_;
  const ConfigInputs& inputs_;
  std::vector<std::filesystem::path> open_;
  std::size_t files_ = 0;
};

Config with_name(Config config, const std::filesystem::path& file) {
  if (config.name.empty()) config.name = file.stem().string();
  return config;
}

}  // namespace

Config load_config(const std::filesystem::path& file, Problems& problems,
                   const ConfigInputs& inputs) {
  return with_name(Loader(problems, inputs).load_file(file), file);
}

Config load_config_text(std::string_view text, const std::filesystem::path& file,
                        Problems& problems, const ConfigInputs& inputs) {
  return with_name(Loader(problems, inputs).load_text(text, file), file);
}

}  // namespace weft
