// SPDX-License-Identifier: Apache-2.0
/// --set and --export.
#include "core/config/override_config.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/config/source_text.hpp"
#include "core/config/stage_element.hpp"
#include "core/config/suggest.hpp"

namespace weft {
namespace {

bool is_text(std::string_view flag, std::string_view argument, Problems& problems) {
  if (!find_bad_character(argument)) return true;
  problems.add(command_line_place(),
               std::string(flag) + " with bytes that are not plain UTF-8 text");
  return false;
}

void set_option(StageConfig& stage, const std::string& name, std::string_view value) {
  const Place place = command_line_place();
  Option option{name, std::string(value), place, place, {}, false};
  const auto old = std::ranges::find(stage.options, name, &Option::name);
  if (old == stage.options.end())
    stage.options.push_back(std::move(option));
  else
    *old = std::move(option);
}

std::vector<std::string> ids_of(const Config& config) {
  std::vector<std::string> ids;
  for (const StageConfig& stage : config.stages)
    ids.push_back(stage.id);
  return ids;
}

}  // namespace

std::string free_id(const Config& config, const std::string& wanted) {
  const std::vector<std::string> ids = ids_of(config);
  std::string id = wanted;
  for (int n = 2; std::ranges::find(ids, id) != ids.end(); ++n)
    id = wanted + "_" + std::to_string(n);
  return id;
}

void apply_set(Config& config, std::string_view argument, Problems& problems) {
  if (!is_text("--set", argument, problems)) return;
  const std::size_t equals = argument.find('=');
  const std::string_view left = argument.substr(0, equals);
  const std::size_t dot = left.rfind('.');  // ids may have dots, options do not
  const Place place = command_line_place();
  if (equals == argument.npos || dot == left.npos || dot == 0 || dot + 1 == left.size()) {
    problems.add(place, "--set " + std::string(left) + " is not ID.OPTION=VALUE",
                 "for example --set summarize_rank.sentences=3");
    return;
  }
  const std::string id(left.substr(0, dot));
  const std::string name(left.substr(dot + 1));
  const std::string_view value = argument.substr(equals + 1);
  const auto stage = std::ranges::find(config.stages, id, &StageConfig::id);
  if (stage == config.stages.end()) {
    problems.add(place, "--set " + std::string(left) + ": there is no stage '" + id + "'",
                 suggest(id, ids_of(config)));
  } else if (name == "plugin" || name == "id") {
    problems.add(place, "--set cannot change the " + name + " of '" + id + "'",
                 "use a file that includes this one");
  } else if (name == "when") {
    stage->when = std::string(value);
    stage->when_place = place;
  } else {
    set_option(*stage, name, value);
  }
}

void apply_export(Config& config, std::string_view argument, Problems& problems) {
  if (!is_text("--export", argument, problems)) return;
  const std::size_t equals = argument.find('=');
  const std::string name(argument.substr(0, equals));
  const Place place = command_line_place();
  if (equals == argument.npos || equals + 1 == argument.size() || !is_identifier(name)) {
    problems.add(place, "--export " + std::string(argument) + " is not NAME=PATH",
                 "for example --export tmx=out/news.tmx");
    return;
  }
  std::erase_if(config.stages, [&](const StageConfig& stage) {
    return stage.element == "export" && stage.place != place;
  });
  StageConfig stage{.element = "export",
                    .plugin = name,
                    .place = place,
                    .id_place = place,
                    .plugin_place = place};
  stage.id = free_id(config, stage.plugin_id());
  set_option(stage, "to", argument.substr(equals + 1));
  config.stages.push_back(std::move(stage));
}

}  // namespace weft
