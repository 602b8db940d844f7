// SPDX-License-Identifier: Apache-2.0
/// `plugin`, `id` and `when` are common to all stages; every other attribute is the plugin's.
#include "core/config/stage_element.hpp"

#include <algorithm>
#include <utility>

#include "core/config/substitute.hpp"
#include "core/config/suggest.hpp"

namespace weft {
namespace {

bool check_identifier(const XmlAttribute& attribute, const StageConfig& stage, Problems& problems) {
  if (is_identifier(attribute.value)) return true;
  problems.add(
      attribute.value_place,
      "'" + attribute.value + "' cannot be the " + attribute.name + " of <" + stage.element + ">",
      "use letters, digits, '_', '-', '.' and ':'");
  return false;
}

bool check_plugin(const XmlAttribute& attribute, const StageConfig& stage, Problems& problems) {
  if (!check_identifier(attribute, stage, problems)) return false;
  const std::string prefix = stage.element + "_";
  if (!attribute.value.starts_with(prefix) || attribute.value == prefix) return true;
  problems.add(
      attribute.value_place,
      "the element already says '" + stage.element + "' of plugin '" + attribute.value + "'",
      "write plugin=\"" + attribute.value.substr(prefix.size()) + "\"");
  return false;
}

void report_no_plugin(const XmlElement& element, Problems& problems) {
  const auto meant = [](const XmlAttribute& each) { return closest(each.name, {"plugin"}); };
  const auto mistyped = std::ranges::find_if(
      element.attributes, [&](const XmlAttribute& each) { return meant(each).has_value(); });
  if (mistyped != element.attributes.end())
    problems.add(mistyped->name_place,
                 "<" + element.name + "> has no 'plugin' but '" + mistyped->name + "'",
                 "did you mean 'plugin'?");
  else
    problems.add(element.place, "<" + element.name + "> has no 'plugin'",
                 "write <" + element.name + " plugin=\"NAME\" .../>");
}

}  // namespace

const std::vector<std::string>& stage_elements() {
  static const std::vector<std::string> names = {"parse", "transform", "align", "summarize",
                                                 "export"};
  return names;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':';
  });
}

std::optional<StageConfig> read_stage(XmlElement& element, const std::filesystem::path& base_dir,
                                      const Environment& environment, Problems& problems) {
  StageConfig stage{.element = element.name, .place = element.place, .id_place = element.place};
  bool has_plugin = false;
  bool sound = true;
  for (XmlAttribute& attribute : element.attributes) {
    const bool replaced = substitute(attribute, environment, problems);
    if (attribute.name == "plugin") {
      has_plugin = true;
      stage.plugin = attribute.value;
      stage.plugin_place = attribute.value_place;
      sound = replaced && check_plugin(attribute, stage, problems) && sound;
    } else if (attribute.name == "id") {
      stage.id = attribute.value;
      stage.id_place = attribute.value_place;
      sound = replaced && check_identifier(attribute, stage, problems) && sound;
    } else if (attribute.name == "when") {
      // A condition that lacks a variable is reported already; make_plan must not judge it again.
      if (replaced) stage.when = attribute.value;
      stage.when_place = attribute.value_place;
    } else {
      stage.options.push_back({attribute.name, attribute.value, attribute.name_place,
                               attribute.value_place, base_dir, !replaced});
    }
  }
  if (!has_plugin) report_no_plugin(element, problems);
  if (!has_plugin || !sound) return std::nullopt;
  if (stage.id.empty()) stage.id = stage.plugin_id();
  return stage;
}

}  // namespace weft
