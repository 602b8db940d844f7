// SPDX-License-Identifier: Apache-2.0
/// One pipeline file by itself: its elements as configuration, its includes not yet followed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/config/config.hpp"
#include "core/config/config_inputs.hpp"
#include "core/config/problems.hpp"
#include "core/config/xml_element.hpp"

namespace weft {

/// Stages that one file may have.
constexpr std::size_t kMaxStages = 1000;

/// An <include> element.
struct IncludeConfig {
  std::string href;
  Place place;  ///< of the href attribute's value
};

/// What one file says. The config's name is empty when the file gives none.
struct PipelineFile {
  Config config;
  std::vector<IncludeConfig> includes;
};

/// Turns the root element of a file in `base_dir` into configuration. Adds a problem for each
/// element or attribute that has no meaning here, each missing one, and each id given twice.
[[nodiscard]] PipelineFile read_pipeline(XmlElement root, const std::filesystem::path& base_dir,
                                         const Environment& environment, Problems& problems);

}  // namespace weft
