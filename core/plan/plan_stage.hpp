// SPDX-License-Identifier: Apache-2.0
/// One stage of the configuration, judged by what its plugin declares.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/config/config.hpp"
#include "core/config/problems.hpp"
#include "core/plan/plan.hpp"

namespace weft {

/// A file that a stage reads or writes, as an option names it.
struct NamedFile {
  std::string owner;           ///< stage_name() of the stage
  std::string option;          ///< "to", "lexicon"
  std::string text;            ///< as shown in messages; for outputs {name} is filled in
  std::filesystem::path path;  ///< absolute; of an output placeholders may be left in it
  Place place;                 ///< of the option's value
};

/// The files of all stages.
struct NamedFiles {
  std::vector<NamedFile> inputs;
  std::vector<NamedFile> outputs;
};

/// "align_length", or "align_length (id 'second')": a stage in complaints.
[[nodiscard]] std::string stage_name(const StageConfig& stage);

/// The stage with all its values, where they are sound. Adds a problem for each unknown or missing
/// option, each bad value and a bad condition; options whose value is already reported are taken as
/// given. `pipeline` is the pipeline's name. Adds the files that the options name to `files`.
[[nodiscard]] PlannedStage plan_stage(const StageConfig& stage, const PluginInfo& plugin,
                                      const std::string& pipeline, const PlanInputs& inputs,
                                      NamedFiles& files, Problems& problems);

}  // namespace weft
