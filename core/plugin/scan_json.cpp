// SPDX-License-Identifier: Apache-2.0
/// JSON of scan results and of the scan cache.
#include <nlohmann/json.hpp>

#include "core/plugin/scan_result.hpp"

namespace weft {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// Absent values are left out: most parameters lack most of them, and the cache is read at each
/// start.
Json param_to_json(const ParamInfo& param) {
  Json json{{"name", param.name}, {"type", type_word(param.type)}, {"doc", param.doc}};
  if (!param.unit.empty()) json["unit"] = param.unit;
  if (param.def) json["default"] = *param.def;
  if (param.min) json["min"] = *param.min;
  if (param.max) json["max"] = *param.max;
  if (!param.choices.empty()) json["choices"] = param.choices;
  if (param.required) json["required"] = true;
  return json;
}

std::optional<std::string> text_if_any(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::nullopt : std::optional(found->get<std::string>());
}

std::vector<std::string> texts_if_any(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() ? std::vector<std::string>{} : found->get<std::vector<std::string>>();
}

ParamInfo param_from_json(const Json& json) {
  return {.name = json.at("name").get<std::string>(),
          .type = type_of_word(json.at("type").get<std::string>()),
          .doc = json.at("doc").get<std::string>(),
          .unit = text_if_any(json, "unit").value_or(""),
          .def = text_if_any(json, "default"),
          .min = text_if_any(json, "min"),
          .max = text_if_any(json, "max"),
          .choices = texts_if_any(json, "choices"),
          .required = json.value("required", false)};
}

Json info_to_json(const PluginInfo& info) {
  Json params = Json::array();
  for (const ParamInfo& param : info.params)
    params.push_back(param_to_json(param));
  return {{"id", info.id},
          {"kind", kind_word(info.kind)},
          {"version", info.version},
          {"doc", info.doc},
          {"license", info.license},
          {"threading", threading_word(info.threading)},
          {"flags", flag_words(info.flags)},
          {"cache_epoch", info.cache_epoch},
          {"params", std::move(params)},
          {"needs", info.needs},
          {"gives", info.gives},
          {"media_types", info.media_types},
          {"languages", info.languages}};
}

PluginInfo info_from_json(const Json& json) {
  PluginInfo info{.id = json.at("id").get<std::string>(),
                  .kind = kind_of_word(json.at("kind").get<std::string>()),
                  .version = json.at("version").get<std::string>(),
                  .doc = json.at("doc").get<std::string>(),
                  .license = json.at("license").get<std::string>(),
                  .threading = threading_of_word(json.at("threading").get<std::string>()).value(),
                  .flags = flags_of_words(texts_if_any(json, "flags")),
                  .cache_epoch = json.at("cache_epoch").get<std::uint64_t>()};
  for (const Json& param : json.at("params"))
    info.params.push_back(param_from_json(param));
  info.needs = texts_if_any(json, "needs");
  info.gives = texts_if_any(json, "gives");
  info.media_types = texts_if_any(json, "media_types");
  info.languages = texts_if_any(json, "languages");
  return info;
}

Json result_to_json(const ScanResult& result) {
  if (!result.reason.empty())
    return {{"reason", result.reason}, {"blame", static_cast<int>(result.blame)}};
  Json plugins = Json::array();
  for (const PluginInfo& info : result.plugins)
    plugins.push_back(info_to_json(info));
  return {{"plugins", std::move(plugins)}};
}

ScanResult result_from_json(const Json& json) {
  ScanResult result;
  if (const auto reason = text_if_any(json, "reason")) {
    result.reason = *reason;
    result.blame = json.at("blame").get<int>() == static_cast<int>(Blame::kFile)
                       ? Blame::kFile
                       : Blame::kCircumstances;
    return result;
  }
  for (const Json& info : json.at("plugins"))
    result.plugins.push_back(info_from_json(info));
  return result;
}

/// Runs `read` on the parsed text; whatever the library or a missing member throws means "not
/// ours".
template <class Read>
auto if_readable(std::string_view text, Read&& read) -> decltype(read(Json())) {
  try {
    return read(Json::parse(text));
  } catch (const Json::exception&) {
    return {};
  } catch (const std::bad_optional_access&) {
    return {};
  }
}

}  // namespace

std::string to_json(const ScanResult& result) {
  return dump(result_to_json(result));
}

std::string to_json(const PluginInfo& info) {
  return dump(info_to_json(info));
}

std::optional<ScanResult> scan_result_from_json(std::string_view text) {
  return if_readable(text, [](const Json& json) { return std::optional(result_from_json(json)); });
}

std::string to_json(const CachedScans& scans, const std::string& version) {
  Json files = Json::object();
  for (const auto& [path, scan] : scans) {
    Json entry{{"size", scan.size},       {"modified", scan.modified},
               {"hash", scan.hash},       {"circumstances", scan.circumstances},
               {"scanned", scan.scanned}, {"result", result_to_json(scan.result)}};
    files[path.string()] = std::move(entry);
  }
  return dump({{"version", version}, {"files", std::move(files)}}, 1) + "\n";
}

CachedScans cached_scans_from_json(std::string_view text, const std::string& version) {
  return if_readable(text, [&](const Json& json) {
    CachedScans scans;
    if (json.at("version").get<std::string>() != version) return scans;
    for (const auto& [path, entry] : json.at("files").items()) {
      scans.emplace(path, CachedScan{.size = entry.at("size").get<std::uint64_t>(),
                                     .modified = entry.at("modified").get<std::int64_t>(),
                                     .hash = entry.at("hash").get<std::string>(),
                                     .circumstances = entry.at("circumstances").get<std::string>(),
                                     .scanned = entry.at("scanned").get<std::int64_t>(),
                                     .result = result_from_json(entry.at("result"))});
    }
    return scans;
  });
}

}  // namespace weft
