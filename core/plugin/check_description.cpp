// SPDX-License-Identifier: Apache-2.0
/// What a plugin says of itself must hold together: names, defaults, ranges, choices.
#include <algorithm>
#include <array>
#include <set>

#include "core/plugin/language_tag.hpp"
#include "core/plugin/param_value.hpp"
#include "core/plugin/read_description.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

using Faults = std::vector<std::string>;

// Attributes of a stage that the host reads itself; a parameter of that name could never be set.
constexpr std::array<std::string_view, 3> kHostOptions = {"plugin", "id", "when"};
constexpr std::string_view kExportOption = "to";

bool spelled_with(std::string_view text, bool (*allowed)(char)) {
  return !text.empty() && std::ranges::all_of(text, allowed);
}

bool lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool has_blank(std::string_view text) {
  return text.empty() || text.find(' ') != std::string_view::npos;
}

bool has_range(std::uint32_t type) {
  return type == WEFT_TYPE_INTEGER || type == WEFT_TYPE_REAL || type == WEFT_TYPE_SIZE ||
         type == WEFT_TYPE_DURATION;
}

/// The complaints about one parameter.
class ParamCheck {
 public:
  ParamCheck(const PluginInfo& plugin, const ParamInfo& param, Faults& faults)
      : plugin_(plugin), param_(param), faults_(faults) {}

  void run() {
    check_name();
    if (type_word(param_.type).empty()) {
      fault("type " + std::to_string(param_.type) + " is unknown to this host");
      return;
    }
    if (param_.doc.empty()) fault("doc is empty");
    check_choices();
    if (check_bounds()) check_default();
  }

 private:
  void fault(const std::string& words) {
    faults_.push_back(plugin_.id + ": parameter '" + param_.name + "': " + words);
  }

  void check_name() {
    const auto allowed = [](char c) { return lower_or_digit(c) || c == '-'; };
    if (!spelled_with(param_.name, allowed) || param_.name.front() == '-')
      fault("a name has lower-case letters, digits and '-' only");
    if (std::ranges::find(kHostOptions, param_.name) != kHostOptions.end())
      fault("the host uses this name itself");
    // An exporter may declare `to` in order to see it; what it means is the host's.
    if (plugin_.kind == WEFT_EXPORTER && param_.name == kExportOption &&
        param_.type != WEFT_TYPE_OUTPUT)
      fault("is the host's own: declare it as an output path");
    if (std::ranges::count(plugin_.params, param_.name, &ParamInfo::name) > 1 &&
        plugin_.param(param_.name) == &param_)
      fault("it is declared twice");
  }

  void check_choices() {
    const bool may = param_.type == WEFT_TYPE_CHOICE || param_.type == WEFT_TYPE_LIST;
    if (param_.type == WEFT_TYPE_CHOICE && param_.choices.empty()) fault("choices are empty");
    if (!may && !param_.choices.empty()) fault("choices are for the types choice and list only");
    std::set<std::string> seen;
    for (const std::string& choice : param_.choices) {
      if (choice.empty()) fault("a choice is empty");
      if (!seen.insert(choice).second) fault("choice '" + choice + "' is there twice");
    }
  }

  /// False when min or max makes no sense, so that a default cannot be judged by them.
  bool check_bounds() {
    if (!has_range(param_.type)) {
      if (param_.min || param_.max)
        fault("min and max are for the types integer, real, size and duration only");
      return true;
    }
    const ParamInfo boundless{.name = param_.name, .type = param_.type, .doc = {}, .unit = {}};
    const std::size_t before = faults_.size();
    for (const auto& bound : {param_.min, param_.max}) {
      if (!bound) continue;
      const ParamReading read = parse_param(boundless, *bound, ParamContext::description());
      if (!read.ok()) fault("bad bound: " + read.error);
    }
    if (faults_.size() != before) return false;
    ParamInfo below_max = boundless;
    below_max.max = param_.max;
    if (param_.min && !parse_param(below_max, *param_.min, ParamContext::description()).ok()) {
      fault("min " + *param_.min + " is above max " + *param_.max);
      return false;
    }
    return true;
  }

  void check_default() {
    if (param_.required && param_.def) fault("it is required and has a default");
    if (!param_.def) return;
    const ParamReading read = parse_param(param_, *param_.def, ParamContext::description());
    if (!read.ok()) fault("bad default: " + read.error);
  }

  const PluginInfo& plugin_;
  const ParamInfo& param_;
  Faults& faults_;
};

void check_id(const PluginInfo& info, Faults& faults) {
  if (kind_word(info.kind).empty()) {
    faults.push_back(info.id + ": kind " + std::to_string(info.kind) + " is unknown to this host");
    return;
  }
  const std::string prefix = std::string(kind_word(info.kind)) + "_";
  const auto allowed = [](char c) { return lower_or_digit(c) || c == '_'; };
  if (!info.id.starts_with(prefix) || !spelled_with(info.id, allowed) ||
      info.id.size() == prefix.size())
    faults.push_back("id '" + info.id + "' is not " + prefix +
                     "<name> in lower-case letters, digits and '_', as its kind " +
                     std::string(kind_noun(info.kind)) + " asks");
}

void check_lists(const PluginInfo& info, Faults& faults) {
  for (const auto* names : {&info.needs, &info.gives}) {
    if (std::ranges::any_of(*names, has_blank))
      faults.push_back(info.id + ": needs or gives has an empty name or one with a blank");
  }
  for (const std::string& media_type : info.media_types) {
    if (has_blank(media_type) || media_type.find('/') == std::string::npos)
      faults.push_back(info.id + ": '" + media_type + "' is no media type");
  }
  for (const std::string& language : info.languages) {
    if (!canonical_language(language))
      faults.push_back(info.id + ": '" + language + "' is no BCP 47 language tag");
  }
}

}  // namespace

void check_description(const PluginInfo& info, Faults& faults) {
  check_id(info, faults);
  if (has_blank(info.version)) faults.push_back(info.id + ": version is empty or has a blank");
  if (info.doc.empty()) faults.push_back(info.id + ": doc is empty");
  if (info.license.empty()) faults.push_back(info.id + ": license is empty");
  if (threading_word(info.threading).empty())
    faults.push_back(info.id + ": threading " + std::to_string(info.threading) +
                     " is unknown to this host");
  if ((info.flags & WEFT_MANY) != 0 && info.kind != WEFT_PARSER)
    faults.push_back(info.id + ": the flag WEFT_MANY is for parsers only");
  if ((info.flags & WEFT_RESUMES) != 0 && (info.flags & WEFT_MANY) == 0)
    faults.push_back(info.id + ": the flag WEFT_RESUMES needs WEFT_MANY");
  check_lists(info, faults);
  for (const ParamInfo& param : info.params)
    ParamCheck(info, param, faults).run();
}

}  // namespace weft
