// SPDX-License-Identifier: Apache-2.0
/// The registry for other programs.
#include <nlohmann/json.hpp>

#include "core/plugin/describe.hpp"
#include "core/plugin/scan_result.hpp"

namespace weft {
namespace {

using Json = nlohmann::ordered_json;

std::string indented(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json with_file(const PluginInfo& info) {
  Json json = Json::parse(to_json(info));
  json["file"] = info.file.path.string();
  json["place"] = to_string(info.file.place.origin);
  if (!info.shadowed_by.empty()) json["shadowed_by"] = info.shadowed_by.string();
  return json;
}

}  // namespace

std::string plugin_to_json(const PluginInfo& info) {
  return indented(with_file(info));
}

std::string plugins_to_json(const Registry& registry) {
  Json json{{"plugins", Json::array()},
            {"shadowed", Json::array()},
            {"broken", Json::array()},
            {"problems", Json::array()}};
  for (const PluginInfo& info : registry.all())
    json["plugins"].push_back(with_file(info));
  for (const PluginInfo& info : registry.shadowed())
    json["shadowed"].push_back(with_file(info));
  for (const BrokenLibrary& library : registry.broken())
    json["broken"].push_back({{"file", library.file.path.string()}, {"reason", library.reason}});
  for (const Problem& problem : registry.problems().sorted())
    json["problems"].push_back(to_string(problem));
  return indented(json);
}

}  // namespace weft
