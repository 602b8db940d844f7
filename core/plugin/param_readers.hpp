// SPDX-License-Identifier: Apache-2.0
/// One reader for each parameter type: text to value, ranges apart. Only parse_param calls them.
#pragma once

#include <string>
#include <string_view>

#include "core/plugin/param_value.hpp"

namespace weft {

/// A reading that failed.
[[nodiscard]] ParamReading refused(std::string error, std::string hint = {});

/// The text between quotes for a message, cut when it is long.
[[nodiscard]] std::string in_quotes(std::string_view text);

[[nodiscard]] ParamReading read_integer(std::string_view text);
[[nodiscard]] ParamReading read_real(std::string_view text);
[[nodiscard]] ParamReading read_size(std::string_view text);      ///< "64K", "2M": bytes
[[nodiscard]] ParamReading read_duration(std::string_view text);  ///< "250ms", "5s": seconds

[[nodiscard]] ParamReading read_input(std::string_view text, const ParamContext& context);
[[nodiscard]] ParamReading read_output(std::string_view text, const ParamContext& context);
[[nodiscard]] ParamReading read_secret(std::string_view text, const ParamContext& context);

}  // namespace weft
