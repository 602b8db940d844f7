// SPDX-License-Identifier: Apache-2.0
/// Values of plugin parameters: from a user's text to what weft_plugin.create receives.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/config_inputs.hpp"
#include "core/plugin/plugin_info.hpp"
#include "weft/abi.h"

namespace weft {

/// An immutable value of its own memory. Copies share it, so that a view stays good while any copy
/// lives, wherever the copies move. Any thread.
class ParamValue {
 public:
  /// An absent value: an optional parameter without default.
  ParamValue() = default;
  [[nodiscard]] static ParamValue boolean(bool value);
  [[nodiscard]] static ParamValue integer(std::int64_t value);
  [[nodiscard]] static ParamValue real(double value);
  [[nodiscard]] static ParamValue string(std::string value);
  [[nodiscard]] static ParamValue list(std::vector<std::string> items);
  /// `items` are key, value, key, value.
  [[nodiscard]] static ParamValue map(std::vector<std::string> items);
  /// A string that text() never shows; `variable` is the environment variable it came from.
  [[nodiscard]] static ParamValue secret(std::string variable, std::string value);

  /// What a plugin receives; valid while this value or a copy of it lives.
  [[nodiscard]] weft_value as_abi() const;
  [[nodiscard]] bool has_value() const noexcept { return data_ != nullptr; }
  /// WEFT_VALUE_...
  [[nodiscard]] std::uint32_t kind() const noexcept;

  /// The value in one spelling whatever way it was written, for people and for cache keys:
  /// "2097152" of "2M", "a=b, c=d" of a map, "$NAME" of a secret; empty when absent.
  [[nodiscard]] std::string text() const;

 private:
  struct Data;
  explicit ParamValue(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  static ParamValue of_strings(std::uint32_t kind, std::vector<std::string> strings,
                               std::string shown);

  std::shared_ptr<const Data> data_;  // shared: a plan's stages are copied, the values never change
};

/// What the meaning of a text depends on beside its parameter.
struct ParamContext {
  /// Relative input paths count from here; empty: the working directory.
  std::filesystem::path base_dir = {};
  /// Outputs must stay below it; empty: the working directory.
  std::filesystem::path output_dir = {};
  bool allow_absolute_output = false;  ///< for a path the user gave on the command line
  /// False: judge the spelling alone, without looking at files and environment.
  bool look_around = true;
  Environment environment = {};  ///< for secrets; empty: the process's

  /// For the defaults in a plugin's description, which are judged before any run.
  [[nodiscard]] static ParamContext description();
};

/// A value, or why there is none, in the words of a Problem: "'0' is below 1, the least allowed".
struct ParamReading {
  ParamValue value = {};
  std::string error = {};  ///< empty on success
  std::string hint = {};   ///< the cure; may be empty

  [[nodiscard]] bool ok() const noexcept { return error.empty(); }
};

/// Reads a text as a value of the parameter's type and checks its range. Blanks around it do not
/// count, except in a string. README.md has the forms. The text of a secret is in no message.
[[nodiscard]] ParamReading parse_param(const ParamInfo& param, std::string_view text,
                                       const ParamContext& context);

/// The value of a parameter that nobody set: its default, or absent; an error when it is required.
[[nodiscard]] ParamReading default_param(const ParamInfo& param, const ParamContext& context);

}  // namespace weft
