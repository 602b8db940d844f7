// SPDX-License-Identifier: Apache-2.0
/// The `to` of an exporter: a path with placeholders.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace weft {

/// What is wrong with a pattern, and the cure.
struct PatternFault {
  std::string message;  ///< "unknown placeholder {stm}"
  std::string hint;     ///< "did you mean {stem}?"
};

/// Replaces {name} by a pipeline's name, made fit for one part of a path: what a file name may not
/// hold becomes '_'. The other placeholders stay.
[[nodiscard]] std::string fill_pipeline_name(std::string_view pattern, std::string_view name);

/// The first '{' or '}' that begins or ends none of {name} {stem} {id} {lang} {part}, or nothing.
[[nodiscard]] std::optional<PatternFault> check_pattern(std::string_view pattern);

/// Whether a glob of <corpus> could match a path of that pattern (placeholders stand for anything).
/// May say yes where no real path would; never no where one would, but for classes "[...]".
[[nodiscard]] bool may_match(std::string_view glob, std::string_view pattern);

/// The pattern with "x" for each placeholder: a path like those it makes.
[[nodiscard]] std::string sample_path(std::string_view pattern);

}  // namespace weft
