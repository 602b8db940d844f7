// SPDX-License-Identifier: Apache-2.0
/// Plans pipelines from texts in a folder of their own, over a registry of hand-made plugins.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/config/load_config.hpp"
#include "core/config/override_config.hpp"
#include "core/plan/plan.hpp"
#include "weft/abi.h"

namespace weft::test {

/// A new working directory, with a folder "corpus" in it, for as long as it lives.
class WorkingFolder {
 public:
  WorkingFolder() : before_(std::filesystem::current_path()) {
    std::string name = (std::filesystem::temp_directory_path() / "weft-plan-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = std::filesystem::canonical(name);
    std::filesystem::current_path(path_);
    std::filesystem::create_directory("corpus");
  }
  ~WorkingFolder() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(const std::filesystem::path& file, const std::string& text) const {
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

 private:
  std::filesystem::path before_;
  std::filesystem::path path_;
};

inline PluginInfo plugin(std::string id, std::uint32_t kind, std::vector<ParamInfo> params,
                         std::vector<std::string> needs, std::vector<std::string> gives) {
  PluginInfo info{.id = std::move(id), .kind = kind};
  info.version = "1.2.0";
  info.doc = "does what its name says";
  info.license = "Apache-2.0";
  info.params = std::move(params);
  info.needs = std::move(needs);
  info.gives = std::move(gives);
  info.file.path = "/plugins/" + info.id + ".so";
  return info;
}

inline ParamInfo param(std::string name, std::uint32_t type, std::optional<std::string> def = {}) {
  return {.name = std::move(name),
          .type = type,
          .doc = "what it is for",
          .unit = {},
          .def = std::move(def)};
}

/// `sentences`, from 1 to 50.
inline ParamInfo sentences_param() {
  ParamInfo info = param("sentences", WEFT_TYPE_INTEGER, "5");
  info.unit = "sentences";
  info.min = "1";
  info.max = "50";
  return info;
}

inline ParamInfo required(ParamInfo info) {
  info.required = true;
  return info;
}

inline ParamInfo choice_param() {
  ParamInfo info = param("method", WEFT_TYPE_CHOICE, "graph");
  info.choices = {"graph", "frequency", "position"};
  return info;
}

/// Plugins of every kind; transform_twin is broken.
inline Registry sample_registry() {
  Registry registry;
  registry.add(plugin(
      "parse_html", WEFT_PARSER,
      {param("main-content", WEFT_TYPE_BOOL, "true"), param("max-size", WEFT_TYPE_SIZE, "2M")}, {},
      {"paragraph", "title"}));
  registry.add(plugin("parse_text", WEFT_PARSER, {}, {}, {"paragraph"}));
  registry.add(plugin("transform_language", WEFT_TRANSFORM, {}, {"paragraph"}, {"lang"}));
  registry.add(plugin("transform_segment", WEFT_TRANSFORM, {param("abbreviations", WEFT_TYPE_LIST)},
                      {"paragraph"}, {"sentence"}));
  registry.add(plugin(
      "align_length", WEFT_ALIGNER,
      {required(param("source", WEFT_TYPE_LANGUAGE)), required(param("target", WEFT_TYPE_LANGUAGE)),
       param("deadline", WEFT_TYPE_DURATION, "5s")},
      {"sentence", "lang"}, {"bead"}));
  registry.add(plugin("align_lexicon", WEFT_ALIGNER,
                      {param("lexicon", WEFT_TYPE_INPUT), param("key", WEFT_TYPE_SECRET),
                       param("log", WEFT_TYPE_OUTPUT)},
                      {"sentence"}, {"bead"}));
  PluginInfo rank = plugin("summarize_rank", WEFT_SUMMARIZER, {sentences_param(), choice_param()},
                           {"sentence"}, {"summary"});
  rank.threading = WEFT_REENTRANT;
  registry.add(std::move(rank));
  PluginInfo digest = plugin("summarize_digest", WEFT_SUMMARIZER, {}, {}, {"summary"});
  digest.flags = WEFT_CORPUS_SCOPE;
  registry.add(std::move(digest));
  registry.add(plugin("export_tmx", WEFT_EXPORTER, {}, {"bead"}, {}));
  registry.add(
      plugin("export_text", WEFT_EXPORTER, {param("title", WEFT_TYPE_STRING, "")}, {}, {}));
  BrokenLibrary broken;
  broken.file.path = "/plugins/transform_twin.so";
  broken.reason = "crashed while loading (SIGSEGV)";
  registry.add_broken(std::move(broken));
  return registry;
}

/// A plan, or what is wrong with the pipeline.
struct Planned {
  std::unique_ptr<Registry> registry = std::make_unique<Registry>(sample_registry());
  Problems problems = {};
  Plan plan = {};

  /// One complaint a line, as a user sees them.
  [[nodiscard]] std::string complaints() const {
    std::string words;
    for (const Problem& problem : problems.sorted())
      words += (words.empty() ? "" : "\n") + to_string(problem);
    return words;
  }
};

/// What the command line says.
struct Arguments {
  PlanInputs inputs = {};
  std::vector<std::string> exports = {};
  std::vector<std::string> set = {};
};

/// Plans a text as the file "p.xml" of the working directory. The only environment variable is
/// SERVICE_KEY.
inline Planned plan_text_of(const std::string& text, Arguments arguments = {},
                            Registry registry = sample_registry()) {
  Planned planned;
  *planned.registry = std::move(registry);
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    return name == "SERVICE_KEY" ? std::optional<std::string>("hunter2") : std::nullopt;
  };
  ConfigInputs config_inputs;
  config_inputs.environment = environment;
  Config config = load_config_text(text, "p.xml", planned.problems, config_inputs);
  for (const std::string& each : arguments.exports)
    apply_export(config, each, planned.problems);
  for (const std::string& each : arguments.set)
    apply_set(config, each, planned.problems);
  arguments.inputs.environment = environment;
  planned.plan = make_plan(config, *planned.registry, arguments.inputs, planned.problems);
  return planned;
}

/// The same for stages on lines of their own; the first stage stands in line 4.
inline Planned plan_stages(const std::string& stages, Arguments arguments = {},
                           Registry registry = sample_registry()) {
  return plan_text_of(
      "<pipeline name=\"news\">\n<corpus root=\"corpus\"/>\n<parse plugin=\"text\"/>\n" + stages +
          "\n</pipeline>",
      std::move(arguments), std::move(registry));
}

/// The complaints about such stages, one a line; "" when there is none.
inline std::string complaints_of(const std::string& stages, Arguments arguments = {}) {
  return plan_stages(stages, std::move(arguments)).complaints();
}

}  // namespace weft::test
