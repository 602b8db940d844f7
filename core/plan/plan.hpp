// SPDX-License-Identifier: Apache-2.0
/// Step 3 of the program: a Config and a Registry become a Plan, or a list of everything that is
/// wrong.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/config/config.hpp"
#include "core/config/config_inputs.hpp"
#include "core/config/problems.hpp"
#include "core/plan/condition.hpp"
#include "core/plugin/param_value.hpp"
#include "core/plugin/plugin_info.hpp"
#include "core/plugin/registry.hpp"

namespace weft {

/// One stage, ready to be made: its plugin, its values in the order of the plugin's parameters.
struct PlannedStage {
  std::string id;                      ///< "align_length", or as the file names it
  const PluginInfo* plugin = nullptr;  ///< owned by the Registry, which outlives the Plan
  std::vector<ParamValue> values;
  std::optional<Condition> when;
  /// Exporters: value of `to`, below the output directory (or absolute, from the command line);
  /// {name} is filled in, {stem} {id} {lang} {part} are left to the run.
  std::string to;
  std::vector<std::string> given;  ///< names of the options somebody set; others are defaults
  Place place;
};

/// What a run needs to know; nothing of the file is looked at again.
struct Plan {
  std::string name;
  std::vector<std::filesystem::path> corpus_roots;  ///< of <corpus>, or the CORPUS arguments
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<PlannedStage> parsers;
  std::vector<PlannedStage> steps;  ///< transform, align and summarize stages, in file order
  std::vector<PlannedStage> exporters;
  std::filesystem::path output_dir;
  std::string
      hash;  ///< 32 hex digits over stages, plugin versions and values: provenance for exporters
  std::vector<Problem> notes;  ///< not wrong, but worth a warning: there is no exporter
};

/// What the command line adds.
struct PlanInputs {
  /// CORPUS arguments: replace the root of <corpus>; its include and exclude still choose files in
  /// folders.
  std::vector<std::filesystem::path> corpus = {};
  std::filesystem::path output_dir = ".";  ///< --out
  Environment environment = {};            ///< for secrets; empty: the process's
};

/// Checks everything: plugins, options, values, ranges, needs and gives, conditions, outputs that
/// collide, that there are a parser and a corpus. Opens no document. All complaints go into
/// `problems`; the Plan may be run only when it is empty afterwards.
[[nodiscard]] Plan make_plan(const Config& config, const Registry& registry,
                             const PlanInputs& inputs, Problems& problems);

}  // namespace weft
