// SPDX-License-Identifier: Apache-2.0
/// The five elements that make a stage.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/config.hpp"
#include "core/config/config_inputs.hpp"
#include "core/config/problems.hpp"
#include "core/config/xml_element.hpp"

namespace weft {

/// Their names, in the order in which documents usually meet them: parse first, export last.
[[nodiscard]] const std::vector<std::string>& stage_elements();

/// Whether a text can be a plugin's name or a stage's id: letters, digits, '_', '-', '.' and ':'.
[[nodiscard]] bool is_identifier(std::string_view text);

/// Turns one of these elements, in a file in `base_dir`, into configuration. Nothing, and problems,
/// when it has no usable plugin or id.
[[nodiscard]] std::optional<StageConfig> read_stage(XmlElement& element,
                                                    const std::filesystem::path& base_dir,
                                                    const Environment& environment,
                                                    Problems& problems);

}  // namespace weft
