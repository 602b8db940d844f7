// SPDX-License-Identifier: Apache-2.0
/// Loads pipelines from texts in memory: files by name, and an environment of two variables.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/config/load_config.hpp"

namespace weft::test {

/// A set of files that include each other by name.
using Files = std::map<std::string, std::string>;

/// A loaded configuration and its problems in words, sorted.
struct Loaded {
  Config config;
  Problems problems;

  [[nodiscard]] std::vector<std::string> complaints() const {
    std::vector<std::string> words;
    for (const Problem& problem : problems.sorted())
      words.push_back(to_string(problem));
    return words;
  }
  /// "parse_html, short=summarize_rank": the ids in order, with the plugin where it differs.
  [[nodiscard]] std::string stages() const {
    std::string words;
    for (const StageConfig& stage : config.stages) {
      words += (words.empty() ? "" : ", ") + stage.id;
      if (stage.id != stage.plugin_id()) words += "=" + stage.plugin_id();
    }
    return words;
  }
  /// The stage with that id; fails the test when there is none.
  [[nodiscard]] const StageConfig& stage(const std::string& id) const {
    for (const StageConfig& each : config.stages)
      if (each.id == id) return each;
    throw std::out_of_range("no stage " + id);
  }
};

inline ConfigInputs inputs_from(const Files& files) {
  ConfigInputs inputs;
  inputs.read_file = [files](const std::filesystem::path& path) {
    const auto found = files.find(path.generic_string());
    return found == files.end() ? FileText{{}, "it does not exist", {}}
                                : FileText{found->second, {}, {}};
  };
  inputs.environment = [](const std::string& name) -> std::optional<std::string> {
    if (name == "DATA") return "/data/纸";
    if (name == "MARKUP") return "<a b=\"${DATA}\"/> &lt;";
    if (name == "BROKEN") return "\xC4";
    if (name == "LONG") return std::string(40000, 'x');
    return std::nullopt;
  };
  return inputs;
}

/// Loads one of the files.
inline Loaded load(const Files& files, const std::string& name) {
  Loaded loaded;
  loaded.config = load_config(name, loaded.problems, inputs_from(files));
  return loaded;
}

/// Loads a text as the file "p.xml".
inline Loaded load(const std::string& text) {
  Loaded loaded;
  loaded.config = load_config_text(text, "p.xml", loaded.problems, inputs_from({}));
  return loaded;
}

/// The complaints about a text.
inline std::vector<std::string> complaints(const std::string& text) {
  return load(text).complaints();
}

/// The only complaint about a text; "" when there is none, all of them when there are several.
inline std::string complaint(const std::string& text) {
  std::string words;
  for (const std::string& each : complaints(text))
    words += (words.empty() ? "" : "\n") + each;
  return words;
}

}  // namespace weft::test
