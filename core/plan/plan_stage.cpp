// SPDX-License-Identifier: Apache-2.0
/// Options, values, the condition and the output of one stage.
#include "core/plan/plan_stage.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/config/suggest.hpp"
#include "core/plan/output_pattern.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

std::string option_of(const std::string& option, const StageConfig& stage) {
  return "option '" + option + "' of " + stage_name(stage);
}

std::string upper(std::string_view word) {
  std::string text(word);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// The host's own parameter of every exporter.
const ParamInfo& to_param() {
  static const ParamInfo param = {.name = "to",
                                  .type = WEFT_TYPE_OUTPUT,
                                  .doc = "where the output goes",
                                  .unit = {},
                                  .required = true};
  return param;
}

class StagePlanner {
 public:
  StagePlanner(const StageConfig& config, const PluginInfo& plugin, const PlanInputs& inputs,
               NamedFiles& files, Problems& problems)
      : config_(config), plugin_(plugin), inputs_(inputs), files_(files), problems_(problems) {}

  PlannedStage plan(const std::string& pipeline) {
    stage_.id = config_.id;
    stage_.plugin = &plugin_;
    stage_.place = config_.place;
    for (const Option& option : config_.options)
      stage_.given.push_back(option.name);
    report_unknown();
    for (const ParamInfo& param : plugin_.params)
      stage_.values.push_back(is_to(param) ? to_as_written() : value_of(param));
    if (plugin_.kind == WEFT_EXPORTER) plan_output(pipeline);
    plan_condition();
    return std::move(stage_);
  }

 private:
  [[nodiscard]] const Option* option(const std::string& name) const {
    const auto found = std::ranges::find(config_.options, name, &Option::name);
    return found == config_.options.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::vector<std::string> known_options() const {
    std::vector<std::string> names = plugin_.param_names();
    const bool exporter = plugin_.kind == WEFT_EXPORTER;
    if (exporter && plugin_.param(to_param().name) == nullptr)
      names.insert(names.begin(), to_param().name);
    return names;
  }

  /// An exporter that wants to see where its output goes declares `to` itself; the host judges it
  /// all the same.
  [[nodiscard]] bool is_to(const ParamInfo& param) const {
    return plugin_.kind == WEFT_EXPORTER && param.name == to_param().name;
  }
  [[nodiscard]] ParamValue to_as_written() const {
    const Option* given = option(to_param().name);
    return ParamValue::string(given == nullptr ? std::string() : given->value);
  }

  void report_unknown() {
    const std::vector<std::string> known = known_options();
    for (const Option& each : config_.options) {
      if (std::ranges::find(known, each.name) != known.end()) continue;
      std::vector<std::string> words = known;
      words.insert(words.end(), {"when", "id", "plugin"});
      const auto near = closest(each.name, words);
      if (near) mistyped_.push_back(*near);
      std::string hint = near ? "did you mean '" + *near + "'?" : suggest(each.name, known);
      if (known.empty() && !near) hint = "it has no options";
      problems_.add(each.name_place, "unknown " + option_of(each.name, config_), hint);
    }
  }

  [[nodiscard]] ParamContext context(const Option* given) const {
    ParamContext context;
    context.output_dir = inputs_.output_dir;
    context.environment = inputs_.environment;
    if (given == nullptr) return context;
    context.base_dir = given->base_dir;
    context.allow_absolute_output = given->value_place == command_line_place();
    return context;
  }

  void report_missing(const ParamInfo& param, const std::string& example) {
    if (std::ranges::find(mistyped_, param.name) != mistyped_.end()) return;  // one cure for both
    problems_.add(config_.place, "missing " + option_of(param.name, config_),
                  "add " + param.name + "=\"" + example + "\": " + param.doc);
  }

  void report_value(const Option& given, const ParamReading& reading) {
    problems_.add(given.value_place, option_of(given.name, config_) + ": " + reading.error,
                  reading.hint);
  }

  ParamValue value_of(const ParamInfo& param) {
    const Option* given = option(param.name);
    if (given == nullptr && param.required) {
      report_missing(param, upper(type_word(param.type)));
      return {};
    }
    if (given != nullptr && given->reported) return {};
    ParamReading reading = given != nullptr ? parse_param(param, given->value, context(given))
                                            : default_param(param, context(nullptr));
    if (!reading.ok() && given != nullptr) {
      report_value(*given, reading);
    } else if (!reading.ok()) {
      problems_.add(config_.place,
                    "the default of " + option_of(param.name, config_) + ": " + reading.error,
                    reading.hint);
    } else {
      note_file(param, given, reading.value.text());
    }
    return std::move(reading.value);
  }

  void note_file(const ParamInfo& param, const Option* given, const std::string& path) {
    if (path.empty() || (param.type != WEFT_TYPE_INPUT && param.type != WEFT_TYPE_OUTPUT)) return;
    const Place place = given == nullptr ? config_.place : given->value_place;
    const std::string text = given == nullptr ? *param.def : given->value;
    auto& list = param.type == WEFT_TYPE_INPUT ? files_.inputs : files_.outputs;
    list.push_back({stage_name(config_), param.name, text, path, place});
  }

  void plan_output(const std::string& pipeline) {
    const Option* given = option(to_param().name);
    if (given == nullptr) {
      report_missing(to_param(), "{name}." + std::string(plugin_.name()));
      return;
    }
    if (given->reported) return;
    const std::string pattern = fill_pipeline_name(given->value, pipeline);
    if (const auto fault = check_pattern(pattern)) {
      problems_.add(given->value_place, option_of("to", config_) + ": " + fault->message,
                    fault->hint);
      return;
    }
    const ParamReading reading = parse_param(to_param(), pattern, context(given));
    if (!reading.ok()) {
      report_value(*given, reading);
      return;
    }
    const std::filesystem::path whole = reading.value.text();
    const std::filesystem::path written = std::filesystem::path(pattern).lexically_normal();
    stage_.to = written.string();
    files_.outputs.push_back({stage_name(config_), "to", stage_.to, whole, given->value_place});
  }

  void plan_condition() {
    if (!config_.when) return;
    std::string message;
    std::string hint;
    stage_.when = parse_condition(*config_.when, message, hint);
    if (!stage_.when) {
      problems_.add(config_.when_place, "'when' of " + stage_name(config_) + ": " + message, hint);
      return;
    }
    const auto asks_document = [](const Condition::Term& term) {
      return term.what != Condition::Term::What::media_type;
    };
    if (plugin_.kind != WEFT_PARSER || !std::ranges::any_of(stage_.when->terms, asks_document))
      return;
    problems_.add(config_.when_place,
                  "'when' of " + stage_name(config_) + " asks for more than the media type",
                  "a parser meets a file before it has views or a language; "
                  "put the condition on a later stage");
  }

  const StageConfig& config_;
  const PluginInfo& plugin_;
  const PlanInputs& inputs_;
  NamedFiles& files_;
  Problems& problems_;
  PlannedStage stage_;
  std::vector<std::string> mistyped_;  // options that unknown ones were probably meant to be
};

}  // namespace

std::string stage_name(const StageConfig& stage) {
  const std::string plugin = stage.plugin_id();
  return stage.id == plugin ? plugin : plugin + " (id '" + stage.id + "')";
}

PlannedStage plan_stage(const StageConfig& stage, const PluginInfo& plugin,
                        const std::string& pipeline, const PlanInputs& inputs, NamedFiles& files,
                        Problems& problems) {
  return StagePlanner(stage, plugin, inputs, files, problems).plan(pipeline);
}

}  // namespace weft
